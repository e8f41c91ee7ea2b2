package io.qihang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.ProductionProcess;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes sweep the same deadlines; one of them is frozen in the middle of it with SIGSTOP, the other goes on, and the
 * frozen one resumes when the work is done. Each light comes on exactly once.
 */
@SystemTest
class FrozenNodeTests {

    /** Where no other test has tickets. */
    private static final RegionCode COUNTY = new RegionCode("130600");

    private static final int TICKETS = 80;
    private static final Duration AT_MOST = Duration.ofMinutes(4);
    /** A holiday, on which the node of this very test sweeps nothing. */
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T04:00:00Z");

    private static final String NATION = "100000";
    private static final String MARK = "冻结试验";

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    DataRedisConnectionDetails redis;

    @Autowired
    Environment environment;

    @Autowired
    Staffing staffing;

    @Autowired
    Firms firms;

    @Autowired
    JdbcClient sql;

    @Autowired
    MovableClock clock;

    @Autowired
    Limits limits;

    @TempDir
    Path folder;

    @Test
    void each_due_light_comes_on_exactly_once() throws IOException, InterruptedException {
        EnterpriseId enterprise = firms.in(COUNTY.value());
        Api officer = staffing.hire(COUNTY, Role.COUNTY_OFFICER, null, null).api();
        for (int i = 0; i < TICKETS; i++) {
            limits.forget();
            raise(officer, enterprise, i);
        }
        openAroundTheClock();
        clock.set(NEW_YEAR);
        try (var first = node("a").start();
                var second = node("b").start()) {
            makeDue();
            await("a node is at work")
                    .atMost(AT_MOST)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> given() > 0);
            signal(first.process(), "STOP");
            int atTheStop = given();
            await("the other goes on").atMost(AT_MOST).until(() -> given() > atTheStop || left() == 0);
            signal(second.process(), "STOP");
            signal(first.process(), "CONT");
            int atTheTurn = given();
            await("the first goes on").atMost(AT_MOST).until(() -> given() > atTheTurn || left() == 0);
            signal(second.process(), "CONT");
            await("all is done").atMost(AT_MOST).until(() -> left() == 0);
            await("nothing comes after it")
                    .during(Duration.ofSeconds(1))
                    .atMost(AT_MOST)
                    .until(() -> left() == 0);
        } finally {
            clock.reset();
            endTheDay();
        }
        assertThat(number("select count(*) from ticket_light l join ticket t on t.id = l.ticket_id "
                        + "where t.content = '" + MARK + "' and l.given <> cardinality(l.marks)"))
                .as("every light of every deadline is given")
                .isZero();
        assertThat(number("select count(*) from ticket_event v join ticket t on t.id = v.ticket_id "
                        + "where t.content = '" + MARK + "' and v.action = 'ESCALATE'"))
                .as("one hop for each overdue deadline")
                .isEqualTo(TICKETS * 3);
        assertThat(given()).as("one warning for each light").isEqualTo(TICKETS * 9);
    }

    /** The county's offices work at any time today, be it a holiday. */
    private void openAroundTheClock() {
        newVersion(COUNTY.value());
        sql.sql("insert into calendar_hours (region_code, hours, since_version) "
                        + "select ?, '00:00-23:59', max(version) from calendar_change")
                .param(COUNTY.value())
                .update();
        newVersion(NATION);
        sql.sql("""
                        insert into calendar_day (region_code, day, kind, name, source, since_version)
                        select ?, ?, 'MAKEUP_WORKDAY', ?, ?, max(version) from calendar_change
                        where not exists (select from calendar_day
                            where region_code = ? and day = ? and until_version is null)
                        """).params(NATION, today(), MARK, MARK, NATION, today()).update();
    }

    private void endTheDay() {
        newVersion(NATION);
        sql.sql("update calendar_day set until_version = (select max(version) from calendar_change) where name = ?")
                .param(MARK)
                .update();
        newVersion(COUNTY.value());
        sql.sql("update calendar_hours set until_version = (select max(version) from calendar_change) "
                        + "where region_code = ? and until_version is null")
                .param(COUNTY.value())
                .update();
    }

    private void newVersion(String region) {
        sql.sql("insert into calendar_change (version, region_code, summary, changed_at) "
                        + "select max(version) + 1, ?, ?, now() from calendar_change")
                .params(region, MARK)
                .update();
    }

    private LocalDate today() {
        return Times.dayOf(clock.instant());
    }

    private ProductionProcess node(String name) {
        return new ProductionProcess(String.valueOf(database.getJdbcUrl()), redis, folder)
                .withKeysOf(environment)
                .with("spring.application.name", "node-" + name);
    }

    /** All of its deadlines are over; its lights are held back until the nodes are up. */
    private void raise(Api officer, EnterpriseId enterprise, int number) {
        String longAgo = OffsetDateTime.ofInstant(clock.instant(), Times.SHANGHAI)
                .minusDays(120)
                .toString();
        officer.once()
                .post(
                        "/api/v1/desk/enterprises/" + enterprise + "/tickets",
                        Map.of(
                                "category",
                                "other",
                                "title",
                                MARK + number,
                                "content",
                                MARK,
                                "origin",
                                "PHONE",
                                "receivedAt",
                                longAgo))
                .expect(201);
        sql.sql("update ticket_light set next_at = null where region_code = ?")
                .param(COUNTY.value())
                .update();
    }

    private void makeDue() {
        sql.sql("update ticket_light set next_at = marks[given + 1] where region_code = ?")
                .param(COUNTY.value())
                .update();
    }

    private int given() {
        return number("select count(*) from ticket_warning w join ticket t on t.id = w.ticket_id where t.content = '"
                + MARK + "'");
    }

    private int left() {
        return number("select count(*) from ticket_light l join ticket t on t.id = l.ticket_id where t.content = '"
                + MARK + "' and l.next_at is not null");
    }

    private int number(String query) {
        return sql.sql(query).query(Integer.class).single();
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        int code = new ProcessBuilder(List.of("kill", "-" + signal, Long.toString(process.pid())))
                .start()
                .waitFor();
        assertThat(code).isZero();
    }
}
