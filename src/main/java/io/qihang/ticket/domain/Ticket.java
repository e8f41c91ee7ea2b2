package io.qihang.ticket.domain;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableField;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import io.qihang.access.AccessProblem;
import io.qihang.calendar.ClockVersion;
import io.qihang.calendar.CountyClock;
import io.qihang.calendar.LegalClock;
import io.qihang.calendar.WorkCalendar;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.CommonProblemId;
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

    /** What was received longer ago is not entered any more. */
    static final Duration OLDEST = Duration.ofDays(366);

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
    private @Nullable Instant dispatchedAt;
    private int refusals;
    private boolean bound;
    private @Nullable UUID handler;
    private @Nullable CommonProblemId commonProblem;

    @Version
    private int version;

    @TableField(exist = false)
    private Steps steps;

    @TableField(exist = false)
    private Steps savedSteps;

    @TableField(exist = false)
    private Assists assists;

    @TableField(exist = false)
    private Assists savedAssists;

    @TableField(exist = false)
    private Waits waits;

    @TableField(exist = false)
    private Waits savedWaits;

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
            @Nullable Instant dispatchedAt,
            int refusals,
            boolean bound,
            @Nullable UUID handler,
            @Nullable CommonProblemId commonProblem,
            int version,
            TicketRecord.@Nullable StepLines steps,
            TicketRecord.@Nullable AssistLines assists,
            WaitMapper.@Nullable PauseLines pauses,
            WaitMapper.@Nullable ExtensionLines extensions) {
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
        this.dispatchedAt = dispatchedAt;
        this.refusals = refusals;
        this.bound = bound;
        this.handler = handler;
        this.commonProblem = commonProblem;
        this.version = version;
        this.steps = steps == null ? Steps.NONE : steps.asSteps();
        this.savedSteps = this.steps;
        this.assists = assists == null ? Assists.NONE : new Assists(assists.items());
        this.savedAssists = this.assists;
        this.waits = pauses == null || extensions == null ? Waits.NONE : new Waits(pauses.items(), extensions.items());
        this.savedWaits = this.waits;
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
                null,
                0,
                false,
                null,
                null,
                0,
                null,
                null,
                null,
                null);
        ticket.steps = Steps.NONE.start(policy, asked.receivedAt(), StepKind.ACCEPT, StepKind.REPLY, StepKind.SOLVE);
        return new Raised(ticket, ticket.hop(TicketAction.RAISE, by, HopTexts.raised(asked), now));
    }

    /** The 台账 office gives it to an office; not any more when 终审 has decided whose it is. */
    Hop dispatch(By by, String toOffice, String text, Instant now) {
        TicketStatus next = require(TicketAction.DISPATCH, by);
        if (bound) throw Problem.of(TicketProblem.TICKET_BOUND);
        status = next;
        give(toOffice, now);
        return hop(TicketAction.DISPATCH, by, text, now);
    }

    /**
     * The office holds that it is not its matter. The first time the 台账 office dispatches anew, the second time 终审
     * decides. The clock goes on: it counts from receipt, whoever has the ticket.
     *
     * @param until the last moment at which this office may give it back
     * @param arbiter code of the office that decides finally
     */
    Hop refuse(By by, Refusal refusal, Instant until, String arbiter, Instant now) {
        TicketAction action = refusals == 0 ? TicketAction.RETURN : TicketAction.APPEAL;
        TicketStatus next = require(action, by);
        if (bound) throw Problem.of(TicketProblem.TICKET_BOUND);
        if (now.isAfter(until)) throw Problem.of(TicketProblem.TICKET_REFUSAL_LATE, HopTexts.moment(until));
        status = next;
        refusals++;
        office = null;
        commonProblem = null;
        dispatchedAt = null;
        if (action == TicketAction.APPEAL) give(arbiter, now);
        return hop(action, by, refusal.words(), now);
    }

    /** Whether giving it back now would be the second time. */
    boolean wouldAppeal() {
        return refusals > 0;
    }

    /** 终审: binding for the office it names and for the office that dispatches. */
    Hop rule(By by, String toOffice, String text, Instant now) {
        move(TicketAction.RULE, by);
        give(toOffice, now);
        bound = true;
        return hop(TicketAction.RULE, by, text, now);
    }

    /** 催办: changes nothing but that it was said, and to whom. */
    Hop urge(By by, String text, Instant now) {
        move(TicketAction.URGE, by);
        return hop(TicketAction.URGE, by, text, now);
    }

    /** Another office's ticket is no longer in the problem that this office works on, nor what this one asked for. */
    private void give(String toOffice, Instant now) {
        lapseExtension(now);
        if (!toOffice.equals(office)) commonProblem = null;
        office = toOffice;
        dispatchedAt = now;
        handler = null;
    }

    /** The enterprise adds to what it said. */
    Hop supplement(By by, String text, Instant now) {
        move(TicketAction.SUPPLEMENT, by);
        return hop(TicketAction.SUPPLEMENT, by, text, now);
    }

    /** Worked on with others of its kind, by the office that has them all; its own deadlines go on. */
    Hop merge(By by, CommonProblemId problem, String toOffice, String text, Instant now) {
        TicketStatus next = require(TicketAction.MERGE, by);
        if (commonProblem != null) throw Problem.of(TicketProblem.TICKET_COMMON_ALREADY);
        boolean elsewhere = !toOffice.equals(office);
        if (bound && elsewhere) throw Problem.of(TicketProblem.TICKET_BOUND);
        status = elsewhere ? TicketStatus.DISPATCHED : next;
        if (elsewhere) give(toOffice, now);
        commonProblem = problem;
        return hop(TicketAction.MERGE, by, text, now);
    }

    /** Worked on by itself again, by the same office. */
    Hop split(By by, String reason, Instant now) {
        TicketStatus next = require(TicketAction.SPLIT, by);
        if (commonProblem == null) throw Problem.of(TicketProblem.TICKET_COMMON_NOT_IN);
        status = next;
        commonProblem = null;
        return hop(TicketAction.SPLIT, by, reason, now);
    }

    /** Another member of the same office works on it from now on. */
    Hop assign(By by, UUID to, String text, Instant now) {
        move(TicketAction.ASSIGN, by);
        handler = to;
        return hop(TicketAction.ASSIGN, by, text, now);
    }

    /** Who worked on it has left: a colleague takes it over, and its deadlines and what was asked for go on. */
    Hop release(String text, Instant now) {
        move(TicketAction.RELEASE, By.SYSTEM);
        handler = null;
        return hop(TicketAction.RELEASE, By.SYSTEM, text, now);
    }

    /** Asks another office to contribute, with a deadline of its own. */
    Hop askAssist(By by, String ofOffice, String matter, String text, CountyClock clock, Instant now) {
        TicketStatus next = require(TicketAction.ASK_ASSIST, by);
        if (ofOffice.equals(office)) throw Problem.of(TicketProblem.TICKET_ASSIST_OWN_OFFICE);
        if (assists.owedBy(ofOffice).isPresent()) throw Problem.of(TicketProblem.TICKET_ASSIST_ASKED);
        status = next;
        steps = steps.start(clock, now, StepKind.ASSIST);
        assists = assists.with(Assist.asked(hops + 1, ofOffice, steps.all().size(), now, matter));
        return hop(TicketAction.ASK_ASSIST, by, text, now);
    }

    Hop acceptAssist(By by, Assist assist, String text, Instant now) {
        TicketStatus next = require(TicketAction.ACCEPT_ASSIST, by);
        if (assist.state() != AssistState.ASKED) throw notOwed(assist, TicketAction.ACCEPT_ASSIST);
        status = next;
        assists = assists.replace(assist.in(AssistState.ACCEPTED, null));
        return hop(TicketAction.ACCEPT_ASSIST, by, text, now);
    }

    Hop finishAssist(By by, Assist assist, String result, String text, String evidence, Instant now) {
        return settle(TicketAction.FINISH_ASSIST, by, assist, AssistState.DONE, result, text, evidence, now);
    }

    Hop withdrawAssist(By by, Assist assist, String reason, String text, Instant now) {
        return settle(TicketAction.WITHDRAW_ASSIST, by, assist, AssistState.WITHDRAWN, reason, text, null, now);
    }

    private Hop settle(
            TicketAction action,
            By by,
            Assist assist,
            AssistState into,
            String result,
            String text,
            @Nullable String evidence,
            Instant now) {
        TicketStatus next = require(action, by);
        if (!assist.state().isOpen()) throw notOwed(assist, action);
        status = next;
        assists = assists.replace(assist.in(into, result));
        steps = steps.replace(steps.all().get(assist.stepNo() - 1).met(now));
        return hop(action, by, text, now, evidence);
    }

    private static Problem notOwed(Assist assist, TicketAction action) {
        return Problem.of(TicketProblem.TICKET_ASSIST_STATE, assist.state().label(), action.label());
    }

    Hop accept(By by, String text, Instant now) {
        move(TicketAction.ACCEPT, by);
        handler = by.account();
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

    /** The office's clock stands still while it waits, for as long as the reason allows. */
    Hop pause(By by, PauseReason reason, String note, Function<ClockVersion, LegalClock> clocks, Instant now) {
        TicketStatus next = require(TicketAction.PAUSE, by);
        Step solve = solve();
        if (solve.overdueAt(now))
            throw Problem.of(TicketProblem.TICKET_OVERDUE_FOR_PAUSE, HopTexts.moment(solve.dueAt()));
        WorkCalendar calendar = clocks.apply(solve.counted()).calendar();
        int left = reason.maxDays() - waits.daysUsed(reason.code(), solve.startedAt(), calendar);
        if (left < 1) throw Problem.of(TicketProblem.TICKET_PAUSE_USED_UP, reason.name(), reason.maxDays());
        Pause pause = new Pause(
                waits.pauses().size() + 1,
                reason.code(),
                reason.name(),
                reason.waitsForEnterprise(),
                left,
                reason.nudgeDays(),
                note,
                now,
                null,
                null);
        status = next;
        waits = waits.with(pause);
        reckon(clocks);
        return hop(TicketAction.PAUSE, by, HopTexts.paused(pause, pause.endsBy(calendar)), now);
    }

    /** What was waited for is there, or is waited for no longer. */
    Hop endPause(By by, String text, Function<ClockVersion, LegalClock> clocks, Instant now) {
        move(TicketAction.END_PAUSE, by);
        goOn(now, clocks);
        return hop(TicketAction.END_PAUSE, by, text, now);
    }

    /** The enterprise gives what the office waits for. */
    Hop supply(By by, String text, Function<ClockVersion, LegalClock> clocks, Instant now) {
        TicketStatus next = require(TicketAction.SUPPLY, by);
        if (!waitsForEnterprise()) throw Problem.of(TicketProblem.TICKET_NOT_WAITING_FOR_ENTERPRISE);
        status = next;
        goOn(now, clocks);
        return hop(TicketAction.SUPPLY, by, text, now);
    }

    /** Ends a pause that lasted as long as it may, or else reminds the one waited for when it is time. */
    Optional<Hop> attendPause(Function<ClockVersion, LegalClock> clocks, Instant now) {
        return waits.running().flatMap(pause -> {
            WorkCalendar calendar = clocks.apply(solve().counted()).calendar();
            Instant end = pause.endsBy(calendar);
            if (!now.isBefore(end)) {
                move(TicketAction.LAPSE, By.SYSTEM);
                goOn(now, clocks);
                return Optional.of(hop(TicketAction.LAPSE, By.SYSTEM, HopTexts.lapsed(pause, end), now));
            }
            if (now.isBefore(pause.nudgeAt(calendar))) return Optional.empty();
            move(TicketAction.NUDGE, By.SYSTEM);
            waits = waits.with(pause.nudged(now));
            return Optional.of(hop(TicketAction.NUDGE, By.SYSTEM, HopTexts.nudged(pause, end), now));
        });
    }

    /** Asks for the longer time of a complex matter; once granted never again, and before 办结 is overdue. */
    Hop askExtension(By by, String reason, Function<ClockVersion, LegalClock> clocks, Instant now) {
        move(TicketAction.ASK_EXTENSION, by);
        Step solve = solve();
        if (waits.pending().isPresent()) throw Problem.of(TicketProblem.TICKET_EXTENSION_PENDING);
        if (solve.isComplex()) throw Problem.of(TicketProblem.TICKET_ALREADY_COMPLEX);
        if (solve.overdueAt(now)) {
            throw Problem.of(TicketProblem.TICKET_OVERDUE_FOR_COMPLEX, HopTexts.moment(solve.dueAt()));
        }
        var profile = clocks.apply(solve.counted()).profile();
        if (profile.steps().stream().noneMatch(it -> it.code().equals(StepKind.COMPLEX))) {
            throw Problem.of(TicketProblem.TICKET_EXTENSION_UNKNOWN, profile.label());
        }
        waits = waits.with(new Extension(waits.extensions().size() + 1, reason, now, null, null, null, null));
        return hop(TicketAction.ASK_EXTENSION, by, HopTexts.extensionAsked(reason), now);
    }

    /** 办结 is counted by the longer step for complex matters, from the same start. */
    Hop extend(
            By by,
            String approver,
            String approverName,
            String words,
            Function<ClockVersion, LegalClock> clocks,
            Instant now) {
        move(TicketAction.EXTEND, by);
        Extension asked = pendingExtension();
        Step before = solve();
        waits = waits.with(asked.decided(true, approver, words, now));
        steps = steps.replace(before.complex());
        reckon(clocks);
        return hop(TicketAction.EXTEND, by, HopTexts.extended(approverName, words, asked, before, solve()), now);
    }

    Hop refuseExtension(By by, String approver, String approverName, String words, Instant now) {
        move(TicketAction.REFUSE_EXTENSION, by);
        waits = waits.with(pendingExtension().decided(false, approver, words, now));
        return hop(TicketAction.REFUSE_EXTENSION, by, HopTexts.extensionRefused(approverName, words, solve()), now);
    }

    private Extension pendingExtension() {
        return waits.pending().orElseThrow(() -> Problem.of(TicketProblem.TICKET_EXTENSION_NOT_ASKED));
    }

    private Step solve() {
        return steps.latest(StepKind.SOLVE).orElseThrow();
    }

    /** Ends the pause that runs: now, or when it lasted as long as it may, though no one had looked yet. */
    private void goOn(Instant now, Function<ClockVersion, LegalClock> clocks) {
        Pause pause = waits.running().orElseThrow();
        Instant longest = pause.endsBy(clocks.apply(solve().counted()).calendar());
        waits = waits.with(pause.ended(now.isBefore(longest) ? now : longest));
        reckon(clocks);
    }

    /** Keeps the running deadlines at what they are reckoned to be. */
    private void reckon(Function<ClockVersion, LegalClock> clocks) {
        for (Step step : steps.open(status)) {
            steps = steps.replace(step.recounted(steps.due(step, clocks.apply(step.counted()), waits), step.counted()));
        }
    }

    /** What was done, with its evidence; now the enterprise has to say whether it is solved. */
    Hop answer(By by, String text, String evidence, DeadlinePolicy policy, Instant now) {
        TicketStatus next = require(TicketAction.ANSWER, by);
        int owed = assists.open().size();
        if (owed > 0) throw Problem.of(TicketProblem.TICKET_ASSISTS_OWED, owed);
        status = next;
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
        dispatchedAt = office == null ? null : now;
        handler = null;
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
    Optional<Hop> recalculate(
            int calendar, Function<ClockVersion, LegalClock> clocks, Function<Step, CountyClock> current, Instant now) {
        var recount = Recount.of(steps, status, waits, calendar, clocks, current);
        for (Step step : recount.steps()) steps = steps.replace(step);
        if (recount.sentences().isEmpty()) {
            track();
            return Optional.empty();
        }
        move(TicketAction.RECALCULATE, By.SYSTEM);
        return Optional.of(hop(TicketAction.RECALCULATE, By.SYSTEM, recount.text(), now));
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
        return status.after(action).orElseThrow(() -> status.refuse(action.label()));
    }

    private static void checkParty(TicketAction action, By by) {
        if (!action.parties().contains(by.party())) throw Problem.of(AccessProblem.FORBIDDEN);
    }

    private Hop hop(TicketAction action, By by, String text, Instant now) {
        return hop(action, by, text, now, null);
    }

    private Hop hop(TicketAction action, By by, String text, Instant now, @Nullable String evidence) {
        if (!status.decidesExtension()) lapseExtension(now);
        track();
        return new Hop(id, ++hops, action, status, by.party(), by.account(), office, now, text, evidence);
    }

    private void lapseExtension(Instant now) {
        waits.pending().ifPresent(it -> waits = waits.with(it.decided(false, null, HopTexts.EXTENSION_LAPSED, now)));
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

    /** The repository has written them. */
    void stepsAreSaved() {
        savedSteps = steps;
    }

    /** The repository has written them. */
    void assistsAreSaved() {
        savedAssists = assists;
    }

    /** The assisting offices that were asked or moved on since the ticket was read or saved. */
    List<Assist> changedAssists() {
        return assists.all().stream()
                .filter(it -> !savedAssists.all().contains(it))
                .toList();
    }

    /** The repository has written them. */
    void waitsAreSaved() {
        savedWaits = waits;
    }

    /** The pauses and extensions that were added or changed since the ticket was read or saved. */
    Waits changedWaits() {
        return new Waits(
                waits.pauses().stream()
                        .filter(it -> !savedWaits.pauses().contains(it))
                        .toList(),
                waits.extensions().stream()
                        .filter(it -> !savedWaits.extensions().contains(it))
                        .toList());
    }

    /** The deadlines that were added or changed since the ticket was read or saved. */
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

    /** When the present office got it; null while it is with the 台账 office. */
    @Nullable
    Instant dispatchedAt() {
        return dispatchedAt;
    }

    /** Who accepted it for the office, or took it over since; null while nobody has, or when that one has left. */
    @Nullable
    UUID handler() {
        return handler;
    }

    String content() {
        return content;
    }

    Assists assists() {
        return assists;
    }

    public Steps steps() {
        return steps;
    }

    public Waits waits() {
        return waits;
    }

    /** The 共性问题 it is worked on with; null when by itself. */
    @Nullable
    CommonProblemId commonProblem() {
        return commonProblem;
    }

    String category() {
        return category;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    /** Whether its clock stands still because the enterprise is waited for. */
    boolean waitsForEnterprise() {
        return waits.running().filter(Pause::waitsForEnterprise).isPresent();
    }

    int version() {
        return version;
    }

    /** The oldest calendar by which a running deadline is counted; 0 when none runs. */
    int countedBy() {
        return calendarVersion == null ? 0 : calendarVersion;
    }
}
