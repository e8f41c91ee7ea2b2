package io.qihang.ticket.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.access.AccessProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.ProblemCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state, action and party: what the table does not name is refused. */
class TransitionTests {

    /** Long enough after the example's receipt that the enterprise's time to confirm is over. */
    private static final Instant LATER = Examples.at("2026-10-20T09:00");

    /** One row per action and state that knows it: action, state, state after. */
    private static final String TABLE = """
            DISPATCH           COLLECTED        DISPATCHED
            DISPATCH           DISPATCHED       DISPATCHED
            DISPATCH           HANDLING         DISPATCHED
            RETURN             DISPATCHED       COLLECTED
            ACCEPT             DISPATCHED       HANDLING
            PROGRESS           HANDLING         HANDLING
            PROGRESS           SUSPENDED        SUSPENDED
            REPLY              HANDLING         HANDLING
            EXTEND             HANDLING         HANDLING
            ANSWER             HANDLING         ANSWERED
            ASK_SUSPENSION     HANDLING         SUSPENSION_ASKED
            SUSPEND            SUSPENSION_ASKED SUSPENDED
            SUSPEND            SUSPENDED        SUSPENDED
            REFUSE_SUSPENSION  SUSPENSION_ASKED HANDLING
            RESUME             SUSPENDED        HANDLING
            CONFIRM            ANSWERED         CLOSED
            REJECT             ANSWERED         HANDLING
            CLOSE_UNANSWERED   ANSWERED         CLOSED
            REOPEN             CLOSED           DISPATCHED
            PROPOSE_OUTCOME    HANDLING         OUTCOME_PROPOSED
            PROPOSE_OUTCOME    ANSWERED         ANSWERED
            CONFIRM_OUTCOME    OUTCOME_PROPOSED CLOSED
            REFUSE_OUTCOME     OUTCOME_PROPOSED HANDLING
            WITHDRAW           COLLECTED        CLOSED
            WITHDRAW           DISPATCHED       CLOSED
            WITHDRAW           HANDLING         CLOSED
            WITHDRAW           SUSPENSION_ASKED CLOSED
            WITHDRAW           OUTCOME_PROPOSED CLOSED
            WITHDRAW           ANSWERED         CLOSED
            WITHDRAW           SUSPENDED        CLOSED
            """;

    private static final Map<TicketAction, Set<Party>> PARTIES = new EnumMap<>(Map.ofEntries(
            Map.entry(TicketAction.DISPATCH, Set.of(Party.LEDGER)),
            Map.entry(TicketAction.RETURN, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.ACCEPT, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.PROGRESS, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.REPLY, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.EXTEND, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.ANSWER, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.ASK_SUSPENSION, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.SUSPEND, Set.of(Party.LEDGER)),
            Map.entry(TicketAction.REFUSE_SUSPENSION, Set.of(Party.LEDGER)),
            Map.entry(TicketAction.RESUME, Set.of(Party.LEDGER, Party.HANDLER)),
            Map.entry(TicketAction.CONFIRM, Set.of(Party.ENTERPRISE)),
            Map.entry(TicketAction.REJECT, Set.of(Party.ENTERPRISE)),
            Map.entry(TicketAction.CLOSE_UNANSWERED, Set.of(Party.LEDGER)),
            Map.entry(TicketAction.PROPOSE_OUTCOME, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.CONFIRM_OUTCOME, Set.of(Party.LEDGER)),
            Map.entry(TicketAction.REFUSE_OUTCOME, Set.of(Party.LEDGER)),
            Map.entry(TicketAction.WITHDRAW, Set.of(Party.ENTERPRISE)),
            Map.entry(TicketAction.REOPEN, Set.of(Party.ENTERPRISE, Party.LEDGER))));

    /** Actions that the system takes by itself and those that open a ticket are told elsewhere. */
    private static final Set<TicketAction> BY_OTHER_MEANS =
            Set.of(TicketAction.RAISE, TicketAction.ESCALATE, TicketAction.RECALCULATE);

    static Stream<Arguments> everyStateAndAction() {
        return Arrays.stream(TicketStatus.values()).flatMap(status -> Arrays.stream(TicketAction.values())
                .filter(action -> !BY_OTHER_MEANS.contains(action))
                .map(action -> Arguments.of(status, action)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndAction")
    void a_ticket_moves_as_the_table_says_and_only_for_whom_it_says(TicketStatus from, TicketAction action) {
        TicketStatus to = table().get(from + " " + action);
        for (Party party : Party.values()) {
            Ticket ticket = Examples.in(from);
            By by = new By(party, Examples.SOMEONE);
            if (!PARTIES.getOrDefault(action, Set.of()).contains(party)) {
                refused(ticket, by, action, AccessProblem.FORBIDDEN);
            } else if (to == null) {
                refused(ticket, by, action, TicketProblem.TICKET_STATE);
            } else {
                Hop hop = act(ticket, by, action);
                assertThat(ticket.status()).isEqualTo(to);
                assertThat(hop.status()).isEqualTo(to);
                assertThat(hop.action()).isEqualTo(action);
                assertThat(hop.party()).isEqualTo(party);
            }
        }
    }

    @Test
    void no_state_can_be_raised_again() {
        assertThat(TicketStatus.values()).allSatisfy(status -> assertThat(status.after(TicketAction.RAISE))
                .isEmpty());
    }

    @Test
    void the_system_escalates_and_recalculates_only_what_is_open_and_leaves_it_where_it_stands() {
        for (TicketStatus status : TicketStatus.values()) {
            for (TicketAction action : List.of(TicketAction.ESCALATE, TicketAction.RECALCULATE)) {
                if (status.isOpen()) assertThat(status.after(action)).contains(status);
                else assertThat(status.after(action)).isEmpty();
                assertThat(action.parties()).containsExactly(Party.SYSTEM);
            }
        }
    }

    @Test
    void a_suspended_ticket_is_still_open() {
        assertThat(Arrays.stream(TicketStatus.values()).filter(it -> !it.isOpen()))
                .containsExactly(TicketStatus.CLOSED);
    }

    @Test
    void the_stages_are_those_of_the_plan() {
        assertThat(Arrays.stream(TicketStatus.values()).map(it -> it.stage().label()))
                .containsExactly("问题收集", "限时办理", "限时办理", "限时办理", "限时办理", "持续跟踪", "持续跟踪", "销号管理");
    }

    private static void refused(Ticket ticket, By by, TicketAction action, ProblemCode code) {
        TicketStatus before = ticket.status();
        assertThatThrownBy(() -> act(ticket, by, action))
                .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.code())
                        .as("%s by %s", action, by.party())
                        .isEqualTo(code));
        assertThat(ticket.status()).isEqualTo(before);
    }

    private static Hop act(Ticket ticket, By by, TicketAction action) {
        Instant now = action == TicketAction.EXTEND ? Examples.RECEIVED : LATER;
        return switch (action) {
            case DISPATCH -> ticket.dispatch(by, "renshe", "分派给县人力资源和社会保障局。", now);
            case RETURN -> ticket.giveBack(by, "不属本单位职责。", now);
            case ACCEPT -> ticket.accept(by, "已受理。", now);
            case PROGRESS -> ticket.progress(by, "已到现场查看。", now);
            case REPLY -> ticket.reply(by, "计划下周增容。", now);
            case EXTEND -> ticket.extend(by, "需要协调上级供电公司。", Examples.CLOCKS, now);
            case ANSWER -> ticket.answer(by, "已增容。", "验收单", Examples.POLICY, now);
            case ASK_SUSPENSION -> ticket.askSuspension(by, "变电站明年建成。", now);
            case SUSPEND -> ticket.suspend(by, "同意挂账。", Examples.POLICY, now);
            case REFUSE_SUSPENSION -> ticket.refuseSuspension(by, "请先临时供电。", now);
            case RESUME -> ticket.resume(by, "变电站已建成。", Examples.POLICY, now);
            case CONFIRM -> ticket.confirm(by, "已解决。", now);
            case REJECT -> ticket.reject(by, "仍然停电。", now);
            case CLOSE_UNANSWERED -> ticket.closeUnanswered(by, "三次电话均无人接听。", now);
            case PROPOSE_OUTCOME -> {
                var outcome =
                        ticket.status() == TicketStatus.ANSWERED ? TicketOutcome.UNANSWERED : TicketOutcome.EXPLAINED;
                yield ticket.proposeOutcome(by, outcome, "政策不支持。", "文件", now);
            }
            case CONFIRM_OUTCOME -> ticket.confirmOutcome(by, TicketOutcome.EXPLAINED, "同意。", now);
            case REFUSE_OUTCOME -> ticket.refuseOutcome(by, "请再联系。", now);
            case WITHDRAW -> ticket.withdraw(by, "已自行解决。", now);
            case REOPEN -> ticket.reopen(by, "问题又出现了。", Examples.POLICY, now);
            case RAISE, ESCALATE, RECALCULATE -> throw new IllegalArgumentException(action.name());
        };
    }

    private static Map<String, TicketStatus> table() {
        return TABLE.lines()
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(
                        it -> it[1] + " " + it[0], it -> TicketStatus.valueOf(it[2]), (a, b) -> b, HashMap::new));
    }
}
