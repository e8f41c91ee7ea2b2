package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.Api;
import io.qihang.testing.SqlCount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a request costs in SQL statements, everything included. */
class TicketCostTests extends TicketPlay {

    @Autowired
    SqlCount sql;

    @Test
    void raising_a_ticket_takes_at_most_twelve_statements() {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        raise(member, enterprise);
        List<String> statements =
                sql.of(member.once(), it -> it.post("/api/v1/enterprises/" + enterprise + "/tickets", power()));
        assertThat(statements).hasSizeBetween(8, 12);
        assertThat(statements).anyMatch(it -> it.contains("insert into audit_event"));
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
