package io.qihang.ticket.web;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.HopFile;
import io.qihang.ticket.domain.InCommon;
import io.qihang.ticket.domain.StepKind;
import io.qihang.ticket.domain.TicketAction;
import io.qihang.ticket.domain.TicketCard;
import io.qihang.ticket.domain.TicketScreen;
import io.qihang.ticket.domain.TicketStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket as the enterprise sees it: every hop, every deadline with its reason; of people only as what they act. */
final class TicketViews {

    private TicketViews() {}

    record TrackCard(
            TicketId id,
            String number,
            String title,
            String category,
            String origin,
            Instant receivedAt,
            TicketStatus status,
            String statusName,
            String stage,
            String officeName,
            @Nullable String outcome,
            @Nullable Instant nextDueAt,
            boolean overdue) {

        static TrackCard of(TicketCard card) {
            return new TrackCard(
                    card.id(),
                    card.number(),
                    card.title(),
                    card.category(),
                    card.origin(),
                    card.receivedAt(),
                    card.status(),
                    card.statusName(),
                    card.stage(),
                    card.officeName(),
                    card.outcome(),
                    card.nextDueAt(),
                    card.overdue());
        }
    }

    record TrackStep(
            StepKind kind,
            String name,
            Instant dueAt,
            @Nullable Instant metAt,
            boolean running,
            boolean overdue,
            boolean provisional,
            String explanation) {}

    record TrackPause(
            String reasonName,
            @Schema(description = "是否在等企业") boolean waitsForEnterprise,
            @Schema(description = "等什么") String note,
            Instant since,
            @Schema(description = "恢复的时间；还在暂停的，最迟恢复的时间") Instant until,
            boolean running) {}

    record TrackExtension(
            String reason,
            Instant askedAt,

            @Schema(description = "是否同意；没有的是还没有决定") @Nullable
            Boolean granted,

            @Schema(description = "决定的单位") String officeName,
            @Nullable String words,
            @Nullable Instant decidedAt) {}

    record TrackHop(
            int seq,
            TicketAction action,
            String actionName,
            String statusName,
            String party,
            String officeName,
            Instant at,
            String text,
            @Nullable String evidence,

            @Schema(description = "为什么企业其他人看不到；没有的是看得到") @Nullable
            String check,

            List<HopFile> files) {}

    record TrackAssist(
            String officeName,
            String stateName,
            String matter,
            @Nullable String result,
            Instant dueAt,
            boolean overdue) {}

    record TrackView(
            TrackCard card,
            EnterpriseId enterprise,
            String content,
            @Nullable Instant closedAt,
            int reopened,
            @Nullable InCommon common,
            List<TrackAssist> assists,
            List<TicketScreen.HeldView> held,
            List<TrackStep> steps,
            List<TrackPause> pauses,
            List<TrackExtension> extensions,
            List<TrackHop> hops) {

        static TrackView of(TicketScreen screen) {
            return new TrackView(
                    TrackCard.of(screen.card()),
                    screen.card().enterprise(),
                    screen.content(),
                    screen.closedAt(),
                    screen.reopened(),
                    screen.common(),
                    screen.assists().stream()
                            .map(it -> new TrackAssist(
                                    it.officeName(),
                                    it.stateName(),
                                    it.matter(),
                                    it.result(),
                                    it.dueAt(),
                                    it.overdue()))
                            .toList(),
                    screen.held(),
                    screen.steps().stream()
                            .map(it -> new TrackStep(
                                    it.kind(),
                                    it.name(),
                                    it.dueAt(),
                                    it.metAt(),
                                    it.running(),
                                    it.overdue(),
                                    it.provisional(),
                                    it.explanation()))
                            .toList(),
                    screen.pauses().stream()
                            .map(it -> new TrackPause(
                                    it.reasonName(),
                                    it.waitsForEnterprise(),
                                    it.note(),
                                    it.since(),
                                    it.until(),
                                    it.running()))
                            .toList(),
                    screen.extensions().stream()
                            .map(it -> new TrackExtension(
                                    it.reason(),
                                    it.askedAt(),
                                    it.granted(),
                                    it.officeName(),
                                    it.words(),
                                    it.decidedAt()))
                            .toList(),
                    screen.hops().stream()
                            .map(it -> new TrackHop(
                                    it.seq(),
                                    it.action(),
                                    it.actionName(),
                                    it.statusName(),
                                    it.party(),
                                    it.officeName(),
                                    it.at(),
                                    it.text(),
                                    it.evidence(),
                                    it.check(),
                                    it.files()))
                            .toList());
        }
    }
}
