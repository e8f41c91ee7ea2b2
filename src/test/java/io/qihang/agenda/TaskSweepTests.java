package io.qihang.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.agenda.domain.TaskSweep;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasks are what the rules say today, however often and on however many nodes they are gone through. */
@SystemTest
class TaskSweepTests {

    private static final LocalDate FAR = LocalDate.of(2099, 12, 31);

    @Autowired
    TaskSweep sweep;

    @Autowired
    ExtraRule rule;

    @Autowired
    JdbcClient database;

    @Autowired
    Firms firms;

    @Autowired
    Staffing staffing;

    @Autowired
    Phones phones;

    @Autowired
    MovableClock clock;

    private EnterpriseId firm = new EnterpriseId(new UUID(0, 0));

    @BeforeEach
    void a_rule_of_another_business() {
        firm = firms.in("371525104");
        turn(true);
    }

    @AfterEach
    void off() {
        rule.hush(firm.value());
        turn(false);
        sweep.run();
        clock.reset();
    }

    private void turn(boolean on) {
        database.sql("""
                        insert into agenda_rule (region_code, rule, enabled, days, label)
                        values ('371525', 'extra', :on, 5, '测试')
                        on conflict (region_code, rule) do update set enabled = excluded.enabled
                        """).param("on", on).update();
    }

    private LocalDate today() {
        return Times.dayOf(clock.instant());
    }

    private List<String> closings() {
        return database.sql("""
                        select coalesce(closing, 'OPEN') from agenda_task
                        where rule = 'extra' and subject_id = ? order by occasion
                        """).param(firm.value()).query(String.class).list();
    }

    @Test
    void a_business_adds_a_rule_by_implementing_the_interface() {
        rule.say(firm.value(), "甲", "看一看", today(), FAR);
        sweep.run();
        var staff = staffing.hire(Role.COMMISSIONER);
        firms.assign(firm, staff.id(), today());
        var tasks = phones.bound(staff).api().get("/api/v1/field/tasks").expect(200);
        assertThat(tasks.at("/items/0/title")).isEqualTo("看一看");
        assertThat(tasks.at("/items/0/ruleName")).isEqualTo("另一项业务");
    }

    @Test
    void it_closes_by_itself_and_opens_again_when_the_rule_says_so_again() {
        rule.say(firm.value(), "甲", "看一看", today(), FAR);
        sweep.run();
        sweep.run();
        assertThat(closings()).containsExactly("OPEN");
        rule.hush(firm.value());
        sweep.run();
        assertThat(closings()).containsExactly("RESOLVED");
        rule.say(firm.value(), "甲", "看一看", today(), FAR);
        sweep.run();
        assertThat(closings()).containsExactly("OPEN");
    }

    @Test
    void it_lives_within_its_window_only() {
        rule.say(firm.value(), "甲", "看一看", today().plusDays(2), today().plusDays(3));
        sweep.run();
        assertThat(closings()).isEmpty();
        clock.move(Duration.ofDays(2));
        sweep.run();
        assertThat(closings()).containsExactly("OPEN");
        clock.move(Duration.ofDays(2));
        sweep.run();
        assertThat(closings()).containsExactly("LAPSED");
    }

    @Test
    void a_county_without_a_setting_has_no_such_tasks() {
        turn(false);
        rule.say(firm.value(), "甲", "看一看", today(), FAR);
        sweep.run();
        assertThat(closings()).isEmpty();
    }

    @Test
    void many_nodes_at_once_open_each_task_once() throws Exception {
        for (int i = 0; i < 20; i++) rule.say(firm.value(), "第" + i, "看一看", today(), FAR);
        Callable<Boolean> node = () -> {
            sweep.run();
            sweep.reconsider(new RegionCode("371525"), firm.value());
            return true;
        };
        var nodes = Executors.newFixedThreadPool(6);
        try {
            for (Future<Boolean> it : nodes.invokeAll(Collections.nCopies(12, node)))
                assertThat(it.get()).isTrue();
        } finally {
            nodes.shutdown();
        }
        assertThat(closings()).hasSize(20).containsOnly("OPEN");
    }

    @Test
    void it_is_dismissed_only_with_a_reason_and_by_who_looks_after_the_enterprise() {
        rule.say(firm.value(), "甲", "看一看", today(), FAR);
        sweep.run();
        var staff = staffing.hire(Role.COMMISSIONER);
        firms.assign(firm, staff.id(), today());
        Api phone = phones.bound(staff).api();
        Api stranger = phones.bound(staffing.hire(Role.COMMISSIONER)).api();
        String path = "/api/v1/field/tasks/"
                + phone.get("/api/v1/field/tasks").expect(200).at("/items/0/id") + "/dismissal";
        phone.post(path, Map.of("reason", " ")).expect(400);
        stranger.post(path, Map.of("reason", "不用")).expect(404);
        phone.post(path, Map.of("reason", "企业已经搬走")).expect(204);
        phone.post(path, Map.of("reason", "再点一次")).expect(409, "TASK_CLOSED");
        sweep.run();
        assertThat(closings()).containsExactly("DISMISSED");
        rule.say(firm.value(), "乙", "另一件", today(), FAR);
        sweep.run();
        assertThat(closings()).containsExactlyInAnyOrder("DISMISSED", "OPEN");
    }
}
