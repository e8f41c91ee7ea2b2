package io.qihang.visit.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
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
            @Nullable EchoView echo) {}

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
            Instant receivedAt,
            Instant changedAt,
            Instant editableUntil) {

        public VisitView {
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

    /** An open promise in a list. */
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
            LocalDate madeOn) {}

    /**
     * An enterprise of a commissioner's portfolio.
     *
     * @param main whether the commissioner is the one who answers for it
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
     */
    public record Brief(
            EnterpriseId enterprise,
            String name,
            RegionCode unit,
            String unitName,
            List<LedgerLine> promises,
            List<PastVisit> visits,
            List<VisitReport.Met> people) {}
}
