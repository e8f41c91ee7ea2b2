package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Figures;
import io.qihang.testing.Firms;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Superuser;
import io.qihang.testing.SystemTest;
import io.qihang.ticket.domain.DeadlineWatch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/**
 * What a sweep over 1,000 due lights costs the processor, its own and the database's, among 10,000 open tickets and
 * among 1,000,000: it follows what is due, not the table.
 */
@SystemTest
class SweepBench {

    private static final RegionCode COUNTY = new RegionCode("130600");
    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("qihang.open", 1_000_000);
    private static final int DUE = 1_000;
    private static final int SWEEPS = 3;

    /** A working morning. */
    private static final Instant NOW = Instant.parse("2026-10-28T02:00:00Z");

    @Autowired
    DeadlineWatch watch;

    @Autowired
    MovableClock clock;

    @Autowired
    Firms firms;

    @Autowired
    Superuser superuser;

    @Autowired
    JdbcClient sql;

    @Autowired
    List<ScheduledTaskHolder> scheduled;

    /** A second sweep would take a part of the work, and a vacuum on its own time a part of the processor. */
    private void beAlone() {
        List<ScheduledTask> sweeps = scheduled.stream()
                .flatMap(it -> it.getScheduledTasks().stream())
                .filter(it -> it.toString().startsWith(DeadlineWatch.class.getName()))
                .toList();
        assertThat(sweeps).isNotEmpty();
        sweeps.forEach(ScheduledTask::cancel);
        server("alter system set autovacuum = off");
    }

    private void server(String setting) {
        superuser.database().sql(setting).update();
        superuser.database().sql("select pg_reload_conf()").query().singleValue();
    }

    @Test
    void a_sweep_costs_what_is_due_not_what_is_open() throws IOException {
        beAlone();
        clock.stop(NOW);
        EnterpriseId enterprise = firms.in(COUNTY.value());
        try {
            open(enterprise, 0, FEW - 2 * SWEEPS * DUE, false);
            typical(enterprise, "w");
            Duration few = typical(enterprise, "f");
            open(enterprise, FEW, MANY - FEW - SWEEPS * DUE, false);
            Duration many = typical(enterprise, "m");
            Figures.put("sweep.cpu_10k_ms", (double) few.toMillis());
            Figures.put("sweep.cpu_1m_ms", (double) many.toMillis());
            Figures.put("sweep.cpu_1m_vs_10k", (double) many.toNanos() / few.toNanos());
        } finally {
            server("alter system reset autovacuum");
            clock.reset();
        }
    }

    /** The middle one of several sweeps. */
    private Duration typical(EnterpriseId enterprise, String mark) {
        return IntStream.range(0, SWEEPS)
                .mapToObj(i -> sweep(enterprise, mark + i))
                .sorted()
                .toList()
                .get(SWEEPS / 2);
    }

    /** The processor time of a sweep over so many that are due. */
    private Duration sweep(EnterpriseId enterprise, String mark) {
        open(enterprise, mark.hashCode() * 100_000, DUE, true);
        superuser
                .database()
                .sql("vacuum analyze ticket, ticket_light, ticket_step, ticket_event")
                .update();
        superuser.database().sql("checkpoint").update();
        Duration before = cpu();
        watch.giveLights();
        Duration used = cpu().minus(before);
        assertThat(sql.sql("select count(*) from ticket_light where region_code = ? and next_at < ?")
                        .params(COUNTY.value(), Timestamp.from(NOW))
                        .query(Integer.class)
                        .single())
                .isZero();
        return used;
    }

    private Duration cpu() {
        return superuser
                .processorTime()
                .plusNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    /** Tickets whose only light, the last of 办结, is due an hour ago or in a month. */
    private void open(EnterpriseId enterprise, int from, int count, boolean due) {
        superuser
                .database()
                .sql("""
                insert into ticket_counter (region_code, year, last) values ('130600', 2026, 1) on conflict do nothing;
                create temporary table opened as
                select gen_random_uuid() as id, n,
                    timestamptz '2026-10-28T02:00:00Z' + %s as due
                from generate_series(%d, %d) n;
                insert into ticket (id, region_code, enterprise_id, number, category, title, content, origin, raised_by,
                    received_at, created_at, status, reopened, hops, next_due_at, calendar_version, version)
                select id, '130600', '%s', 'SW-' || n, 'other', '量一量', '量一量', 'PHONE', id,
                    timestamptz '2026-10-01T02:00:00Z', timestamptz '2026-10-01T02:00:00Z', 'COLLECTED', 0, 1, due,
                    (select max(version) from calendar_change), 0 from opened;
                insert into ticket_step (ticket_id, no, region_code, kind, profile, profile_version, profile_step,
                    calendar_version, started_at, due_at, provisional)
                select id, 1, '130600', 'SOLVE', 'ticket', 1, 'solve', (select max(version) from calendar_change),
                    timestamptz '2026-10-01T02:00:00Z', due, false from opened;
                insert into ticket_event (ticket_id, seq, region_code, action, status, party, account, at, text)
                select id, 1, '130600', 'RAISE', 'COLLECTED', 'LEDGER', id, timestamptz '2026-10-01T02:00:00Z', '登记'
                from opened;
                insert into ticket_light (ticket_id, step_no, region_code, marks, lights, given, level, next_at)
                select id, 1, '130600', array[due], array['SUPERVISE'], 0, 0, due from opened;
                drop table opened;
                """.formatted(
                                due ? "interval '-1 hour'" : "interval '30 days'", from, from + count - 1, enterprise))
                .update();
    }
}
