package io.qihang.visit.domain;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import io.qihang.crypto.Sealed;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visit as the server keeps it: the phone's newest telling of it, and when it arrived. */
@TableName("visit")
class Visit {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @TableId(type = IdType.INPUT)
    private final VisitId id;

    private final RegionCode regionCode;
    private final StaffId authorId;
    private final UUID clientId;
    private final EnterpriseId enterpriseId;
    private Instant visitedAt;
    private VisitKind kind;
    private String said;
    private @Nullable Sealed people;
    private @Nullable Sealed place;
    private int revision;
    private String contentIndex;
    private final Instant receivedAt;
    private Instant changedAt;
    private final Instant editableUntil;
    private boolean disputed;

    @Version
    private int version;

    private Visit(
            VisitId id,
            RegionCode regionCode,
            StaffId authorId,
            UUID clientId,
            EnterpriseId enterpriseId,
            Instant visitedAt,
            VisitKind kind,
            String said,
            @Nullable Sealed people,
            @Nullable Sealed place,
            int revision,
            String contentIndex,
            Instant receivedAt,
            Instant changedAt,
            Instant editableUntil,
            boolean disputed,
            int version) {
        this.id = id;
        this.regionCode = regionCode;
        this.authorId = authorId;
        this.clientId = clientId;
        this.enterpriseId = enterpriseId;
        this.visitedAt = visitedAt;
        this.kind = kind;
        this.said = said;
        this.people = people;
        this.place = place;
        this.revision = revision;
        this.contentIndex = contentIndex;
        this.receivedAt = receivedAt;
        this.changedAt = changedAt;
        this.editableUntil = editableUntil;
        this.disputed = disputed;
        this.version = version;
    }

    /** What is kept of the phone's telling, the personal parts sealed. */
    record Content(
            Instant visitedAt,
            VisitKind kind,
            String said,
            @Nullable Sealed people,
            @Nullable Sealed place,
            int revision,
            String index) {}

    /** The first telling arrives; it may be changed for so long. */
    static Visit first(
            VisitId id,
            RegionCode county,
            StaffId author,
            UUID clientId,
            EnterpriseId enterprise,
            Content content,
            Instant now,
            Duration editable) {
        return new Visit(
                id,
                county,
                author,
                clientId,
                enterprise,
                content.visitedAt(),
                content.kind(),
                content.said(),
                content.people(),
                content.place(),
                content.revision(),
                content.index(),
                now,
                now,
                now.plus(editable),
                false,
                0);
    }

    /** A later telling takes the place of the kept one. */
    void change(Content content, Instant now) {
        requireOpen(now);
        visitedAt = content.visitedAt();
        kind = content.kind();
        said = content.said();
        people = content.people();
        place = content.place();
        revision = content.revision();
        contentIndex = content.index();
        changedAt = now;
    }

    /** A later telling says the same. */
    void confirm(int later) {
        revision = later;
    }

    /** Whether tellings that did not know of each other stand side by side. */
    void dispute(boolean now) {
        disputed = now;
    }

    boolean isDisputed() {
        return disputed;
    }

    /** Refuses when the time for changes is over. */
    void requireOpen(Instant now) {
        if (now.isAfter(editableUntil)) {
            throw Problem.of(VisitProblem.VISIT_CLOSED, MOMENT.format(editableUntil.atZone(Times.SHANGHAI)));
        }
    }

    VisitId id() {
        return id;
    }

    RegionCode county() {
        return regionCode;
    }

    StaffId author() {
        return authorId;
    }

    UUID clientId() {
        return clientId;
    }

    EnterpriseId enterprise() {
        return enterpriseId;
    }

    Instant visitedAt() {
        return visitedAt;
    }

    LocalDate day() {
        return Times.dayOf(visitedAt);
    }

    int revision() {
        return revision;
    }

    String contentIndex() {
        return contentIndex;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Instant editableUntil() {
        return editableUntil;
    }
}
