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

/** How the files of a pack that tickets own come in. Everything is rolled back. */
@SystemTest
class TicketPackTests {

    @Autowired
    List<RegionPackPart> parts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Test
    void a_category_that_is_no_longer_listed_is_retired_not_forgotten() {
        undone(() -> {
            take(
                    "ticket-categories.json",
                    "{\"categories\":[{\"code\":\"a\",\"name\":\"甲\"},{\"code\":\"b\",\"name\":\"乙\"},{\"code\":\"other\",\"name\":\"其他\"}]}");
            take(
                    "ticket-categories.json",
                    "{\"categories\":[{\"code\":\"b\",\"name\":\"乙类\"},{\"code\":\"other\",\"name\":\"其他\"}]}");
            assertThat(database.sql("select code || name || in_use from ticket_category where region_code = '130600' "
                                    + "order by code")
                            .query(String.class)
                            .list())
                    .containsExactly("a甲false", "b乙类true", "other其他true");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ticket.json            | {"letters": "GX"}                                              | 要有 letters、bureau、ledgerOffice
            ticket.json            | {"letters": "冠", "bureau": "gxj", "ledgerOffice": "gxj", "arbiter": "", "refusalGrounds": {"items": []}, "maxFiles": 9} | 应为 1 到 4 个大写字母
            ticket.json            | {"letters": "BD", "bureau": "gxj", "ledgerOffice": "gxj", "arbiter": "", "refusalGrounds": {"items": []}, "maxFiles": 21} | 应为 0 到 20 个
            ticket.json            | {"letters": "BD", "bureau": "nobody", "ledgerOffice": "gxj", "arbiter": "", "refusalGrounds": {"items": []}, "maxFiles": 9} | 没有代码为 nobody 的责任单位
            ticket-categories.json | {"categories": [{"code": "A", "name": "甲"}]}                   | “A”应为小写字母
            ticket-categories.json | {"categories": [{"code": "a", "name": "甲"}]}                   | 要有一类“其他”
            ticket-categories.json | {"categories": [{"code": "a"}]}                                | 要有 categories
            ticket-categories.json | []                                                             | 要有 categories
            """)
    void a_bad_file_names_its_place(String name, String text, String complaint) {
        undone(() -> assertThatThrownBy(() -> take(name, text))
                .isInstanceOf(BadRegionPack.class)
                .hasMessageContaining(complaint));
    }

    private void take(String name, String text) {
        var file = new PackFile("test", new RegionCode("130600"), 2, name, text.getBytes(StandardCharsets.UTF_8));
        parts.stream()
                .filter(it -> it.file().equals(name))
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
