package io.qihang.visit.domain;

import io.qihang.agenda.BriefSection;
import io.qihang.agenda.TaskId;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import io.qihang.visit.VisitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Visits and promises as the screens show them. */
public final class VisitViews {

    private VisitViews() {}

    /** What the enterprise answered to a visit. */
    public record EchoView(boolean came, boolean useful) {

        static @Nullable EchoView of(@Nullable Boolean came, @Nullable Boolean useful) {
            return came == null ? null : new EchoView(came, Boolean.TRUE.equals(useful));
        }
    }

    /**
     * A visit in a list.
     *
     * @param clientId the phone's own id; shown to the author only
     * @param echo null until the enterprise answers
     */
    public record VisitCard(
            VisitId id,
            @Nullable UUID clientId,
            String author,
            EnterpriseId enterprise,
            String enterpriseName,
            RegionCode unit,
            String unitName,
            Instant visitedAt,
            VisitKind kind,
            String kindName,
            int openPromises,
            int tickets,
            boolean disputed,
            @Nullable EchoView echo) {}

    /**
     * One of several tellings that did not know of each other.
     *
     * @param standing whether it is the one that counts until the author decides
     */
    public record VersionView(
            UUID device,
            int revision,
            boolean standing,
            Instant visitedAt,
            String kindName,
            String said,
            List<VisitReport.Met> people,
            List<VisitReport.Promised> promises) {

        public VersionView {
            people = List.copyOf(people);
            promises = List.copyOf(promises);
        }
    }

    /** A promise of a visit. */
    public record PromiseView(
            PromiseId id,
            @Nullable UUID clientId,
            Promiser by,
            String byName,
            String what,
            LocalDate dueOn,
            PromiseStatus status,
            String statusName,
            @Nullable LocalDate settledOn,
            @Nullable String note) {}

    /**
     * A visit in full.
     *
     * @param place shown to the author only
     * @param latest the highest revision that arrived: what is built on it overtakes all
     * @param disputed whether phones told it differently and the author has not decided
     * @param versions the different tellings, shown to the author only
     */
    public record VisitView(
            VisitId id,
            @Nullable UUID clientId,
            String author,
            EnterpriseId enterprise,
            String enterpriseName,
            RegionCode unit,
            String unitName,
            Instant visitedAt,
            VisitKind kind,
            String kindName,
            String said,
            List<VisitReport.Met> people,
            VisitReport.@Nullable Place place,
            List<PromiseView> promises,
            List<VisitRows.TicketLine> tickets,
            List<VisitRows.PhotoLine> photos,
            @Nullable EchoView echo,
            int revision,
            int latest,
            boolean disputed,
            List<VersionView> versions,
            Instant receivedAt,
            Instant changedAt,
            Instant editableUntil) {

        public VisitView {
            versions = List.copyOf(versions);
            people = List.copyOf(people);
            promises = List.copyOf(promises);
            tickets = List.copyOf(tickets);
            photos = List.copyOf(photos);
        }
    }

    /** A visit as the enterprise sees it: when, how, by whom, and what was promised. */
    public record ShortVisit(
            VisitId id,
            String commissioner,
            Instant visitedAt,
            String kindName,
            List<PromiseView> promises,
            @Nullable EchoView echo) {}

    /**
     * A promise in a list.
     *
     * @param overdue whether it is open and its last day is over
     * @param ticket what it became; null while it became none
     * @param disputed whether two told different outcomes and nobody has decided yet
     */
    public record LedgerLine(
            PromiseId id,
            VisitId visit,
            EnterpriseId enterprise,
            String enterpriseName,
            Promiser by,
            String byName,
            String what,
            LocalDate dueOn,
            boolean overdue,
            LocalDate madeOn,
            PromiseStatus status,
            String statusName,
            @Nullable LocalDate settledOn,
            @Nullable String note,
            @Nullable TicketId ticket,
            @Nullable String ticketNumber,
            boolean disputed) {}

    /** What somebody else told of a promise. */
    public record ClaimView(boolean kept, LocalDate on, String note, String by, Instant at) {}

    /** A promise with what was told of it otherwise, as long as nobody has decided. */
    public record PromiseInFull(LedgerLine promise, List<ClaimView> claims) {

        public PromiseInFull {
            claims = List.copyOf(claims);
        }
    }

    /**
     * An enterprise of a commissioner's portfolio.
     *
     * @param main whether the commissioner is the one who answers for it
     * @param actingUntil the last day when only acting for another; null for one's own
     * @param actingFor for whom; null for one's own
     * @param lastVisitedOn whoever visited; null when nobody did
     */
    public record PortfolioLine(
            EnterpriseId enterprise,
            String name,
            RegionCode unit,
            String unitName,
            String kindName,
            boolean main,
            LocalDate since,
            @Nullable String actingFor,
            @Nullable LocalDate actingUntil,
            @Nullable LocalDate lastVisitedOn,
            int openPromises,
            int overduePromises) {}

    /** A past visit in a brief. */
    public record PastVisit(
            LocalDate on,
            String commissioner,
            String kindName,
            String said,
            @Nullable EchoView echo) {}

    /**
     * What to know before the door.
     *
     * @param promises the open ones, due soonest first, 20 at most
     * @param visits the last three
     * @param people who was met on them, each once
     * @param sections what the businesses have to say: open tickets, certificates near their end, unread policies
     */
    public record Brief(
            EnterpriseId enterprise,
            String name,
            RegionCode unit,
            String unitName,
            List<LedgerLine> promises,
            List<PastVisit> visits,
            List<VisitReport.Met> people,
            List<BriefSection> sections) {

        public Brief {
            promises = List.copyOf(promises);
            visits = List.copyOf(visits);
            people = List.copyOf(people);
            sections = List.copyOf(sections);
        }
    }

    /**
     * What a successor takes over of one enterprise.
     *
     * @param promises the open ones, due soonest first
     * @param visits the last three
     * @param sections what the businesses have to say
     */
    public record HandOverLine(
            EnterpriseId enterprise,
            String name,
            RegionCode unit,
            String unitName,
            List<LedgerLine> promises,
            List<HandOverVisit> visits,
            List<BriefSection> sections) {

        public HandOverLine {
            promises = List.copyOf(promises);
            visits = List.copyOf(visits);
            sections = List.copyOf(sections);
        }
    }

    /** A past visit on a hand-over sheet. */
    public record HandOverVisit(LocalDate on, String commissioner, String kindName, String said) {}

    /**
     * Something to do that opened by itself.
     *
     * @param ruleName what such tasks are called
     * @param dueOn by when it should be done; null when no day is named
     * @param dismissal why it is not shown any more; null while it is open
     */
    public record TaskLine(
            TaskId id,
            String rule,
            String ruleName,
            EnterpriseId enterprise,
            String enterpriseName,
            RegionCode unit,
            String unitName,
            String title,
            LocalDate since,
            @Nullable LocalDate dueOn,
            @Nullable Dismissal dismissal) {}

    /** Who took a task off the list, and why. */
    public record Dismissal(String reason, String by, Instant at) {}
}
