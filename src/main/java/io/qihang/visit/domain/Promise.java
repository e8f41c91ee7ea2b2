package io.qihang.visit.domain;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.RaisedTicket;
import io.qihang.ticket.TicketId;
import io.qihang.visit.VisitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who promised what by when on a visit, and what became of it. It stays with the enterprise, whoever visits next. */
@TableName("promise")
class Promise {

    @TableId(type = IdType.INPUT)
    private final PromiseId id;

    private final RegionCode regionCode;
    private final VisitId visitId;
    private final EnterpriseId enterpriseId;
    private final UUID clientId;
    private Promiser promisedBy;
    private @Nullable String office;
    private String what;
    private LocalDate dueOn;
    private PromiseStatus status;
    private @Nullable LocalDate settledOn;
    private @Nullable String note;
    private @Nullable UUID settledBy;
    private @Nullable Instant settledAt;
    private @Nullable TicketId ticketId;
    private @Nullable String ticketNumber;

    @Version
    private int version;

    private Promise(
            PromiseId id,
            RegionCode regionCode,
            VisitId visitId,
            EnterpriseId enterpriseId,
            UUID clientId,
            Promiser promisedBy,
            @Nullable String office,
            String what,
            LocalDate dueOn,
            PromiseStatus status,
            @Nullable LocalDate settledOn,
            @Nullable String note,
            @Nullable UUID settledBy,
            @Nullable Instant settledAt,
            @Nullable TicketId ticketId,
            @Nullable String ticketNumber,
            int version) {
        this.id = id;
        this.regionCode = regionCode;
        this.visitId = visitId;
        this.enterpriseId = enterpriseId;
        this.clientId = clientId;
        this.promisedBy = promisedBy;
        this.office = office;
        this.what = what;
        this.dueOn = dueOn;
        this.status = status;
        this.settledOn = settledOn;
        this.note = note;
        this.settledBy = settledBy;
        this.settledAt = settledAt;
        this.ticketId = ticketId;
        this.ticketNumber = ticketNumber;
        this.version = version;
    }

    static Promise made(PromiseId id, Visit visit, VisitReport.Promised told) {
        return new Promise(
                id,
                visit.county(),
                visit.id(),
                visit.enterprise(),
                told.id(),
                told.by(),
                told.office(),
                told.what(),
                told.dueOn(),
                PromiseStatus.OPEN,
                null,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    /** The visit was corrected. */
    void correct(VisitReport.Promised told) {
        promisedBy = told.by();
        office = told.office();
        what = told.what();
        dueOn = told.dueOn();
    }

    boolean says(VisitReport.Promised told) {
        return new VisitReport.Promised(clientId, promisedBy, office, what, dueOn).equals(told);
    }

    /** It was kept on that day, or is known since then not to be. */
    void settle(boolean kept, LocalDate on, String why, UUID by, Instant now) {
        if (!isOpen()) throw Problem.of(VisitProblem.PROMISE_SETTLED);
        status = kept ? PromiseStatus.KEPT : PromiseStatus.BROKEN;
        settledOn = on;
        note = why;
        settledBy = by;
        settledAt = now;
    }

    /** It became a ticket, once. */
    void become(RaisedTicket ticket) {
        requireNoTicket();
        ticketId = ticket.id();
        ticketNumber = ticket.number();
    }

    /** Refuses where the outcome is known or there is a ticket already. */
    void requireNoTicket() {
        if (!isOpen()) throw Problem.of(VisitProblem.PROMISE_SETTLED);
        if (ticketNumber != null) throw Problem.of(VisitProblem.PROMISE_HAS_TICKET, ticketNumber);
    }

    /** A person decided which of two outcomes is true. */
    void decide(boolean kept, LocalDate on, String why, UUID by, Instant now) {
        status = kept ? PromiseStatus.KEPT : PromiseStatus.BROKEN;
        settledOn = on;
        note = why;
        settledBy = by;
        settledAt = now;
    }

    /** Whether it was settled otherwise. */
    boolean isOtherwise(boolean kept) {
        return status == (kept ? PromiseStatus.BROKEN : PromiseStatus.KEPT);
    }

    boolean isOpen() {
        return status == PromiseStatus.OPEN;
    }

    RegionCode county() {
        return regionCode;
    }

    String what() {
        return what;
    }

    PromiseId id() {
        return id;
    }

    VisitId visit() {
        return visitId;
    }

    EnterpriseId enterprise() {
        return enterpriseId;
    }

    UUID clientId() {
        return clientId;
    }
}
