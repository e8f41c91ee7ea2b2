package io.qihang.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.platform.RegionCode;
import io.qihang.testing.SystemTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the certificate types of a pack come in. Everything is rolled back. */
@SystemTest
class CertificatePackTests {

    private static final String TYPE = """
            {"code": "%s", "name": "%s", "levels": [%s], "factKey": "%s", "validYears": %s, "documents": ["000"],
             "note": null}""";

    @Autowired
    List<RegionPackPart> parts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Test
    void every_type_of_the_documents_is_there_and_none_has_a_validity_no_document_names() {
        assertThat(names("select code from certificate_type where region_code = '100000' and in_use"))
                .contains("high_tech_enterprise", "srdi_sme", "little_giant", "gazelle", "green_factory")
                .hasSizeGreaterThan(40);
        assertThat(names("select code from certificate_type where region_code = '100000' and valid_years is not null"))
                .isEmpty();
        assertThat(names("select code from certificate_type where note !~ '待县确认'"))
                .isEmpty();
    }

    @Test
    void a_type_that_is_no_longer_listed_is_retired_not_forgotten() {
        undone(() -> {
            take(type("a_type", "甲", "\"CITY\"", "a_type", "3") + ","
                    + type("b_type", "乙", "\"CITY\"", "b_type", "null"));
            take(type("b_type", "乙类", "\"CITY\"", "b_type", "null"));
            assertThat(names("select code || name || in_use from certificate_type where region_code = '130600' "
                            + "order by code"))
                    .containsExactly("a_type甲false", "b_type乙类true");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A_TYPE | 甲  | "CITY"  | a_type | null | “A_TYPE”应为小写字母
            a_type | ''  | "CITY"  | a_type | null | 并有名称
            a_type | 甲  | "CITY"  | a-type | null | “a-type”应为小写字母
            a_type | 甲  | ''      | a_type | null | 至少要有一个级别
            a_type | 甲  | "COUNTY"| a_type | null | 要有 types
            a_type | 甲  | "CITY"  | a_type | 0    | 应为 1 年以上
            """)
    void a_bad_file_names_its_place(
            String code, String name, String levels, String factKey, String years, String complaint) {
        undone(() -> assertThatThrownBy(() -> take(type(code, name, levels, factKey, years)))
                .isInstanceOf(BadRegionPack.class)
                .hasMessageContaining(complaint));
    }

    private static String type(String code, String name, String levels, String factKey, String years) {
        return TYPE.formatted(code, name, levels, factKey, years);
    }

    private void take(String types) {
        String text = "{\"types\": [" + types + "]}";
        var file = new PackFile(
                "test", new RegionCode("130600"), 2, "certificate-types.json", text.getBytes(StandardCharsets.UTF_8));
        parts.stream()
                .filter(it -> it.file().equals(file.name()))
                .findFirst()
                .orElseThrow()
                .importFrom(file);
    }

    private List<String> names(String sql) {
        return database.sql(sql).query(String.class).list();
    }

    private void undone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }
}
