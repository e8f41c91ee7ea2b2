package io.qihang.enterprise.domain;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import io.qihang.access.Scope;
import io.qihang.crypto.Sealed;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.Uscc;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registration on its way: submitted, given back with reasons, submitted again, accepted. One entered by a
 * commissioner waits for the enterprise first.
 */
@TableName("registration")
public class Registration {

    @TableId(type = IdType.INPUT)
    private final RegistrationId id;

    private RegionCode regionCode;
    private Uscc uscc;
    private String name;
    private String nameKey;
    private @Nullable RegionCode registeredUnit;
    private @Nullable RegionCode operatingUnit;
    private RegionCode unitCode;
    private CountsAt countsAt;
    private String industryCode;
    private Sealed contactName;
    private Sealed contactPhone;
    private MemberRole role;
    private @Nullable PersonId personId;
    private final @Nullable StaffId commissionerId;
    private @Nullable String confirmationIndex;
    private @Nullable Instant confirmationUntil;
    private RegistrationStatus status;
    private boolean licenceRequired;
    private String returnReasons;
    private String returnNote;
    private @Nullable EnterpriseId enterpriseId;
    private Instant submittedAt;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;

    @Version
    private int version;

    Registration(
            RegistrationId id,
            RegionCode regionCode,
            Uscc uscc,
            String name,
            String nameKey,
            @Nullable RegionCode registeredUnit,
            @Nullable RegionCode operatingUnit,
            RegionCode unitCode,
            CountsAt countsAt,
            String industryCode,
            Sealed contactName,
            Sealed contactPhone,
            MemberRole role,
            @Nullable PersonId personId,
            @Nullable StaffId commissionerId,
            @Nullable String confirmationIndex,
            @Nullable Instant confirmationUntil,
            RegistrationStatus status,
            boolean licenceRequired,
            String returnReasons,
            String returnNote,
            @Nullable EnterpriseId enterpriseId,
            Instant submittedAt,
            @Nullable Instant decidedAt,
            @Nullable UUID decidedBy,
            int version) {
        this.id = id;
        this.regionCode = regionCode;
        this.uscc = uscc;
        this.name = name;
        this.nameKey = nameKey;
        this.registeredUnit = registeredUnit;
        this.operatingUnit = operatingUnit;
        this.unitCode = unitCode;
        this.countsAt = countsAt;
        this.industryCode = industryCode;
        this.contactName = contactName;
        this.contactPhone = contactPhone;
        this.role = role;
        this.personId = personId;
        this.commissionerId = commissionerId;
        this.confirmationIndex = confirmationIndex;
        this.confirmationUntil = confirmationUntil;
        this.status = status;
        this.licenceRequired = licenceRequired;
        this.returnReasons = returnReasons;
        this.returnNote = returnNote;
        this.enterpriseId = enterpriseId;
        this.submittedAt = submittedAt;
        this.decidedAt = decidedAt;
        this.decidedBy = decidedBy;
        this.version = version;
    }

    /** The contact of a form, sealed for the registration's row. */
    record Contact(Sealed name, Sealed phone) {}

    /** A registration by the enterprise's own person, for the unit to check. */
    static Registration by(PersonId person, RegistrationId id, RegistrationForm form, Contact contact, Instant now) {
        return fresh(id, form, contact, person, null, null, null, RegistrationStatus.PENDING, now);
    }

    /** A registration entered by a commissioner; the enterprise confirms it with the code before {@code until}. */
    static Registration onBehalf(
            StaffId commissioner,
            RegistrationId id,
            RegistrationForm form,
            Contact contact,
            String codeIndex,
            Instant until,
            Instant now) {
        return fresh(
                id, form, contact, null, commissioner, codeIndex, until, RegistrationStatus.AWAITING_ENTERPRISE, now);
    }

    private static Registration fresh(
            RegistrationId id,
            RegistrationForm form,
            Contact contact,
            @Nullable PersonId person,
            @Nullable StaffId commissioner,
            @Nullable String codeIndex,
            @Nullable Instant until,
            RegistrationStatus status,
            Instant now) {
        return new Registration(
                id,
                form.county(),
                form.uscc(),
                form.name().value(),
                form.name().key(),
                form.registeredUnit(),
                form.operatingUnit(),
                form.unit(),
                form.countsAt(),
                form.industry(),
                contact.name(),
                contact.phone(),
                form.role(),
                person,
                commissioner,
                codeIndex,
                until,
                status,
                true,
                "",
                "",
                null,
                now,
                null,
                null,
                0);
    }

    /** The enterprise's person says yes to what the commissioner entered. */
    void confirm(PersonId person, Instant now) {
        Instant until = confirmationUntil;
        if (status != RegistrationStatus.AWAITING_ENTERPRISE || until == null || !now.isBefore(until)) {
            throw Problem.of(EnterpriseProblem.CONFIRMATION_REFUSED);
        }
        personId = person;
        confirmationIndex = null;
        confirmationUntil = null;
        status = RegistrationStatus.PENDING;
        submittedAt = now;
    }

    /** The unit gives it back. */
    void giveBack(UUID officer, List<ReturnReason> reasons, String note, Instant now) {
        if (status != RegistrationStatus.PENDING) throw Problem.of(EnterpriseProblem.REGISTRATION_DECIDED);
        status = RegistrationStatus.RETURNED;
        returnReasons = ReturnReason.join(reasons);
        returnNote = note;
        decidedAt = now;
        decidedBy = officer;
    }

    /** The person submits it again, amended. */
    void resubmit(RegistrationForm form, Contact contact, Instant now) {
        if (status != RegistrationStatus.RETURNED) throw Problem.of(EnterpriseProblem.REGISTRATION_NOT_RETURNED);
        regionCode = form.county();
        uscc = form.uscc();
        name = form.name().value();
        nameKey = form.name().key();
        registeredUnit = form.registeredUnit();
        operatingUnit = form.operatingUnit();
        unitCode = form.unit();
        countsAt = form.countsAt();
        industryCode = form.industry();
        contactName = contact.name();
        contactPhone = contact.phone();
        role = form.role();
        status = RegistrationStatus.PENDING;
        returnReasons = "";
        returnNote = "";
        decidedAt = null;
        decidedBy = null;
        submittedAt = now;
    }

    /**
     * It becomes an enterprise, or joins the one that is there already.
     *
     * @param by the officer; null when it matched the register
     */
    void accept(EnterpriseId enterprise, @Nullable UUID by, Instant now) {
        if (status != RegistrationStatus.PENDING) throw Problem.of(EnterpriseProblem.REGISTRATION_DECIDED);
        status = RegistrationStatus.ACCEPTED;
        licenceRequired = by != null;
        enterpriseId = enterprise;
        decidedAt = now;
        decidedBy = by;
    }

    public RegistrationId id() {
        return id;
    }

    RegionCode county() {
        return regionCode;
    }

    Uscc uscc() {
        return uscc;
    }

    EnterpriseName name() {
        return new EnterpriseName(name);
    }

    String nameKey() {
        return nameKey;
    }

    @Nullable
    RegionCode registeredUnit() {
        return registeredUnit;
    }

    @Nullable
    RegionCode operatingUnit() {
        return operatingUnit;
    }

    RegionCode unit() {
        return unitCode;
    }

    String industryCode() {
        return industryCode;
    }

    Sealed contactName() {
        return contactName;
    }

    Sealed contactPhone() {
        return contactPhone;
    }

    MemberRole role() {
        return role;
    }

    PersonId person() {
        if (personId == null) throw new IllegalStateException("not confirmed by a person yet: " + id);
        return personId;
    }

    @Nullable
    StaffId commissioner() {
        return commissionerId;
    }

    RegistrationStatus status() {
        return status;
    }

    /** Whether the unit checks it or has given it back. */
    boolean isUndecided() {
        return status == RegistrationStatus.PENDING || status == RegistrationStatus.RETURNED;
    }

    /** Whether it lies within the scope and is the unit's to see. */
    boolean isSeenBy(Scope scope) {
        return scope.covers(unitCode) && status != RegistrationStatus.AWAITING_ENTERPRISE;
    }

    boolean belongsTo(PersonId person) {
        return person.equals(personId);
    }
}
