package io.qihang.enterprise.domain;

import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.identity.PersonId;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Region;
import io.qihang.region.Regions;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An enterprise's person registers it. A code and name that match the county's register are accepted at once, which
 * says nothing about the person; a code that is already registered under that name becomes a request to join; anything
 * else goes to the unit to check.
 */
@Service
public class Registering {

    private final Registrations registrations;
    private final EnterpriseRecords enterprises;
    private final CountyRegister register;
    private final Accepting accepting;
    private final ConfirmingMembers members;
    private final LicencePhotos photos;
    private final Regions regions;
    private final Industries industries;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    Registering(
            Registrations registrations,
            EnterpriseRecords enterprises,
            CountyRegister register,
            Accepting accepting,
            ConfirmingMembers members,
            LicencePhotos photos,
            Regions regions,
            Industries industries,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.registrations = registrations;
        this.enterprises = enterprises;
        this.register = register;
        this.accepting = accepting;
        this.members = members;
        this.photos = photos;
        this.regions = regions;
        this.industries = industries;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a registration at once. */
    public enum Result {
        /** The enterprise is registered and the person a member, on their own word or by the register's phone. */
        ACCEPTED,
        /** The unit checks it. */
        PENDING,
        /** The enterprise was registered before; its manager or the unit lets the person in. */
        JOIN_REQUESTED
    }

    /**
     * The answer to a registration.
     *
     * @param enterprise null while the unit checks it
     * @param licenceRequired whether a photo of the licence is asked for
     * @param licenceHelps whether a photo, sent of one's own will, may prove the membership that is only self-reported
     */
    public record Outcome(
            RegistrationId registration,
            Result result,
            @Nullable EnterpriseId enterprise,
            @Schema(description = "由乡镇、街道核实的才要营业执照照片") boolean licenceRequired,

            @Schema(description = "身份还是自报：愿意的可以交营业执照照片，请工作人员核对确认")
            boolean licenceHelps) {

        /** The same, with the person proven otherwise. */
        Outcome proven() {
            return new Outcome(registration, result, enterprise, licenceRequired, false);
        }
    }

    /** Registers an enterprise. */
    @Transactional
    public Outcome submit(PersonId person, RegistrationForm form) {
        check(form);
        enterprises.lockCode(form.county(), form.uscc());
        if (registrations.isOpen(person, form)) throw Problem.of(EnterpriseProblem.REGISTRATION_OPEN);
        var id = new RegistrationId(ids.next());
        var registration = Registration.by(person, id, form, registrations.seal(id, form), clock.instant());
        registrations.add(registration, RegistrationStep.SUBMITTED, person.value());
        audit.record("registration.submit", "registration", id, "提交企业登记 " + form.uscc());
        return settle(registration);
    }

    /** Submits a registration again that was given back. */
    @Transactional
    public Outcome resubmit(PersonId person, RegistrationId id, RegistrationForm form) {
        check(form);
        Registration registration = registrations.lock(id);
        if (!registration.belongsTo(person)) throw Problem.of(PlatformProblem.NOT_FOUND);
        enterprises.lockCode(form.county(), form.uscc());
        registration.resubmit(form, registrations.seal(id, form), clock.instant());
        registrations.save(registration, RegistrationStep.RESUBMITTED, person.value(), "");
        audit.record("registration.resubmit", "registration", id, "重新提交企业登记 " + form.uscc());
        return settle(registration);
    }

    /** Settles a submitted registration as far as the register and what is there can; the code is locked. */
    Outcome settle(Registration registration) {
        Optional<Enterprise> there = enterprises.find(registration.county(), registration.uscc());
        Optional<CountyRegister.Entry> listed = register.find(registration.county(), registration.uscc());
        boolean listedSo =
                listed.map(it -> it.name().key().equals(registration.nameKey())).orElse(false);
        boolean knownSo =
                there.map(it -> it.nameKey().equals(registration.nameKey())).orElse(false);
        if (there.isPresent() && (knownSo || listedSo)) return join(registration, there.get(), listed.orElse(null));
        if (there.isEmpty() && listedSo) return found(registration, listed.get());
        return new Outcome(registration.id(), Result.PENDING, null, true, false);
    }

    private Outcome join(Registration registration, Enterprise enterprise, CountyRegister.@Nullable Entry listed) {
        var membership = members.addRequest(enterprise, registration.person(), registration.role());
        accepted(registration, enterprise, membership, "加入已登记的企业");
        boolean proven = members.confirmByPhone(membership, listed);
        return outcome(registration, proven ? Result.ACCEPTED : Result.JOIN_REQUESTED, enterprise, proven);
    }

    private Outcome found(Registration registration, CountyRegister.Entry listed) {
        Enterprise enterprise = accepting.add(registration, listed, null);
        var membership = members.addFirst(enterprise, registration.person(), registration.role());
        accepted(registration, enterprise, membership, "代码和名称与企业名录一致");
        boolean proven = members.confirmByPhone(membership, listed);
        return outcome(registration, Result.ACCEPTED, enterprise, proven);
    }

    private static Outcome outcome(Registration registration, Result result, Enterprise enterprise, boolean proven) {
        return new Outcome(registration.id(), result, enterprise.id(), false, !proven);
    }

    private void accepted(Registration registration, Enterprise enterprise, Membership membership, String why) {
        registration.accept(enterprise.id(), null, clock.instant());
        registrations.save(registration, RegistrationStep.ACCEPTED, null, why);
        photos.follow(registration.id(), membership.id());
    }

    /** Refuses units and industries that do not exist. */
    void check(RegistrationForm form) {
        requireUnit(form.registeredUnit());
        requireUnit(form.operatingUnit());
        industries.require(form.industry());
    }

    private void requireUnit(@Nullable RegionCode unit) {
        if (unit == null) return;
        Optional<Region> region = regions.find(unit);
        boolean usable = region.isPresent()
                && region.get().inUse()
                && region.get().kind().isUnit();
        if (!usable) throw Problem.of(EnterpriseProblem.UNIT_UNKNOWN);
    }
}
