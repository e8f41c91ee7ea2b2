package io.qihang.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.crypto.Vault;
import io.qihang.embedded.DemoPlan;
import io.qihang.enterprise.Usccs;
import io.qihang.enterprise.domain.Listing;
import io.qihang.plan.domain.Plans;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.JourneyPaper;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code journeys/plan.md}: a figure of the year's plan and the names behind it. */
@SystemTest
class PlanPaperJourney {

    /** A unit no other test registers enterprises in. */
    private static final String YANZHUANG = "371525003";

    @Autowired
    Phones phones;

    @Autowired
    Staffing staffing;

    @Autowired
    Limits limits;

    @Autowired
    MovableClock clock;

    @Autowired
    Plans plans;

    @Autowired
    JdbcClient database;

    @Autowired
    Vault vault;

    private final JourneyPaper paper = new JourneyPaper(getClass(), "plan", "年度计划：一个数和它的名单", """
            年度计划照文件的次序：项目 × 单位 × 时限，一格是文件里的一个数和到某一天为止的完成数。
            每个完成数都能打开名单，名单里有谁、还差谁，都查得到。尚无数据来源的写明，不写零。""");

    @BeforeEach
    void in_a_year_of_its_own() {
        limits.forget();
        clock.stop(
                LocalDateTime.parse("2029-03-15T09:00").atZone(Times.SHANGHAI).toInstant());
        new DemoPlan(plans, clock).copyTo(2029);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_figure_is_opened_as_its_names_and_those_missing() {
        register("冠县虚构计划纺织有限公司");
        new Listing(database, vault).add(Usccs.next(), "冠县虚构未登记有限公司", YANZHUANG, null);
        Api officer = paper.heard("县局", staffing.hire(Role.COUNTY_OFFICER).api());

        paper.step("看计划", "`asOf` 可以是当年到今天为止的任何一天，不填为今天。乡镇只看到自己的单位和全县合计。");
        paper.show("items", 5);
        paper.show("cells", 3);
        var plan = officer.get("/api/v1/desk/plans/2029").expect(200);
        assertThat(plan.at("/items/5/cells/3/unit")).isEqualTo(YANZHUANG);

        paper.step("打开一个完成数", "`no` 是文件里的序号；`unit` 填县代码就是全县。");
        officer.get("/api/v1/desk/plans/2029/items/6/units/" + YANZHUANG + "/members?asOf=2029-03-15")
                .expect(200);

        paper.step("还差谁", "县企业名录里有、还没有计入的企业，乡镇照着名单上门。");
        officer.get("/api/v1/desk/plans/2029/items/6/units/" + YANZHUANG + "/missing")
                .expect(200);
        officer.get("/api/v1/desk/plans/2029/items/1/units/" + YANZHUANG + "/missing")
                .expect(404, "PLAN_NO_SOURCE");

        paper.step("导出", "第一张表照文件附件的样子，第二张表是完成情况。导出有记录。");
        officer.get("/api/v1/desk/plans/2029/export").expect(200);
        paper.agree();
    }

    private void register(String name) {
        String registration = phones.signIn()
                .api()
                .once()
                .post(
                        "/api/v1/registrations",
                        Map.of(
                                "uscc", Usccs.next(),
                                "name", name,
                                "operatingUnit", YANZHUANG,
                                "countsAt", "OPERATING",
                                "industry", "C17",
                                "contactName", "虚构联系人",
                                "contactPhone", "13800009999",
                                "role", "CLERK"))
                .expect(201)
                .at("/registration");
        staffing.hireFor(YANZHUANG)
                .api()
                .post("/api/v1/desk/registrations/" + registration + "/acceptance", Map.of("memberProof", "OFFICER"))
                .expect(200);
    }
}
