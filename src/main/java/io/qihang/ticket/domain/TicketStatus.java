package io.qihang.ticket.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands, and where each action leads from there. What the table does not name is refused. */
public enum TicketStatus {
    COLLECTED("待分派", TicketStage.COLLECTING),
    DISPATCHED("待受理", TicketStage.HANDLING),
    HANDLING("办理中", TicketStage.HANDLING),
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

    /** The state the action leads to; empty when it cannot be done here. */
    public Optional<TicketStatus> after(TicketAction action) {
        TicketStatus next = transitions().get(action);
        return Optional.ofNullable(next == null ? afterOtherOutcome(action) : next);
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
            case COLLECTED, DISPATCHED, HANDLING, SUSPENSION_ASKED, OUTCOME_PROPOSED ->
                Set.of(StepKind.ACCEPT, StepKind.REPLY, StepKind.SOLVE);
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
                        TicketAction.ACCEPT, HANDLING,
                        TicketAction.ESCALATE, DISPATCHED,
                        TicketAction.RECALCULATE, DISPATCHED);
            case HANDLING ->
                Map.of(
                        TicketAction.DISPATCH, DISPATCHED,
                        TicketAction.PROGRESS, HANDLING,
                        TicketAction.REPLY, HANDLING,
                        TicketAction.EXTEND, HANDLING,
                        TicketAction.ANSWER, ANSWERED,
                        TicketAction.ASK_SUSPENSION, SUSPENSION_ASKED,
                        TicketAction.ESCALATE, HANDLING,
                        TicketAction.RECALCULATE, HANDLING);
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
}
