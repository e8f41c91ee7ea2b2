package io.qihang.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On real PostgreSQL, through a mapper whose rows are made by their constructor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedHandlerTest {

    record Contact(String id, @Nullable Sealed phone) {}

    interface ContactMapper {
        @Insert("insert into contact (id, phone) values (#{id}, #{phone})")
        void insert(Contact contact);

        @Select("select id, phone from contact where id = #{id}")
        Contact find(String id);

        @Select("select phone from contact where id = #{id}")
        Sealed phone(String id);
    }

    private static final String PHONE = "13800000001";

    private final Vault vault = Keys.vault();
    private final UUID row = UUID.fromString("0193a000-0000-7000-8000-000000000001");
    private final EmbeddedPostgres postgres;
    private final SqlSessionFactory sessions;

    SealedHandlerTest() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        execute("create table contact (id text primary key, phone text)");
        Configuration configuration = new Configuration(
                new Environment("test", new JdbcTransactionFactory(), postgres.getPostgresDatabase()));
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.getTypeHandlerRegistry().register(SealedHandler.class);
        configuration.addMapper(ContactMapper.class);
        sessions = new SqlSessionFactoryBuilder().build(configuration);
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    @Test
    void a_sealed_field_comes_back_from_the_database_and_lies_there_unreadable() throws SQLException {
        Sealed sealed = vault.seal("contact", "phone", row, PHONE);
        try (SqlSession session = sessions.openSession(true)) {
            ContactMapper contacts = session.getMapper(ContactMapper.class);
            contacts.insert(new Contact("sealed", sealed));

            Contact found = contacts.find("sealed");
            assertThat(found).isEqualTo(new Contact("sealed", sealed));
            assertThat(vault.open("contact", "phone", row, contacts.phone("sealed")))
                    .isEqualTo(PHONE);
        }
        assertThat(stored("sealed")).startsWith("v1.d1.").doesNotContain(PHONE).isEqualTo(sealed.text());
    }

    @Test
    void an_empty_field_stays_empty() throws SQLException {
        try (SqlSession session = sessions.openSession(true)) {
            ContactMapper contacts = session.getMapper(ContactMapper.class);
            contacts.insert(new Contact("empty", null));

            assertThat(contacts.find("empty").phone()).isNull();
        }
        assertThat(stored("empty")).isNull();
    }

    @Test
    void plain_text_put_into_the_column_by_hand_is_refused_on_reading() throws SQLException {
        execute("insert into contact (id, phone) values ('plain', '" + PHONE + "')");
        try (SqlSession session = sessions.openSession(true)) {
            ContactMapper contacts = session.getMapper(ContactMapper.class);

            assertThatThrownBy(() -> contacts.find("plain"))
                    .isInstanceOf(PersistenceException.class)
                    .hasRootCauseInstanceOf(SealBrokenException.class);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private @Nullable String stored(String id) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select phone from contact where id = '" + id + "'")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
