package io.qihang.ticket.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.platform.Problem;
import io.qihang.platform.ProblemCode;
import io.qihang.ticket.CommonProblemId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A ticket among others of its kind. */
class CommonProblemTests {

    private static final Instant LATER = Examples.RECEIVED.plusSeconds(3600);

    @Test
    void its_deadlines_stay_when_it_is_put_together_with_others() {
        Ticket ticket = Examples.in(TicketStatus.HANDLING);
        List<Step> before = ticket.steps().all();
        ticket.merge(Examples.LEDGER, Examples.COMMON, "gongdian", "并入。", LATER);
        assertThat(ticket.steps().all()).isEqualTo(before);
        assertThat(ticket.status()).isEqualTo(TicketStatus.HANDLING);
        assertThat(ticket.commonProblem()).isEqualTo(Examples.COMMON);
    }

    @Test
    void another_office_gets_it_as_when_it_is_dispatched() {
        Ticket ticket = Examples.in(TicketStatus.HANDLING);
        ticket.merge(Examples.LEDGER, Examples.COMMON, "renshe", "并入。", LATER);
        assertThat(ticket.status()).isEqualTo(TicketStatus.DISPATCHED);
        assertThat(ticket.office()).isEqualTo("renshe");
        assertThat(ticket.handler()).isNull();
    }

    @Test
    void it_leaves_with_the_office() {
        for (String to : List.of("renshe", "back")) {
            Ticket ticket = Examples.inCommon(TicketStatus.DISPATCHED);
            if (to.equals("back")) ticket.refuse(Examples.HANDLER, Examples.REFUSAL, LATER, "zhihuibu", LATER);
            else ticket.dispatch(Examples.LEDGER, to, "改派。", LATER);
            assertThat(ticket.commonProblem()).as(to).isNull();
        }
        Ticket same = Examples.inCommon(TicketStatus.DISPATCHED);
        same.dispatch(Examples.LEDGER, "gongdian", "再分派。", LATER);
        assertThat(same.commonProblem()).isEqualTo(Examples.COMMON);
    }

    @Test
    void what_the_final_decision_bound_stays_with_its_office() {
        Ticket ticket = Examples.in(TicketStatus.FINAL_REVIEW);
        ticket.rule(new By(Party.ARBITER, Examples.SOMEONE), "gongdian", "由县供电公司办理。", LATER);
        refused(TicketProblem.TICKET_BOUND, () -> merge(ticket, Examples.COMMON, "renshe"));
        merge(ticket, Examples.COMMON, "gongdian");
        assertThat(ticket.commonProblem()).isEqualTo(Examples.COMMON);
    }

    @Test
    void it_is_in_one_problem_at_a_time() {
        Ticket ticket = Examples.inCommon(TicketStatus.HANDLING);
        CommonProblemId other = new CommonProblemId(new UUID(0, 8));
        refused(TicketProblem.TICKET_COMMON_ALREADY, () -> merge(ticket, other, "gongdian"));
        ticket.split(Examples.LEDGER, "不是同一件事。", LATER);
        assertThat(ticket.commonProblem()).isNull();
        refused(TicketProblem.TICKET_COMMON_NOT_IN, () -> ticket.split(Examples.LEDGER, "再移。", LATER));
        merge(ticket, other, "gongdian");
        assertThat(ticket.commonProblem()).isEqualTo(other);
    }

    private static void merge(Ticket ticket, CommonProblemId problem, String office) {
        ticket.merge(Examples.LEDGER, problem, office, "并入。", LATER);
    }

    private static void refused(ProblemCode code, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(Problem.class, it -> assertThat(it.code())
                .isEqualTo(code));
    }
}
