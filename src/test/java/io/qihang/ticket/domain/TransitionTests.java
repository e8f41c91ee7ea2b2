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
import java.util.UUID;
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
            APPEAL             DISPATCHED       FINAL_REVIEW
            RULE               FINAL_REVIEW     DISPATCHED
            URGE               DISPATCHED       DISPATCHED
            URGE               FINAL_REVIEW     FINAL_REVIEW
            URGE               PAUSED           PAUSED
            URGE               HANDLING         HANDLING
            URGE               SUSPENSION_ASKED SUSPENSION_ASKED
            ASSIGN             PAUSED           PAUSED
            ASSIGN             HANDLING         HANDLING
            ASSIGN             SUSPENSION_ASKED SUSPENSION_ASKED
            ASSIGN             SUSPENDED        SUSPENDED
            ASSIGN             ANSWERED         ANSWERED
            ASK_ASSIST         DISPATCHED       DISPATCHED
            ASK_ASSIST         PAUSED           PAUSED
            ASK_ASSIST         HANDLING         HANDLING
            ASK_ASSIST         SUSPENSION_ASKED SUSPENSION_ASKED
            ACCEPT_ASSIST      DISPATCHED       DISPATCHED
            ACCEPT_ASSIST      PAUSED           PAUSED
            ACCEPT_ASSIST      HANDLING         HANDLING
            ACCEPT_ASSIST      SUSPENSION_ASKED SUSPENSION_ASKED
            FINISH_ASSIST      DISPATCHED       DISPATCHED
            FINISH_ASSIST      PAUSED           PAUSED
            FINISH_ASSIST      HANDLING         HANDLING
            FINISH_ASSIST      SUSPENSION_ASKED SUSPENSION_ASKED
            WITHDRAW_ASSIST    DISPATCHED       DISPATCHED
            WITHDRAW_ASSIST    PAUSED           PAUSED
            WITHDRAW_ASSIST    HANDLING         HANDLING
            WITHDRAW_ASSIST    SUSPENSION_ASKED SUSPENSION_ASKED
            URGE               OUTCOME_PROPOSED OUTCOME_PROPOSED
            ASSIGN             OUTCOME_PROPOSED OUTCOME_PROPOSED
            ASK_ASSIST         OUTCOME_PROPOSED OUTCOME_PROPOSED
            ACCEPT_ASSIST      OUTCOME_PROPOSED OUTCOME_PROPOSED
            FINISH_ASSIST      OUTCOME_PROPOSED OUTCOME_PROPOSED
            WITHDRAW_ASSIST    OUTCOME_PROPOSED OUTCOME_PROPOSED
            WITHDRAW           FINAL_REVIEW     CLOSED
            WITHDRAW           PAUSED           CLOSED
            ACCEPT             DISPATCHED       HANDLING
            PROGRESS           HANDLING         HANDLING
            PROGRESS           SUSPENDED        SUSPENDED
            REPLY              HANDLING         HANDLING
            PAUSE              HANDLING         PAUSED
            PROGRESS           PAUSED           PAUSED
            SUPPLY             PAUSED           HANDLING
            END_PAUSE          PAUSED           HANDLING
            ASK_EXTENSION      HANDLING         HANDLING
            EXTEND             DISPATCHED       DISPATCHED
            EXTEND             HANDLING         HANDLING
            EXTEND             PAUSED           PAUSED
            EXTEND             SUSPENSION_ASKED SUSPENSION_ASKED
            REFUSE_EXTENSION   DISPATCHED       DISPATCHED
            REFUSE_EXTENSION   HANDLING         HANDLING
            REFUSE_EXTENSION   PAUSED           PAUSED
            REFUSE_EXTENSION   SUSPENSION_ASKED SUSPENSION_ASKED
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
            SUPPLEMENT         COLLECTED        COLLECTED
            SUPPLEMENT         DISPATCHED       DISPATCHED
            SUPPLEMENT         FINAL_REVIEW     FINAL_REVIEW
            SUPPLEMENT         HANDLING         HANDLING
            SUPPLEMENT         PAUSED           PAUSED
            SUPPLEMENT         SUSPENSION_ASKED SUSPENSION_ASKED
            SUPPLEMENT         OUTCOME_PROPOSED OUTCOME_PROPOSED
            SUPPLEMENT         ANSWERED         ANSWERED
            SUPPLEMENT         SUSPENDED        SUSPENDED
            SPLIT              DISPATCHED       DISPATCHED
            SPLIT              HANDLING         HANDLING
            SPLIT              PAUSED           PAUSED
            SPLIT              SUSPENSION_ASKED SUSPENSION_ASKED
            SPLIT              OUTCOME_PROPOSED OUTCOME_PROPOSED
            SPLIT              ANSWERED         ANSWERED
            SPLIT              SUSPENDED        SUSPENDED
            MERGE              COLLECTED        DISPATCHED
            MERGE              DISPATCHED       DISPATCHED
            MERGE              HANDLING         HANDLING
            """;

    private static final Map<TicketAction, Set<Party>> PARTIES = new EnumMap<>(Map.ofEntries(
            Map.entry(TicketAction.DISPATCH, Set.of(Party.LEDGER)),
            Map.entry(TicketAction.RETURN, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.APPEAL, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.RULE, Set.of(Party.ARBITER)),
            Map.entry(TicketAction.URGE, Set.of(Party.LEDGER)),
            Map.entry(TicketAction.ASSIGN, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.ASK_ASSIST, Set.of(Party.LEDGER, Party.HANDLER)),
            Map.entry(TicketAction.ACCEPT_ASSIST, Set.of(Party.ASSISTANT)),
            Map.entry(TicketAction.FINISH_ASSIST, Set.of(Party.ASSISTANT)),
            Map.entry(TicketAction.WITHDRAW_ASSIST, Set.of(Party.LEDGER, Party.HANDLER)),
            Map.entry(TicketAction.ACCEPT, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.PROGRESS, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.REPLY, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.PAUSE, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.SUPPLY, Set.of(Party.ENTERPRISE)),
            Map.entry(TicketAction.END_PAUSE, Set.of(Party.LEDGER, Party.HANDLER)),
            Map.entry(TicketAction.ASK_EXTENSION, Set.of(Party.HANDLER)),
            Map.entry(TicketAction.EXTEND, Set.of(Party.LEDGER)),
            Map.entry(TicketAction.REFUSE_EXTENSION, Set.of(Party.LEDGER)),
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
            Map.entry(TicketAction.SUPPLEMENT, Set.of(Party.ENTERPRISE)),
            Map.entry(TicketAction.MERGE, Set.of(Party.ENTERPRISE, Party.LEDGER)),
            Map.entry(TicketAction.SPLIT, Set.of(Party.LEDGER)),
            Map.entry(TicketAction.REOPEN, Set.of(Party.ENTERPRISE, Party.LEDGER))));

    /** Actions that the system takes by itself and those that open a ticket are told elsewhere. */
    private static final Set<TicketAction> BY_OTHER_MEANS = Set.of(
            TicketAction.RAISE,
            TicketAction.RELEASE,
            TicketAction.ESCALATE,
            TicketAction.RECALCULATE,
            TicketAction.NUDGE,
            TicketAction.LAPSE);

    private static final Set<TicketAction> DECIDES = Set.of(TicketAction.EXTEND, TicketAction.REFUSE_EXTENSION);

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
            Ticket ticket = to != null && DECIDES.contains(action)
                    ? Examples.extensionAskedIn(from)
                    : action == TicketAction.APPEAL ? Examples.refusedOnceIn(from) : Examples.in(from);
            if (action == TicketAction.SPLIT) ticket = Examples.inCommon(from);
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
                boolean rests = status == TicketStatus.PAUSED && action == TicketAction.ESCALATE;
                if (status.isOpen() && !rests) assertThat(status.after(action)).contains(status);
                else assertThat(status.after(action)).isEmpty();
                assertThat(action.parties()).containsExactly(Party.SYSTEM);
            }
        }
    }

    @Test
    void what_a_leaving_handler_worked_on_is_accepted_anew_and_all_else_stays_where_it_is() {
        for (TicketStatus status : TicketStatus.values()) {
            var to = status.after(TicketAction.RELEASE);
            switch (status) {
                case HANDLING -> assertThat(to).contains(TicketStatus.DISPATCHED);
                case PAUSED, SUSPENSION_ASKED, OUTCOME_PROPOSED, ANSWERED, SUSPENDED ->
                    assertThat(to).contains(status);
                default -> assertThat(to).as("nobody works on it").isEmpty();
            }
        }
        Ticket ticket = Examples.extensionAskedIn(TicketStatus.HANDLING);
        var steps = ticket.steps();
        assertThat(ticket.release("原经办人已离岗。", LATER).party()).isEqualTo(Party.SYSTEM);
        assertThat(ticket.handler()).isNull();
        assertThat(ticket.steps()).as("the clock goes on").isEqualTo(steps);
        assertThat(ticket.waits().pending())
                .as("what was asked for is still decided")
                .isPresent();
        ticket.accept(Examples.HANDLER, "接手。", LATER);
        assertThat(ticket.steps()).as("accepted in time the first time").isEqualTo(steps);
        ticket.release("又离岗。", LATER);
        ticket.dispatch(Examples.LEDGER, "renshe", "分派给县人社局。", LATER);
        assertThat(ticket.waits().pending()).as("not by another office").isEmpty();
    }

    @Test
    void a_refusal_names_what_people_may_do_here() {
        Ticket ticket = Examples.in(TicketStatus.PAUSED);
        assertThatThrownBy(() -> act(ticket, Examples.HANDLER, TicketAction.ANSWER))
                .isInstanceOfSatisfying(Problem.class, it -> {
                    assertThat(it.detail())
                            .isEqualTo(
                                    "这件诉求现在是“暂停计时”，不能办理“办结答复”；"
                                            + "现在可以：催办、更换经办人、请协办、协办受理、协办办结、撤回协办、办理进展、企业补充材料、恢复计时、同意延期、不同意延期、企业撤回、补充情况、移出共性问题。请刷新后再看。");
                    assertThat(it.allowed())
                            .extracting(Problem.Choice::code)
                            .containsExactly(
                                    "URGE",
                                    "ASSIGN",
                                    "ASK_ASSIST",
                                    "ACCEPT_ASSIST",
                                    "FINISH_ASSIST",
                                    "WITHDRAW_ASSIST",
                                    "PROGRESS",
                                    "SUPPLY",
                                    "END_PAUSE",
                                    "EXTEND",
                                    "REFUSE_EXTENSION",
                                    "WITHDRAW",
                                    "SUPPLEMENT",
                                    "SPLIT");
                });
    }

    @Test
    void a_suspended_ticket_is_still_open() {
        assertThat(Arrays.stream(TicketStatus.values()).filter(it -> !it.isOpen()))
                .containsExactly(TicketStatus.CLOSED);
    }

    @Test
    void the_stages_are_those_of_the_plan() {
        assertThat(Arrays.stream(TicketStatus.values()).map(it -> it.stage().label()))
                .containsExactly("问题收集", "限时办理", "限时办理", "限时办理", "限时办理", "限时办理", "限时办理", "持续跟踪", "持续跟踪", "销号管理");
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
        Instant now = LATER;
        return switch (action) {
            case DISPATCH -> ticket.dispatch(by, "renshe", "分派给县人力资源和社会保障局。", now);
            case RETURN, APPEAL -> ticket.refuse(by, Examples.REFUSAL, now, "zhihuibu", now);
            case RULE -> ticket.rule(by, "gongdian", "由县供电公司办理。", now);
            case URGE -> ticket.urge(by, "请抓紧。", now);
            case ASSIGN -> ticket.assign(by, new UUID(0, 9), "更换经办人。", now);
            case ASK_ASSIST -> ticket.askAssist(by, "renshe", "招工", "请协办。", Examples.DISPATCH_CLOCK, now);
            case ACCEPT_ASSIST -> ticket.acceptAssist(by, Examples.assist(ticket), "已受理协办。", now);
            case FINISH_ASSIST -> ticket.finishAssist(by, Examples.assist(ticket), "已办。", "已办。", "记录", now);
            case WITHDRAW_ASSIST -> ticket.withdrawAssist(by, Examples.assist(ticket), "不需要了。", "撤回。", now);
            case ACCEPT -> ticket.accept(by, "已受理。", now);
            case PROGRESS -> ticket.progress(by, "已到现场查看。", now);
            case REPLY -> ticket.reply(by, "计划下周增容。", now);
            case PAUSE -> ticket.pause(by, Examples.SUPERIOR, "上级供电公司批复。", Examples.CLOCKS, now);
            case SUPPLY -> ticket.supply(by, "申请表见附件。", Examples.CLOCKS, now);
            case END_PAUSE -> ticket.endPause(by, "已收到。", Examples.CLOCKS, now);
            case ASK_EXTENSION -> ticket.askExtension(by, "需要协调上级供电公司。", Examples.CLOCKS, now);
            case EXTEND -> ticket.extend(by, "gxj", "县工业和信息化局", "", Examples.CLOCKS, now);
            case REFUSE_EXTENSION -> ticket.refuseExtension(by, "gxj", "县工业和信息化局", "可以先临时供电。", now);
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
            case SUPPLEMENT -> ticket.supplement(by, "昨天又停了一次。", now);
            case MERGE -> ticket.merge(by, Examples.COMMON, "gongdian", "并入共性问题。", now);
            case SPLIT -> ticket.split(by, "不是同一个问题。", now);
            case REOPEN -> ticket.reopen(by, "问题又出现了。", Examples.POLICY, now);
            case RAISE, RELEASE, ESCALATE, RECALCULATE, NUDGE, LAPSE ->
                throw new IllegalArgumentException(action.name());
        };
    }

    private static Map<String, TicketStatus> table() {
        return TABLE.lines()
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(
                        it -> it[1] + " " + it[0], it -> TicketStatus.valueOf(it[2]), (a, b) -> b, HashMap::new));
    }
}
