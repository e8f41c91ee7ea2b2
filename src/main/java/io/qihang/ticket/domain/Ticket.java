package io.qihang.ticket.domain;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableField;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import io.qihang.access.AccessProblem;
import io.qihang.calendar.ClockVersion;
import io.qihang.calendar.LegalClock;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.NewTicket;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.TicketOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request of an enterprise on its way to 销号. Each transition checks, changes, and returns its hop. */
@TableName("ticket")
public class Ticket {

    private static final Duration OLDEST = Duration.ofDays(366);

    @TableId(type = IdType.INPUT)
    private final TicketId id;

    private final RegionCode regionCode;
    private final EnterpriseId enterpriseId;
    private final String number;
    private final String category;
    private final String title;
    private final String content;
    private final TicketOrigin origin;
    private final @Nullable String originNote;
    private final UUID raisedBy;
    private final Instant receivedAt;
    private final Instant createdAt;
    private TicketStatus status;
    private @Nullable String office;
    private @Nullable TicketOutcome outcome;
    private @Nullable Instant closedAt;
    private int reopened;
    private int hops;
    private @Nullable Instant nextDueAt;
    private @Nullable Integer calendarVersion;

    @Version
    private int version;

    @TableField(exist = false)
    private Steps steps = Steps.NONE;

    @TableField(exist = false)
    private Steps savedSteps = Steps.NONE;

    private Ticket(
            TicketId id,
            RegionCode regionCode,
            EnterpriseId enterpriseId,
            String number,
            String category,
            String title,
            String content,
            TicketOrigin origin,
            @Nullable String originNote,
            UUID raisedBy,
            Instant receivedAt,
            Instant createdAt,
            TicketStatus status,
            @Nullable String office,
            @Nullable TicketOutcome outcome,
            @Nullable Instant closedAt,
            int reopened,
            int hops,
            @Nullable Instant nextDueAt,
            @Nullable Integer calendarVersion,
            int version) {
        this.id = id;
        this.regionCode = regionCode;
        this.enterpriseId = enterpriseId;
        this.number = number;
        this.category = category;
        this.title = title;
        this.content = content;
        this.origin = origin;
        this.originNote = originNote;
        this.raisedBy = raisedBy;
        this.receivedAt = receivedAt;
        this.createdAt = createdAt;
        this.status = status;
        this.office = office;
        this.outcome = outcome;
        this.closedAt = closedAt;
        this.reopened = reopened;
        this.hops = hops;
        this.nextDueAt = nextDueAt;
        this.calendarVersion = calendarVersion;
        this.version = version;
    }

    /** A ticket with its first hop. */
    public record Raised(Ticket ticket, Hop hop) {}

    /** Opens a ticket; its deadlines start at receipt. */
    public static Raised raise(
            TicketId id,
            RegionCode county,
            EnterpriseId enterprise,
            String number,
            NewTicket asked,
            By by,
            DeadlinePolicy policy,
            Instant now) {
        checkParty(TicketAction.RAISE, by);
        if (asked.receivedAt().isAfter(now)) throw Problem.of(TicketProblem.TICKET_RECEIVED_LATER);
        if (asked.receivedAt().isBefore(now.minus(OLDEST))) throw Problem.of(TicketProblem.TICKET_RECEIVED_TOO_EARLY);
        Ticket ticket = new Ticket(
                id,
                county,
                enterprise,
                number,
                asked.category(),
                asked.title(),
                asked.content(),
                asked.origin(),
                asked.originNote(),
                Objects.requireNonNull(by.account()),
                asked.receivedAt(),
                now,
                TicketStatus.COLLECTED,
                null,
                null,
                null,
                0,
                0,
                null,
                null,
                0);
        ticket.steps = Steps.NONE.start(policy, asked.receivedAt(), StepKind.ACCEPT, StepKind.REPLY, StepKind.SOLVE);
        return new Raised(ticket, ticket.hop(TicketAction.RAISE, by, HopTexts.raised(asked), now));
    }

    Hop dispatch(By by, String toOffice, String text, Instant now) {
        move(TicketAction.DISPATCH, by);
        office = toOffice;
        return hop(TicketAction.DISPATCH, by, text, now);
    }

    Hop giveBack(By by, String reason, Instant now) {
        move(TicketAction.RETURN, by);
        office = null;
        return hop(TicketAction.RETURN, by, reason, now);
    }

    Hop accept(By by, String text, Instant now) {
        move(TicketAction.ACCEPT, by);
        steps = steps.meet(StepKind.ACCEPT, now);
        return hop(TicketAction.ACCEPT, by, text, now);
    }

    Hop progress(By by, String text, Instant now) {
        move(TicketAction.PROGRESS, by);
        return hop(TicketAction.PROGRESS, by, text, now);
    }

    Hop reply(By by, String text, Instant now) {
        move(TicketAction.REPLY, by);
        steps = steps.meet(StepKind.REPLY, now);
        return hop(TicketAction.REPLY, by, text, now);
    }

    /** 办结 is counted by the longer step for complex matters, from the same start; once, and before it is overdue. */
    Hop extend(By by, String reason, Function<ClockVersion, LegalClock> clocks, Instant now) {
        move(TicketAction.EXTEND, by);
        Step solve = steps.latest(StepKind.SOLVE).orElseThrow();
        if (solve.isComplex()) throw Problem.of(TicketProblem.TICKET_ALREADY_COMPLEX);
        if (solve.overdueAt(now)) {
            throw Problem.of(TicketProblem.TICKET_OVERDUE_FOR_COMPLEX, HopTexts.moment(solve.dueAt()));
        }
        var due = clocks.apply(solve.counted()).due(StepKind.COMPLEX, solve.startedAt());
        steps = steps.replace(solve.recounted(due, solve.counted()));
        return hop(TicketAction.EXTEND, by, HopTexts.extended(reason, solve, due), now);
    }

    /** What was done, with its evidence; now the enterprise has to say whether it is solved. */
    Hop answer(By by, String text, String evidence, DeadlinePolicy policy, Instant now) {
        move(TicketAction.ANSWER, by);
        steps = steps.meet(StepKind.REPLY, now).meet(StepKind.SOLVE, now).start(policy, now, StepKind.CONFIRM);
        return hop(TicketAction.ANSWER, by, text, now, evidence);
    }

    Hop askSuspension(By by, String reason, Instant now) {
        move(TicketAction.ASK_SUSPENSION, by);
        return hop(TicketAction.ASK_SUSPENSION, by, reason, now);
    }

    /** What cannot be solved for now stays open, with a day on which it is looked at again. */
    Hop suspend(By by, String reason, DeadlinePolicy policy, Instant now) {
        move(TicketAction.SUSPEND, by);
        outcome = TicketOutcome.SUSPENDED;
        steps = steps.meet(StepKind.REPLY, now).meet(StepKind.REVIEW, now).start(policy, now, StepKind.REVIEW);
        return hop(TicketAction.SUSPEND, by, reason, now);
    }

    Hop refuseSuspension(By by, String reason, Instant now) {
        move(TicketAction.REFUSE_SUSPENSION, by);
        return hop(TicketAction.REFUSE_SUSPENSION, by, reason, now);
    }

    /** A suspended ticket is worked on again; 办结 is counted anew from here. */
    Hop resume(By by, String reason, DeadlinePolicy policy, Instant now) {
        move(TicketAction.RESUME, by);
        outcome = null;
        steps = steps.meet(StepKind.REVIEW, now).start(policy, now, StepKind.SOLVE);
        return hop(TicketAction.RESUME, by, reason, now);
    }

    Hop confirm(By by, String text, Instant now) {
        move(TicketAction.CONFIRM, by);
        steps = steps.meet(StepKind.CONFIRM, now);
        close(TicketOutcome.SOLVED, now);
        return hop(TicketAction.CONFIRM, by, text, now);
    }

    /** Not solved in the enterprise's eyes: 办结 is open again and keeps its day. */
    Hop reject(By by, String reason, Instant now) {
        move(TicketAction.REJECT, by);
        steps = steps.meet(StepKind.CONFIRM, now);
        steps = steps.replace(steps.latest(StepKind.SOLVE).orElseThrow().unmet());
        return hop(TicketAction.REJECT, by, reason, now);
    }

    /** The enterprise's time to confirm is over and the 台账 office vouches that it stayed silent. */
    Hop closeUnanswered(By by, String text, Instant now) {
        TicketStatus next = require(TicketAction.CLOSE_UNANSWERED, by);
        Step confirm = steps.latest(StepKind.CONFIRM).orElseThrow();
        if (!confirm.overdueAt(now)) {
            throw Problem.of(TicketProblem.TICKET_CONFIRMATION_RUNS, HopTexts.moment(confirm.dueAt()));
        }
        status = next;
        close(TicketOutcome.UNANSWERED, now);
        return hop(TicketAction.CLOSE_UNANSWERED, by, text, now);
    }

    /**
     * An outcome other than 已解决, which ends nothing before the 台账 office confirms it; of 未回应 only once the
     * enterprise's time to confirm is over.
     */
    Hop proposeOutcome(By by, TicketOutcome proposed, String reason, String evidence, Instant now) {
        TicketStatus next = require(TicketAction.PROPOSE_OUTCOME, by);
        boolean silent = proposed == TicketOutcome.UNANSWERED;
        if (!proposed.isProposedByOffice() || silent != (status == TicketStatus.ANSWERED)) {
            throw Problem.of(TicketProblem.TICKET_OUTCOME_NOT_NOW, status.label(), proposed.label());
        }
        Step confirm = steps.latest(StepKind.CONFIRM).orElse(null);
        if (silent && confirm != null && !confirm.overdueAt(now)) {
            throw Problem.of(TicketProblem.TICKET_CONFIRMATION_RUNS, HopTexts.moment(confirm.dueAt()));
        }
        status = next;
        String text = "提出按“" + proposed.label() + "”销号。" + reason;
        return hop(TicketAction.PROPOSE_OUTCOME, by, text, now, evidence);
    }

    /** The 台账 office confirms what was proposed: 销号. */
    Hop confirmOutcome(By by, TicketOutcome proposed, String text, Instant now) {
        move(TicketAction.CONFIRM_OUTCOME, by);
        steps = steps.meet(StepKind.REPLY, now).meet(StepKind.SOLVE, now);
        close(proposed, now);
        return hop(TicketAction.CONFIRM_OUTCOME, by, "按“" + proposed.label() + "”销号。" + text, now);
    }

    /** Back to work under the old deadlines. */
    Hop refuseOutcome(By by, String reason, Instant now) {
        move(TicketAction.REFUSE_OUTCOME, by);
        return hop(TicketAction.REFUSE_OUTCOME, by, reason, now);
    }

    /** The enterprise takes it back, for which it needs nobody else's key. */
    Hop withdraw(By by, String reason, Instant now) {
        move(TicketAction.WITHDRAW, by);
        close(TicketOutcome.WITHDRAWN, now);
        return hop(TicketAction.WITHDRAW, by, reason, now);
    }

    /** Number and history stay; the office must accept again, or one be chosen, and all deadlines start anew. */
    Hop reopen(By by, String reason, DeadlinePolicy policy, Instant now) {
        move(TicketAction.REOPEN, by);
        if (office == null) status = TicketStatus.COLLECTED;
        outcome = null;
        closedAt = null;
        reopened++;
        steps = steps.start(policy, now, StepKind.ACCEPT, StepKind.REPLY, StepKind.SOLVE);
        return hop(TicketAction.REOPEN, by, reason, now);
    }

    /** The last rung of a running deadline's ladder, in the history. */
    Hop escalate(int stepNo, Instant now) {
        Step step = steps.all().get(stepNo - 1);
        move(TicketAction.ESCALATE, By.SYSTEM);
        steps = steps.replace(step.escalated(now));
        return hop(TicketAction.ESCALATE, By.SYSTEM, HopTexts.escalated(step, now), now);
    }

    /** Counts the running deadlines again by a newer calendar; a hop only when something visible changed. */
    Optional<Hop> recalculate(int calendar, Function<ClockVersion, LegalClock> clocks, Instant now) {
        var recount = Recount.of(steps.open(status), calendar, clocks);
        for (Step step : recount.steps()) steps = steps.replace(step);
        if (recount.sentences().isEmpty()) {
            track();
            return Optional.empty();
        }
        move(TicketAction.RECALCULATE, By.SYSTEM);
        return Optional.of(
                hop(TicketAction.RECALCULATE, By.SYSTEM, "工作日历有变化，" + String.join("", recount.sentences()), now));
    }

    private void close(TicketOutcome how, Instant now) {
        outcome = how;
        closedAt = now;
    }

    private void move(TicketAction action, By by) {
        status = require(action, by);
    }

    private TicketStatus require(TicketAction action, By by) {
        checkParty(action, by);
        return status.after(action)
                .orElseThrow(() -> Problem.of(TicketProblem.TICKET_STATE, status.label(), action.label()));
    }

    private static void checkParty(TicketAction action, By by) {
        if (!action.parties().contains(by.party())) throw Problem.of(AccessProblem.FORBIDDEN);
    }

    private Hop hop(TicketAction action, By by, String text, Instant now) {
        return hop(action, by, text, now, null);
    }

    private Hop hop(TicketAction action, By by, String text, Instant now, @Nullable String evidence) {
        track();
        return new Hop(id, ++hops, action, status, by.party(), by.account(), office, now, text, evidence);
    }

    /** Keeps at hand what lists sort by and sweeps look for. */
    private void track() {
        List<Step> open = steps.open(status);
        nextDueAt = open.isEmpty() ? null : open.get(0).dueAt();
        calendarVersion = open.isEmpty()
                ? null
                : Integer.valueOf(open.stream()
                        .mapToInt(it -> it.counted().calendar())
                        .min()
                        .getAsInt());
    }

    /** What the repository read beside the row. */
    Ticket withSteps(Steps read) {
        steps = read;
        savedSteps = read;
        return this;
    }

    /** The deadlines that were added or changed since the ticket was read. */
    List<Step> changedSteps() {
        return steps.all().stream()
                .filter(step -> !savedSteps.all().contains(step))
                .toList();
    }

    public TicketId id() {
        return id;
    }

    public RegionCode county() {
        return regionCode;
    }

    public EnterpriseId enterprise() {
        return enterpriseId;
    }

    public String number() {
        return number;
    }

    String title() {
        return title;
    }

    boolean isRaisedBy(UUID account) {
        return raisedBy.equals(account);
    }

    public TicketStatus status() {
        return status;
    }

    public @Nullable String office() {
        return office;
    }

    public @Nullable TicketOutcome outcome() {
        return outcome;
    }

    public Steps steps() {
        return steps;
    }

    int version() {
        return version;
    }
}
