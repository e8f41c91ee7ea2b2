package io.qihang.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.platform.RegionCode;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the files of a pack that the calendar owns come in. Everything is rolled back: other tests count by the pack. */
@SystemTest
class CalendarPackTests {

    private static final String NATION = "100000";
    private static final String COUNTY = "990103";

    @Autowired
    List<RegionPackPart> parts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Test
    void a_new_announcement_ends_what_it_changes_adds_what_is_new_and_is_one_change() throws IOException {
        String file = new ClassPathResource("region-packs/cn/holidays.csv").getContentAsString(StandardCharsets.UTF_8);
        String changed = file.replace("2026-10-10,makeup", "2026-10-11,makeup") + "2027-01-01,holiday,元旦\n";
        undone(() -> {
            int version = version();
            take("holidays.csv", NATION, changed);
            take("holidays.csv", NATION, changed);
            assertThat(version()).isEqualTo(version + 1);
            assertThat(days("since_version = " + version())).containsExactly("2026-10-11", "2027-01-01");
            assertThat(days("until_version = " + version())).containsExactly("2026-10-10");
        });
    }

    @Test
    void a_county_has_its_own_hours_when_its_pack_says_so() {
        undone(() -> {
            int version = version();
            take("calendar.json", COUNTY, "{\"hours\": \"09:00-12:00,13:30-17:30\"}");
            take("calendar.json", COUNTY, "{\"hours\": \"09:00-12:00,13:30-17:30\"}");
            assertThat(version()).isEqualTo(version + 1);
            take("calendar.json", COUNTY, "{\"hours\": \"09:00-17:00\"}");
            assertThat(database.sql("select hours from calendar_hours where region_code = :county "
                                    + "and until_version is null")
                            .param("county", COUNTY)
                            .query(String.class)
                            .list())
                    .containsExactly("09:00-17:00");
        });
    }

    @Test
    void a_profile_version_may_end_but_not_change() {
        undone(() -> {
            take("deadline-profile.json", COUNTY, profile(1, 3, ""));
            take("deadline-profile.json", COUNTY, profile(1, 3, ",\"effectiveTo\":\"2026-12-31\""));
            assertThat(database.sql("select effective_to::text from deadline_profile where region_code = :county")
                            .param("county", COUNTY)
                            .query(String.class)
                            .list())
                    .containsExactly("2026-12-31");
            take("deadline-profile.json", COUNTY, profile(2, 5, ""));
            assertThatThrownBy(() -> take("deadline-profile.json", COUNTY, profile(1, 5, "")))
                    .hasMessageContaining("“试行时限”第1版已经使用，不能修改，请另加一个新版本");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            holidays.csv          | 990103 | date,kind,name                                     | 放假安排只能放在全国区域包
            holidays.csv          | 100000 | date,kind                                          | 第 1 行“date”列：第一行应是表头
            calendar.json         | 990103 | {"hours": "9-5"}                                   | 作息时间“9-5”看不懂
            calendar.json         | 990103 | {}                                                 | 应写成 {"hours"
            deadline-profile.json | 990103 | {"profiles": [{"code": "x"}]}                      | 每个时限方案要有
            """)
    void a_bad_file_names_its_place(String name, String region, String text, String complaint) {
        undone(() -> {
            assertThatThrownBy(() -> take(name, region, text))
                    .isInstanceOf(BadRegionPack.class)
                    .hasMessageContaining(complaint);
        });
    }

    @Test
    void a_closure_does_not_come_by_pack() {
        undone(() -> {
            assertThatThrownBy(() -> take("holidays.csv", NATION, "date,kind,name\n2026-10-10,closure,暴雪\n"))
                    .hasMessageContaining("请由县局在系统里登记");
        });
    }

    private void take(String name, String region, String text) {
        var file = new PackFile("test", new RegionCode(region), 2, name, text.getBytes(StandardCharsets.UTF_8));
        parts.stream()
                .filter(it -> it.file().equals(name))
                .findFirst()
                .orElseThrow()
                .importFrom(file);
    }

    private int version() {
        return database.sql("select max(version) from calendar_change")
                .query(Integer.class)
                .single();
    }

    private List<String> days(String which) {
        return database.sql("select day::text from calendar_day where " + which + " order by 1")
                .query(String.class)
                .list();
    }

    private void undone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private static String profile(int version, int days, String end) {
        return ("{\"profiles\":[{\"code\":\"trial\",\"version\":%d,\"label\":\"试行时限\",\"source\":\"依据\","
                        + "\"effectiveFrom\":\"2026-01-01\"%s,\"steps\":[{\"code\":\"reply\",\"name\":\"答复\","
                        + "\"workingDays\":%d}]}]}")
                .formatted(version, end, days);
    }
}
