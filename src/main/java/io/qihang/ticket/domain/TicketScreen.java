package io.qihang.ticket.domain;

import io.qihang.identity.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket with everything that may be seen of it.
 *
 * @param bound whether 终审 has decided whose matter it is
 * @param refusableUntil until when the office that got it may give it back; null when it may not
 * @param handler who of the office works on it; null while nobody has accepted it
 * @param handlerName that person's name, at the desk only
 * @param common the 共性问题 it is worked on with; null when by itself
 * @param held how long each unit had it
 */
public record TicketScreen(
        TicketCard card,
        String content,
        @Nullable String originNote,
        @Nullable Instant closedAt,
        int reopened,
        boolean bound,
        @Nullable Instant refusableUntil,
        @Nullable StaffId handler,
        @Nullable String handlerName,
        @Nullable InCommon common,
        List<AssistView> assists,
        List<HeldView> held,
        List<StepView> steps,
        List<PauseView> pauses,
        List<ExtensionView> extensions,
        List<HopView> hops) {

    public TicketScreen {
        assists = List.copyOf(assists);
        held = List.copyOf(held);
        steps = List.copyOf(steps);
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
        hops = List.copyOf(hops);
    }

    /**
     * An office that was asked to contribute.
     *
     * @param overdue whether it is late, or was
     */
    public record AssistView(
            int no,
            String office,
            String officeName,
            AssistState state,
            String stateName,
            String matter,
            @Nullable String result,
            Instant askedAt,
            Instant dueAt,
            boolean overdue) {}

    /**
     * How long a unit had the ticket.
     *
     * @param minutes working time in minutes, over all times it had it
     * @param words the same in working days and hours
     */
    public record HeldView(String officeName, long minutes, String words) {}

    /**
     * A deadline.
     *
     * @param running whether it counts down now
     * @param overdue whether it has passed, or was met late
     * @param provisional whether it may still change because a year's holidays are not announced
     * @param complex whether it is the longer one of a complex matter
     * @param explanation why it is this date
     */
    public record StepView(
            StepKind kind,
            String name,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant metAt,
            boolean running,
            boolean overdue,
            boolean provisional,
            boolean complex,
            String explanation) {}

    /**
     * A stretch in which the office's clock stood still, or still stands.
     *
     * @param reasonName why, such as 等企业补充材料
     * @param waitsForEnterprise whether the enterprise is waited for
     * @param note what is waited for
     * @param until when it ended, or ends at the latest
     * @param running whether it still stands
     */
    public record PauseView(
            String reasonName,
            boolean waitsForEnterprise,
            String note,
            Instant since,
            Instant until,
            boolean running) {}

    /**
     * What an office asked for to have longer.
     *
     * @param granted null while it is not decided
     * @param officeName the office that decided, or has to
     * @param words what was said to it
     */
    public record ExtensionView(
            String reason,
            Instant askedAt,
            @Nullable Boolean granted,
            String officeName,
            @Nullable String words,
            @Nullable Instant decidedAt) {}

    /**
     * A line of the history.
     *
     * @param party as what someone acted
     * @param account who acted; null for the system
     * @param accountName the name of the member of staff who acted, at the desk; null for people of the enterprise
     * @param officeName the office that held the ticket then
     * @param check why others of the enterprise do not see the text and the files; null when they do
     */
    public record HopView(
            int seq,
            TicketAction action,
            String actionName,
            String statusName,
            String party,
            @Nullable UUID account,
            @Nullable String accountName,
            String officeName,
            Instant at,
            String text,
            @Nullable String evidence,
            @Nullable String check,
            List<HopFile> files) {}
}
