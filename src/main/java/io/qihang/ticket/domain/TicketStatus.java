package io.qihang.ticket.domain;

import io.qihang.platform.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands, and where each action leads from there. What the table does not name is refused. */
public enum TicketStatus {
    COLLECTED("待分派", TicketStage.COLLECTING),
    DISPATCHED("待受理", TicketStage.HANDLING),
    FINAL_REVIEW("待终审", TicketStage.HANDLING),
    HANDLING("办理中", TicketStage.HANDLING),
    /** The office waits for someone and its clock stands still. */
    PAUSED("暂停计时", TicketStage.HANDLING),
    SUSPENSION_ASKED("待确认挂账", TicketStage.HANDLING),
    OUTCOME_PROPOSED("待确认结果", TicketStage.HANDLING),
    ANSWERED("待企业确认", TicketStage.TRACKING),
    SUSPENDED("挂账", TicketStage.TRACKING),
    CLOSED("已销号", TicketStage.CLOSING);

    private final String label;
    private final TicketStage stage;

    TicketStatus(String label, TicketStage stage) {
        this.label = label;
        this.stage = stage;
    }

    /** The state as a person reads it. */
    public String label() {
        return label;
    }

    public TicketStage stage() {
        return stage;
    }

    /** Whether the 台账 counts it as 未销号; a suspended ticket does. */
    public boolean isOpen() {
        return this != CLOSED;
    }

    /** Whether the office whose matter it is has it. */
    private boolean hasOffice() {
        return this != COLLECTED && this != FINAL_REVIEW;
    }

    /** The state the action leads to; empty when it cannot be done here. */
    public Optional<TicketStatus> after(TicketAction action) {
        if (action == TicketAction.SUPPLEMENT && isOpen()) return Optional.of(this);
        if (action == TicketAction.SPLIT && isOpen() && hasOffice()) return Optional.of(this);
        if (stays().contains(action)) return Optional.of(this);
        return Optional.ofNullable(transitions().get(action))
                .or(() -> Optional.ofNullable(waiting().get(action)))
                .or(() -> Optional.ofNullable(afterOtherOutcome(action)))
                .or(() -> Optional.ofNullable(action == TicketAction.MERGE ? merged() : null))
                .or(() -> Optional.ofNullable(action == TicketAction.RELEASE ? released() : null));
    }

    /** Why an action is refused here, with what people may do instead. */
    Problem refuse(String asked) {
        List<Problem.Choice> allowed = choices();
        String names =
                String.join("、", allowed.stream().map(Problem.Choice::label).toList());
        return Problem.of(TicketProblem.TICKET_STATE, label, asked, names).offering(allowed);
    }

    /** What people may do here. */
    List<Problem.Choice> choices() {
        return Arrays.stream(TicketAction.values())
                .filter(it -> after(it).isPresent() && !it.parties().contains(Party.SYSTEM))
                .map(it -> new Problem.Choice(it.name(), it.label()))
                .toList();
    }

    /** What is done here without the ticket moving on. */
    private Set<TicketAction> stays() {
        return switch (this) {
            case DISPATCHED ->
                Set.of(
                        TicketAction.URGE,
                        TicketAction.ASK_ASSIST,
                        TicketAction.ACCEPT_ASSIST,
                        TicketAction.FINISH_ASSIST,
                        TicketAction.WITHDRAW_ASSIST);
            case HANDLING, PAUSED, SUSPENSION_ASKED, OUTCOME_PROPOSED ->
                Set.of(
                        TicketAction.URGE,
                        TicketAction.ASSIGN,
                        TicketAction.ASK_ASSIST,
                        TicketAction.ACCEPT_ASSIST,
                        TicketAction.FINISH_ASSIST,
                        TicketAction.WITHDRAW_ASSIST);
            case FINAL_REVIEW -> Set.of(TicketAction.URGE, TicketAction.ESCALATE, TicketAction.RECALCULATE);
            case SUSPENDED, ANSWERED -> Set.of(TicketAction.ASSIGN);
            case COLLECTED, CLOSED -> Set.of();
        };
    }

    /** Where a ticket that an office has not yet answered stands once others of its kind are worked on with it. */
    private @Nullable TicketStatus merged() {
        return switch (this) {
            case COLLECTED, DISPATCHED -> DISPATCHED;
            case HANDLING -> HANDLING;
            default -> null;
        };
    }

    /** Where a ticket stands whose handler has left: what is being worked on is to be accepted by somebody else. */
    private @Nullable TicketStatus released() {
        return switch (this) {
            case HANDLING -> DISPATCHED;
            case PAUSED, SUSPENSION_ASKED, OUTCOME_PROPOSED, ANSWERED, SUSPENDED -> this;
            case COLLECTED, DISPATCHED, FINAL_REVIEW, CLOSED -> null;
        };
    }

    /** Where what ends a ticket without its being solved leads. */
    private @Nullable TicketStatus afterOtherOutcome(TicketAction action) {
        return switch (action) {
            case WITHDRAW -> isOpen() ? CLOSED : null;
            case PROPOSE_OUTCOME -> this == HANDLING ? OUTCOME_PROPOSED : this == ANSWERED ? ANSWERED : null;
            case CONFIRM_OUTCOME -> this == OUTCOME_PROPOSED ? CLOSED : null;
            case REFUSE_OUTCOME -> this == OUTCOME_PROPOSED ? HANDLING : null;
            default -> null;
        };
    }

    /** The deadlines that run while the ticket stands here. */
    public Set<StepKind> running() {
        return switch (this) {
            case COLLECTED, DISPATCHED, FINAL_REVIEW, HANDLING, PAUSED, SUSPENSION_ASKED, OUTCOME_PROPOSED ->
                Set.of(StepKind.ACCEPT, StepKind.REPLY, StepKind.SOLVE, StepKind.ASSIST);
            case ANSWERED -> Set.of(StepKind.CONFIRM);
            case SUSPENDED -> Set.of(StepKind.REVIEW);
            case CLOSED -> Set.of();
        };
    }

    private Map<TicketAction, TicketStatus> transitions() {
        return switch (this) {
            case COLLECTED ->
                Map.of(
                        TicketAction.DISPATCH, DISPATCHED,
                        TicketAction.ESCALATE, COLLECTED,
                        TicketAction.RECALCULATE, COLLECTED);
            case DISPATCHED ->
                Map.of(
                        TicketAction.DISPATCH, DISPATCHED,
                        TicketAction.RETURN, COLLECTED,
                        TicketAction.APPEAL, FINAL_REVIEW,
                        TicketAction.ACCEPT, HANDLING,
                        TicketAction.ESCALATE, DISPATCHED,
                        TicketAction.RECALCULATE, DISPATCHED);
            case FINAL_REVIEW -> Map.of(TicketAction.RULE, DISPATCHED);
            case HANDLING ->
                Map.of(
                        TicketAction.DISPATCH, DISPATCHED,
                        TicketAction.PROGRESS, HANDLING,
                        TicketAction.REPLY, HANDLING,
                        TicketAction.ANSWER, ANSWERED,
                        TicketAction.ASK_SUSPENSION, SUSPENSION_ASKED,
                        TicketAction.ESCALATE, HANDLING,
                        TicketAction.RECALCULATE, HANDLING);
            case PAUSED -> Map.of(TicketAction.PROGRESS, PAUSED, TicketAction.RECALCULATE, PAUSED);
            case SUSPENSION_ASKED ->
                Map.of(
                        TicketAction.SUSPEND, SUSPENDED,
                        TicketAction.REFUSE_SUSPENSION, HANDLING,
                        TicketAction.ESCALATE, SUSPENSION_ASKED,
                        TicketAction.RECALCULATE, SUSPENSION_ASKED);
            case OUTCOME_PROPOSED ->
                Map.of(
                        TicketAction.ESCALATE, OUTCOME_PROPOSED,
                        TicketAction.RECALCULATE, OUTCOME_PROPOSED);
            case ANSWERED ->
                Map.of(
                        TicketAction.CONFIRM, CLOSED,
                        TicketAction.REJECT, HANDLING,
                        TicketAction.CLOSE_UNANSWERED, CLOSED,
                        TicketAction.ESCALATE, ANSWERED,
                        TicketAction.RECALCULATE, ANSWERED);
            case SUSPENDED ->
                Map.of(
                        TicketAction.PROGRESS, SUSPENDED,
                        TicketAction.SUSPEND, SUSPENDED,
                        TicketAction.RESUME, HANDLING,
                        TicketAction.ESCALATE, SUSPENDED,
                        TicketAction.RECALCULATE, SUSPENDED);
            case CLOSED -> Map.of(TicketAction.REOPEN, DISPATCHED);
        };
    }

    /** What stops the clock, what starts it again, and what gives an office longer. */
    private Map<TicketAction, TicketStatus> waiting() {
        return switch (this) {
            case DISPATCHED ->
                Map.of(
                        TicketAction.EXTEND, DISPATCHED,
                        TicketAction.REFUSE_EXTENSION, DISPATCHED);
            case HANDLING ->
                Map.of(
                        TicketAction.PAUSE, PAUSED,
                        TicketAction.ASK_EXTENSION, HANDLING,
                        TicketAction.EXTEND, HANDLING,
                        TicketAction.REFUSE_EXTENSION, HANDLING);
            case PAUSED ->
                Map.of(
                        TicketAction.NUDGE, PAUSED,
                        TicketAction.SUPPLY, HANDLING,
                        TicketAction.END_PAUSE, HANDLING,
                        TicketAction.LAPSE, HANDLING,
                        TicketAction.EXTEND, PAUSED,
                        TicketAction.REFUSE_EXTENSION, PAUSED);
            case SUSPENSION_ASKED ->
                Map.of(
                        TicketAction.EXTEND, SUSPENSION_ASKED,
                        TicketAction.REFUSE_EXTENSION, SUSPENSION_ASKED);
            case COLLECTED, FINAL_REVIEW, OUTCOME_PROPOSED, ANSWERED, SUSPENDED, CLOSED -> Map.of();
        };
    }

    /** Whether an extension that was asked for still waits for a decision here. */
    boolean decidesExtension() {
        return after(TicketAction.EXTEND).isPresent();
    }
}
