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

/** The file of a region pack that visits own, as a county's pack would bring it. */
@SystemTest
class VisitPackTests {

    @Autowired
    List<RegionPackPart> parts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Test
    void a_county_sets_its_own_numbers() {
        undone(() -> {
            take(
                    "{\"place\": true, \"editHours\": 48, \"oldestDays\": 30, \"photos\": true, \"visitsPerMonth\": null, \"nearDays\": 7, \"postponeDays\": 30, \"callbackPercent\": 10, \"label\": \"县里规定\"}");
            assertThat(database.sql(
                                    "select edit_hours || label || photos from visit_setting where region_code = '130600'")
                            .query(String.class)
                            .single())
                    .isEqualTo("48县里规定true");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"place": false, "editHours": 24, "oldestDays": 60, "photos": false}     | 要有 place、editHours
            {"place": false, "editHours": 900, "oldestDays": 60, "photos": false, "visitsPerMonth": null, "nearDays": 7, "postponeDays": 30, "callbackPercent": 10, "label": "县"}      | 应为 0 到 720 小时
            {"place": false, "editHours": 24, "oldestDays": 0, "photos": false, "visitsPerMonth": null, "nearDays": 7, "postponeDays": 30, "callbackPercent": 10, "label": "县"}        | 应为 1 到 366 天
            {"place": false, "editHours": 24, "oldestDays": 60, "photos": false, "visitsPerMonth": null, "nearDays": 7, "postponeDays": 30, "callbackPercent": 10, "label": " "}        | 应写明来源
            []                                                                       | 要有 place、editHours
            """)
    void a_bad_file_names_its_place(String text, String complaint) {
        undone(() -> assertThatThrownBy(() -> take(text))
                .isInstanceOf(BadRegionPack.class)
                .hasMessageContaining(complaint));
    }

    private void take(String text) {
        var file =
                new PackFile("test", new RegionCode("130600"), 2, "visit.json", text.getBytes(StandardCharsets.UTF_8));
        parts.stream()
                .filter(it -> it.file().equals("visit.json"))
                .findFirst()
                .orElseThrow()
                .importFrom(file);
    }

    private void undone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }
}
