package io.qihang.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.identity.PersonId;
import io.qihang.platform.PageRequest;
import io.qihang.testing.Figures;
import io.qihang.testing.Superuser;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the unread count and the first page of one person's inbox cost the processor, its own and the database's, with
 * 100,000 messages of all persons and with 10,000,000, a hundred for each: they follow the person's messages, not the table.
 * A machine's speed changes within the minutes between the two, so each is measured beside the same questions asked of a
 * table that stays as it is, turn about.
 */
@SystemTest
class InboxBench {

    private static final int CAMPAIGNS = 100;
    private static final int FEW = 100_000;
    private static final int MANY = Integer.getInteger("qihang.messages", 10_000_000);
    private static final int WARM_UP = 40_000;
    private static final int PAGES = 1_500;
    private static final int TIMES = 15;
    private static final PersonId PERSON = new PersonId(new UUID(0x7000L, 1));

    @Autowired
    Inbox inbox;

    @Autowired
    Superuser superuser;

    @Test
    void a_page_costs_what_the_person_was_told_not_what_all_were() throws IOException {
        server("alter system set autovacuum = off");
        try {
            run("""
                    set session_replication_role = replica;
                    insert into campaign (id, region_code, key, title, body, page, fields, created_at, settled_at,
                        closes_at, closed_at)
                    select ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, '130600', 'inbox:' || n,
                        '（虚构）新政策' || n, '请看。', 'pages/policy/show?id=1', '{}', now() - n * interval '1 hour', now(),
                        now(), now()
                    from generate_series(1, %d) n
                    """.formatted(CAMPAIGNS));
            tell(1, FEW / CAMPAIGNS);
            run("""
                    create table control_recipient as select * from campaign_recipient;
                    create index on control_recipient (person_id, campaign_id);
                    create table control_campaign as select * from campaign;
                    alter table control_campaign add primary key (id)
                    """);
            run("vacuum analyze control_recipient, control_campaign");
            read(WARM_UP);
            readControl(WARM_UP);
            Cost few = cost();
            tell(FEW / CAMPAIGNS + 1, MANY / CAMPAIGNS);
            Cost many = cost();
            Figures.put("inbox.page_100k_us", few.pageMicros());
            Figures.put("inbox.page_10m_us", many.pageMicros());
            Figures.put("inbox.cpu_10m_vs_100k", many.againstControl() / few.againstControl());
        } finally {
            run("drop table if exists control_recipient, control_campaign");
            run("truncate campaign_recipient; delete from campaign where key like 'inbox:%'");
            run("reset session_replication_role");
            server("alter system reset autovacuum");
        }
    }

    /** Persons of these numbers are told of every campaign; they have read half of it. */
    private void tell(int first, int last) {
        run("""
                insert into campaign_recipient (campaign_id, person_id, region_code, state, attempt, reason, updated_at,
                    read_at)
                select ('00000000-0000-7000-9000-' || lpad(to_hex(c), 12, '0'))::uuid,
                    ('00000000-0000-7000-0000-' || lpad(to_hex(p), 12, '0'))::uuid, '130600',
                    case when c %% 2 = 0 then 'READ' else 'INBOX_ONLY' end, 0, '', now(),
                    case when c %% 2 = 0 then now() end
                from generate_series(%d, %d) p, generate_series(1, %d) c
                """.formatted(first, last, CAMPAIGNS));
    }

    /** Microseconds for both questions, and that against what the control costs. */
    private record Cost(double pageMicros, double againstControl) {}

    /** The middle one of several runs. */
    private Cost cost() {
        run("vacuum analyze campaign_recipient");
        run("checkpoint");
        List<Cost> costs = IntStream.range(0, TIMES)
                .mapToObj(it -> {
                    double page = read(PAGES).toNanos();
                    double control = readControl(PAGES).toNanos();
                    return new Cost(page / 1e3 / PAGES, page / control);
                })
                .sorted(Comparator.comparingDouble(Cost::againstControl))
                .toList();
        return costs.get(TIMES / 2);
    }

    private Duration read(int pages) {
        Duration before = cpu();
        for (int i = 0; i < pages; i++) {
            assertThat(inbox.unread(PERSON)).isEqualTo(CAMPAIGNS / 2);
            assertThat(inbox.of(PERSON, new PageRequest(null, 20)).items()).hasSize(20);
        }
        return cpu().minus(before);
    }

    private Duration readControl(int pages) {
        Duration before = cpu();
        for (int i = 0; i < pages; i++) {
            assertThat(superuser
                            .database()
                            .sql("select count(*) from control_recipient where person_id = ? and read_at is null")
                            .param(PERSON.value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(CAMPAIGNS / 2);
            assertThat(superuser
                            .database()
                            .sql("""
                                    select c.id, c.title, c.body, c.page, c.created_at, r.read_at, r.read_at is null as unread
                                    from control_recipient r join control_campaign c on c.id = r.campaign_id
                                    where r.person_id = ? order by unread desc, c.created_at desc, c.id desc limit 20
                                    """)
                            .param(PERSON.value())
                            .query()
                            .listOfRows())
                    .hasSize(20);
        }
        return cpu().minus(before);
    }

    private Duration cpu() {
        return superuser
                .processorTime()
                .plusNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private void server(String setting) {
        run(setting);
        superuser.database().sql("select pg_reload_conf()").query().singleValue();
    }

    private void run(String statement) {
        superuser.database().sql(statement).update();
    }
}
