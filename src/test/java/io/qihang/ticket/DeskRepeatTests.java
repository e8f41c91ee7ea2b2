package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.Api;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An officer's answer that got lost is asked for again, and what was done stands once. */
class DeskRepeatTests extends TicketPlay {

    private static final String PROGRESS = "/progress";

    private Api officer;
    private Api handler;
    private String ticket;

    @BeforeEach
    void a_ticket_is_worked_on() {
        var enterprise = firms.in(QINGSHUI);
        ticket = raise(member(enterprise), enterprise);
        officer = officer();
        handler = handler(OFFICE);
        bringToWork(ticket, officer, handler, OFFICE);
    }

    @Test
    void progress_sent_again_under_its_key_stands_once() {
        Api keyed = handler.with("Idempotency-Key", UUID.randomUUID().toString());
        keyed.post(desk(ticket) + PROGRESS, text("已联系供电所")).expect(204);
        keyed.post(desk(ticket) + PROGRESS, text("已联系供电所")).expect(204);
        assertThat(done("PROGRESS")).isEqualTo(1);
        keyed.post(desk(ticket) + PROGRESS, text("另一句话")).expect(422, "IDEMPOTENCY_KEY_REUSED");
        handler.once().post(desk(ticket) + PROGRESS, text("已联系供电所")).expect(204);
        assertThat(done("PROGRESS")).isEqualTo(2);
    }

    @Test
    void a_step_that_can_be_taken_once_is_not_refused_when_it_is_sent_again() {
        Api keyed = handler.with("Idempotency-Key", UUID.randomUUID().toString());
        keyed.post(desk(ticket) + "/answer", answer("已增容")).expect(204);
        keyed.post(desk(ticket) + "/answer", answer("已增容")).expect(204);
        assertThat(done("ANSWER")).isEqualTo(1);
    }

    @Test
    void one_key_serves_two_tickets_apart() {
        var enterprise = firms.in(QINGSHUI);
        String second = raise(member(enterprise), enterprise);
        Api keyed = officer.with("Idempotency-Key", UUID.randomUUID().toString());
        keyed.post(desk(ticket) + "/dispatch", Map.of("office", "gxj")).expect(204);
        keyed.post(desk(second) + "/dispatch", Map.of("office", "gxj")).expect(204);
        assertThat(hops(officer.get(desk(second)).expect(200), "action")).contains("DISPATCH");
    }

    @Test
    void without_a_key_each_request_counts() {
        handler.post(desk(ticket) + PROGRESS, text("第一次")).expect(204);
        handler.post(desk(ticket) + PROGRESS, text("第一次")).expect(204);
        assertThat(done("PROGRESS")).isEqualTo(2);
    }

    private int done(String action) {
        return Collections.frequency(hops(officer.get(desk(ticket)).expect(200), "action"), action);
    }
}
