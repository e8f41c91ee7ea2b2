package io.qihang.ticket.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.platform.RegionCode;
import io.qihang.ticket.domain.DutyList.Duty;
import io.qihang.ticket.domain.DutyList.Matter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which office a 职责清单 names, and why. */
class DutyListTests {

    private static final RegionCode QINGSHUI = new RegionCode("371525104");
    private static final DutyList LIST = new DutyList(
            1,
            "职责清单",
            "县里文件",
            LocalDate.of(2026, 1, 1),
            new DutyList.Duties(List.of(
                    duty("1", "energy", List.of(), List.of(), List.of(), "用能", "fgj"),
                    duty("2", "energy", List.of("用工", "招工"), List.of(), List.of(), "用工", "rsj"),
                    duty("3", "energy", List.of("用工"), List.of("371525104"), List.of(), "清水用工", "qs"),
                    duty("4", "energy", List.of("招工"), List.of(), List.of("C33"), "轴承业招工", "zc"),
                    duty("5", "funding", List.of(), List.of(), List.of(), "资金", "jrfw"))));

    @Test
    void the_line_with_the_most_conditions_comes_first_and_each_office_once() {
        assertThat(offices("energy", "缺人，希望帮助招工", "C331")).containsExactly("zc", "rsj", "fgj");
        assertThat(offices("energy", "用工紧张", null)).containsExactly("qs", "rsj", "fgj");
        assertThat(offices("energy", "停电", null)).containsExactly("fgj");
        assertThat(offices("other", "停电", null)).isEmpty();
    }

    @Test
    void of_equally_specific_lines_the_one_with_more_of_its_words_and_then_the_earlier_comes_first() {
        var list = new DutyList(
                1,
                "职责清单",
                "县里文件",
                LocalDate.of(2026, 1, 1),
                new DutyList.Duties(List.of(
                        duty("1", "energy", List.of("电"), List.of(), List.of(), "电", "a"),
                        duty("2", "energy", List.of("水"), List.of(), List.of(), "水", "b"),
                        duty("3", "energy", List.of("气", "热"), List.of(), List.of(), "气热", "c"))));
        assertThat(list.suggest(matter("energy", "水、电、气、热都不稳", null)))
                .extracting(it -> it.duty().office())
                .containsExactly("c", "a", "b");
    }

    @Test
    void an_unknown_industry_meets_no_condition_on_it() {
        assertThat(offices("energy", "招工", null)).doesNotContain("zc");
        assertThat(offices("energy", "招工", "C13")).doesNotContain("zc");
    }

    @Test
    void the_reason_names_the_line_and_every_condition_that_was_met() {
        assertThat(LIST.suggest(matter("energy", "用工紧张", null)).get(0).reason("用工用能", "清水镇"))
                .isEqualTo("第3条“清水用工”：类别为“用工用能”，内容提到“用工”，企业在清水镇。");
        assertThat(LIST.suggest(matter("funding", "缺钱", null)).get(0).reason("资金需求", "清水镇"))
                .isEqualTo("第5条“资金”：类别为“资金需求”。");
    }

    private static List<String> offices(String category, String text, @Nullable String industry) {
        return LIST.suggest(matter(category, text, industry)).stream()
                .map(it -> it.duty().office())
                .toList();
    }

    private static Matter matter(String category, String text, @Nullable String industry) {
        return new Matter(category, text, QINGSHUI, industry);
    }

    private static Duty duty(
            String code,
            String category,
            List<String> words,
            List<String> units,
            List<String> industries,
            String matter,
            String office) {
        return new Duty(code, category, words, units, industries, matter, office, "依据");
    }
}
