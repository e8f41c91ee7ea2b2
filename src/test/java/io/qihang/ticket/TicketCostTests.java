package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.Api;
import io.qihang.testing.RedisCount;
import io.qihang.testing.SqlCount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a request costs in SQL statements, everything included. */
class TicketCostTests extends TicketPlay {

    @Autowired
    SqlCount sql;

    @Autowired
    RedisCount redis;

    @Test
    void raising_a_ticket_takes_at_most_twelve_statements_in_one_transaction_and_one_redis_command() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String path = "/api/v1/enterprises/" + enterprise + "/tickets";
        raise(member, enterprise);
        SqlCount.Count count = sql.count(member.once(), it -> it.post(path, power()));
        assertThat(count.statements()).hasSizeBetween(8, 12);
        assertThat(count.statements()).anyMatch(it -> it.contains("insert into audit_event"));
        assertThat(count.transactions()).isEqualTo(1);
        assertThat(redis.of(member.once(), it -> it.post(path, power()))).hasSizeBetween(0, 1);
    }

    @Test
    void reading_a_ticket_or_a_page_takes_at_most_two() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        Api officer = officer();
        officer.get(desk(ticket)).expect(200);
        assertThat(sql.of(member, it -> it.get("/api/v1/tickets/" + ticket))).hasSizeBetween(1, 2);
        assertThat(sql.of(officer, it -> it.get(desk(ticket)))).hasSizeBetween(1, 2);
        assertThat(sql.of(member, it -> it.get("/api/v1/enterprises/" + enterprise + "/tickets")))
                .hasSizeBetween(1, 2);
        assertThat(sql.of(officer, it -> it.get("/api/v1/desk/tickets?overdue=REPLY&order=DUE&limit=100")))
                .hasSizeBetween(1, 2);
    }
}
