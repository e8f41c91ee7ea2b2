package io.qihang.certificate.domain;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import io.qihang.certificate.CertificateId;
import io.qihang.certificate.CertificateLevel;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A certificate an enterprise handed in. Each transition checks, changes, and returns its step. */
@TableName("certificate")
public class Certificate {

    @TableId(type = IdType.INPUT)
    private final CertificateId id;

    private final RegionCode regionCode;
    private final EnterpriseId enterpriseId;
    private String type;
    private CertificateLevel level;
    private String factKey;
    private String number;
    private LocalDate issuedOn;
    private @Nullable LocalDate validUntil;
    private CertificateStatus status;
    private Instant submittedAt;
    private @Nullable ReturnReason returnReason;
    private @Nullable String returnNote;
    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable LocalDate revokedFrom;
    private @Nullable Instant endedAt;
    private @Nullable Instant remindedAt;
    private int steps;

    @Version
    private int version;

    private Certificate(
            CertificateId id,
            RegionCode regionCode,
            EnterpriseId enterpriseId,
            String type,
            CertificateLevel level,
            String factKey,
            String number,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            CertificateStatus status,
            Instant submittedAt,
            @Nullable ReturnReason returnReason,
            @Nullable String returnNote,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt,
            @Nullable LocalDate revokedFrom,
            @Nullable Instant endedAt,
            @Nullable Instant remindedAt,
            int steps,
            int version) {
        this.id = id;
        this.regionCode = regionCode;
        this.enterpriseId = enterpriseId;
        this.type = type;
        this.level = level;
        this.factKey = factKey;
        this.number = number;
        this.issuedOn = issuedOn;
        this.validUntil = validUntil;
        this.status = status;
        this.submittedAt = submittedAt;
        this.returnReason = returnReason;
        this.returnNote = returnNote;
        this.decidedBy = decidedBy;
        this.decidedAt = decidedAt;
        this.revokedFrom = revokedFrom;
        this.endedAt = endedAt;
        this.remindedAt = remindedAt;
        this.steps = steps;
        this.version = version;
    }

    /** A certificate with its first step. */
    record Submitted(Certificate certificate, Step step) {}

    static Submitted submit(
            CertificateId id,
            RegionCode county,
            EnterpriseId enterprise,
            Particulars said,
            String factKey,
            UUID member,
            Instant now) {
        said.requirePossible(Times.dayOf(now));
        var certificate = new Certificate(
                id,
                county,
                enterprise,
                said.type(),
                said.level(),
                factKey,
                said.number(),
                said.issuedOn(),
                said.validUntil(),
                CertificateStatus.SUBMITTED,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0);
        return new Submitted(certificate, certificate.step(CertificateAction.SUBMIT, member, "", now));
    }

    /** What was given back is handed in again, corrected. */
    Step resubmit(Particulars said, String provenFact, UUID member, Instant now) {
        move(CertificateAction.RESUBMIT);
        said.requirePossible(Times.dayOf(now));
        type = said.type();
        level = said.level();
        factKey = provenFact;
        number = said.number();
        issuedOn = said.issuedOn();
        validUntil = said.validUntil();
        submittedAt = now;
        returnReason = null;
        returnNote = null;
        return step(CertificateAction.RESUBMIT, member, "", now);
    }

    Step withdraw(UUID member, Instant now) {
        move(CertificateAction.WITHDRAW);
        return step(CertificateAction.WITHDRAW, member, "", now);
    }

    Step giveBack(ReturnReason reason, String note, UUID officer, Instant now) {
        move(CertificateAction.RETURN);
        returnReason = reason;
        returnNote = note;
        decide(officer, now);
        return step(
                CertificateAction.RETURN, officer, note.isEmpty() ? reason.label() : reason.label() + "：" + note, now);
    }

    Step verify(UUID officer, Instant now) {
        move(CertificateAction.VERIFY);
        decide(officer, now);
        return step(CertificateAction.VERIFY, officer, "", now);
    }

    /** The recognition was taken away; it no longer holds from this day on. */
    Step revoke(LocalDate from, String reason, UUID officer, Instant now) {
        move(CertificateAction.REVOKE);
        if (from.isBefore(issuedOn) || from.isAfter(Times.dayOf(now))) {
            throw Problem.of(CertificateProblem.CERTIFICATE_REVOKED_OUTSIDE, issuedOn);
        }
        revokedFrom = from;
        endedAt = now;
        return step(CertificateAction.REVOKE, officer, "自 " + from + " 起：" + reason, now);
    }

    /** Its end was written into the fact book. */
    void end(Instant now) {
        endedAt = now;
    }

    /** The enterprise is told that its end is near. */
    void remind(Instant now) {
        remindedAt = now;
    }

    private void decide(UUID officer, Instant now) {
        decidedBy = officer;
        decidedAt = now;
    }

    private void move(CertificateAction action) {
        if (!action.isPossibleFrom(status)) {
            throw Problem.of(CertificateProblem.CERTIFICATE_STATE, status.label(), action.label());
        }
        status = action.to();
    }

    private Step step(CertificateAction action, UUID account, String text, Instant now) {
        return new Step(id, ++steps, action, account, text, now);
    }

    CertificateId id() {
        return id;
    }

    RegionCode county() {
        return regionCode;
    }

    EnterpriseId enterprise() {
        return enterpriseId;
    }

    String type() {
        return type;
    }

    CertificateLevel level() {
        return level;
    }

    String factKey() {
        return factKey;
    }

    int steps() {
        return steps;
    }

    @Nullable
    LocalDate validUntil() {
        return validUntil;
    }

    @Nullable
    ReturnReason returnReason() {
        return returnReason;
    }

    @Nullable
    String returnNote() {
        return returnNote;
    }

    CertificateStatus status() {
        return status;
    }

    int version() {
        return version;
    }
}
