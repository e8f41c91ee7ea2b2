package io.qihang.ticket.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket with everything that may be seen of it. */
public record TicketScreen(
        TicketCard card,
        String content,
        @Nullable String originNote,
        @Nullable Instant closedAt,
        int reopened,
        List<StepView> steps,
        List<PauseView> pauses,
        List<ExtensionView> extensions,
        List<HopView> hops) {

    public TicketScreen {
        steps = List.copyOf(steps);
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
        hops = List.copyOf(hops);
    }

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
            List<HopFile> files) {}
}
