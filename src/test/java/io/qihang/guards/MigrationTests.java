package io.qihang.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SystemTest
class MigrationTests {

    private static final Path SQL = Path.of("sql");

    /** Technical tables without a place on the map. */
    private static final Set<String> WITHOUT_REGION = Set.of(
            "flyway_schema_history",
            "idempotency_key",
            "event_publication",
            "event_publication_archive",
            "audit_event",
            "audit_seal",
            "crypto_key",
            "wechat_push",
            "ticket_image_verdict");

    @Autowired
    Flyway flyway;

    @Autowired
    JdbcClient database;

    @Test
    void every_migration_is_applied_and_unchanged() {
        assertThat(flyway.info().applied()).isNotEmpty();
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    }

    @Test
    void every_file_is_named_by_its_time_and_lies_in_its_modules_folder() throws IOException {
        List<Path> files = files();
        assertThat(files).isNotEmpty().allSatisfy(it -> {
            assertThat(SQL.relativize(it).getNameCount()).isEqualTo(2);
            assertThat(it.getFileName().toString()).matches("V\\d{8}_\\d{4}__[a-z0-9_]+\\.sql");
        });
        assertThat(files.stream().map(it -> it.getFileName().toString().split("__")[0]))
                .doesNotHaveDuplicates();
    }

    @Test
    void migrations_only_go_forward() throws IOException {
        assertThat(files()).allSatisfy(it -> assertThat(Files.readString(it).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("drop table", "drop column", "rename column", "rename to")
                .doesNotContainPattern("(?m)^\\s*(truncate|delete)\\b"));
    }

    @Test
    void every_table_and_column_says_in_chinese_what_it_holds() {
        assertThat(withoutComment()).isEmpty();
    }

    @Test
    void every_business_row_has_a_region() {
        assertThat(names("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
                          and not exists (select from pg_attribute a where a.attrelid = c.oid
                            and a.attname = 'region_code' and a.attnotnull)
                        """)).isSubsetOf(WITHOUT_REGION);
    }

    @Test
    void the_application_runs_as_a_role_that_owns_nothing() {
        assertThat(database.sql("select current_user").query(String.class).single())
                .isEqualTo("qihang_app");
        assertThat(names("select tablename from pg_tables where tableowner = current_user"))
                .isEmpty();
        assertThat(database.sql(
                                "select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThatThrownBy(() -> database.sql("create table intruder (id int)").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("drop table idempotency_key").update())
                .isInstanceOf(DataAccessException.class);
    }

    private List<String> withoutComment() {
        return names("""
                select c.relname || coalesce('.' || a.attname, '')
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
                left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relkind in ('r', 'p', 'v') and not c.relispartition and c.relname <> 'flyway_schema_history'
                  and (coalesce(col_description(c.oid, a.attnum), '') !~ '[一-龥]'
                       or coalesce(obj_description(c.oid, 'pg_class'), '') !~ '[一-龥]')
                order by 1
                """);
    }

    private List<String> names(String sql) {
        return database.sql(sql).query(String.class).list();
    }

    private static List<Path> files() throws IOException {
        try (var walk = Files.walk(SQL)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
