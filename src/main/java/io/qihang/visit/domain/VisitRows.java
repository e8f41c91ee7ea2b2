package io.qihang.visit.domain;

import io.qihang.agenda.TaskId;
import io.qihang.crypto.Sealed;
import io.qihang.enterprise.AssignmentKind;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import io.qihang.storage.FileId;
import io.qihang.ticket.TicketId;
import io.qihang.visit.VisitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of visits, each in one statement. */
public final class VisitRows {

    private VisitRows() {}

    /** Which ticket a problem became. */
    public record TicketLine(UUID clientId, TicketId ticket, String number) {}

    record TicketLines(List<TicketLine> items) {

        TicketLines {
            items = List.copyOf(items);
        }
    }

    /** A photo of a visit. */
    public record PhotoLine(FileId id, Instant sentAt) {}

    record PhotoLines(List<PhotoLine> items) {

        PhotoLines {
            items = List.copyOf(items);
        }
    }

    record PromiseLine(
            PromiseId id,
            UUID clientId,
            Promiser promisedBy,
            @Nullable String office,
            String what,
            LocalDate dueOn,
            PromiseStatus status,
            @Nullable LocalDate settledOn,
            @Nullable String note) {}

    record PromiseLines(List<PromiseLine> items) {

        PromiseLines {
            items = List.copyOf(items);
        }
    }

    record CardRow(
            VisitId id,
            UUID clientId,
            StaffId authorId,
            EnterpriseId enterpriseId,
            String enterpriseName,
            RegionCode unitCode,
            Instant visitedAt,
            VisitKind kind,
            int openPromises,
            int tickets,
            boolean disputed,
            @Nullable Boolean came,
            @Nullable Boolean useful) {}

    record RecordRow(
            VisitId id,
            UUID clientId,
            StaffId authorId,
            EnterpriseId enterpriseId,
            String enterpriseName,
            RegionCode unitCode,
            Instant visitedAt,
            VisitKind kind,
            String said,
            @Nullable Sealed people,
            @Nullable Sealed place,
            int revision,
            int latest,
            boolean disputed,
            Instant receivedAt,
            Instant changedAt,
            Instant editableUntil,
            PromiseLines promises,
            TicketLines tickets,
            PhotoLines photos,
            @Nullable Boolean came,
            @Nullable Boolean useful) {}

    record ShortRow(
            VisitId id,
            StaffId authorId,
            Instant visitedAt,
            VisitKind kind,
            PromiseLines promises,
            @Nullable Boolean came,
            @Nullable Boolean useful) {}

    record LedgerRow(
            PromiseId id,
            VisitId visitId,
            EnterpriseId enterpriseId,
            String enterpriseName,
            Promiser promisedBy,
            @Nullable String office,
            String what,
            LocalDate dueOn,
            PromiseStatus status,
            @Nullable LocalDate settledOn,
            @Nullable String note,
            @Nullable TicketId ticketId,
            @Nullable String ticketNumber,
            boolean disputed,
            Instant visitedAt) {}

    record PortfolioRow(
            EnterpriseId enterpriseId,
            String name,
            RegionCode unitCode,
            AssignmentKind kind,
            boolean main,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable StaffId actingFor,
            @Nullable Instant lastVisitedAt,
            int openPromises,
            int overduePromises) {}

    record HeadRow(String name, RegionCode unitCode) {}

    record FirmRow(EnterpriseId enterpriseId, String name, RegionCode unitCode) {}

    record PastRow(EnterpriseId enterpriseId, StaffId authorId, Instant visitedAt, VisitKind kind, String said) {}

    /** What is told of a task, whether it is open or was taken off. */
    interface AboutTask {

        TaskId id();

        String rule();

        EnterpriseId enterpriseId();

        String enterpriseName();

        RegionCode unitCode();

        String title();

        LocalDate opensOn();

        @Nullable
        LocalDate dueOn();
    }

    record TaskRow(
            TaskId id,
            String rule,
            EnterpriseId enterpriseId,
            String enterpriseName,
            RegionCode unitCode,
            String title,
            LocalDate opensOn,
            @Nullable LocalDate dueOn,
            LocalDate sortOn)
            implements AboutTask {}

    record DismissedRow(
            TaskId id,
            String rule,
            EnterpriseId enterpriseId,
            String enterpriseName,
            RegionCode unitCode,
            String title,
            LocalDate opensOn,
            @Nullable LocalDate dueOn,
            Instant closedAt,
            String reason,
            StaffId dismissedBy)
            implements AboutTask {}
}
