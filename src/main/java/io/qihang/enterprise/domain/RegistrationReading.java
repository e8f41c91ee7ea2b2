package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.Uscc;
import io.qihang.identity.PersonId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Regions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Registrations as the person and the unit see them. */
@Service
public class RegistrationReading {

    private final RegistrationQueryMapper queries;
    private final Registrations registrations;
    private final Regions regions;
    private final Industries industries;

    RegistrationReading(
            RegistrationQueryMapper queries, Registrations registrations, Regions regions, Industries industries) {
        this.queries = queries;
        this.registrations = registrations;
        this.regions = regions;
        this.industries = industries;
    }

    /** A registration in the person's own list, with what to amend when it was given back. */
    public record MyRegistration(
            RegistrationId id,
            Uscc uscc,
            String name,
            RegionCode unit,
            String unitName,
            RegistrationStatus status,
            String statusName,
            boolean licenceRequired,
            @Nullable Instant licenceSentAt,
            List<String> returnReasons,
            String returnNote,
            @Nullable EnterpriseId enterprise,
            Instant submittedAt) {}

    /** What the person stated, to be amended and sent again; a place outside the county is null. */
    public record StatedForm(
            Uscc uscc,
            String name,
            @Nullable RegionCode registeredUnit,
            @Nullable RegionCode operatingUnit,
            CountsAt countsAt,
            String industry,
            String contactName,
            String contactPhone,
            MemberRole role) {

        /** Without the contact, which is personal. */
        @Override
        public String toString() {
            return "StatedForm[" + uscc + "]";
        }
    }

    /** One registration of the person's own, with all that was stated in it. */
    public record OwnRegistration(MyRegistration registration, StatedForm form) {}

    /** A registration in the unit's queue. */
    public record RegistrationCard(
            RegistrationId id,
            Uscc uscc,
            String name,
            RegionCode unit,
            String unitName,
            String statusName,
            Instant submittedAt) {}

    /** What happened to a registration. */
    public record StepLine(String step, String note, Instant takenAt) {}

    /**
     * A registration as the unit checks it.
     *
     * @param licenceSentAt when the photo of the licence came; null while there is none
     * @param listedName the name the county's register has under this code; null when it lists none
     * @param registeredName the name under which the code is registered already; null when it is not
     * @param onBehalf whether a commissioner entered it
     */
    public record RegistrationDetail(
            RegistrationId id,
            Uscc uscc,
            String name,
            @Nullable String registeredUnit,
            @Nullable String operatingUnit,
            String unitName,
            CountsAt countsAt,
            String industry,
            String contactName,
            String contactPhone,
            String role,
            boolean onBehalf,
            RegistrationStatus status,
            boolean licenceRequired,
            @Nullable Instant licenceSentAt,
            List<String> returnReasons,
            String returnNote,
            @Nullable EnterpriseId enterprise,
            Instant submittedAt,
            @Nullable String listedName,
            @Nullable String registeredName,
            List<StepLine> steps) {}

    /** The person's own registrations, the newest first; only those not settled yet where that is asked. */
    public Page<MyRegistration> mine(PersonId person, boolean open, PageRequest page) {
        var rows = queries.mine(person, open, page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString())
                .map(it -> new MyRegistration(
                        it.id(),
                        it.uscc(),
                        it.name(),
                        it.unitCode(),
                        regions.nameOf(it.unitCode()),
                        it.status(),
                        it.status().label(),
                        it.licenceRequired(),
                        it.licenceSentAt(),
                        labels(it.returnReasons()),
                        it.returnNote(),
                        it.enterpriseId(),
                        it.submittedAt()));
    }

    /** One of the person's own; another's answers like a missing one. */
    public OwnRegistration own(PersonId person, RegistrationId id) {
        var row = queries.own(id, person);
        if (row == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        var registration = new MyRegistration(
                row.id(),
                row.uscc(),
                row.name(),
                row.unitCode(),
                regions.nameOf(row.unitCode()),
                row.status(),
                row.status().label(),
                row.licenceRequired(),
                row.licenceSentAt(),
                labels(row.returnReasons()),
                row.returnNote(),
                row.enterpriseId(),
                row.submittedAt());
        var form = new StatedForm(
                row.uscc(),
                row.name(),
                row.registeredUnit(),
                row.operatingUnit(),
                row.countsAt(),
                row.industryCode(),
                registrations.open(id, "contact_name", row.contactName()),
                registrations.open(id, "contact_phone", row.contactPhone()),
                row.role());
        return new OwnRegistration(registration, form);
    }

    /** The registrations within the officer's scope in this state, those waiting longest first. */
    public Page<RegistrationCard> queue(Actor officer, RegistrationStatus status, PageRequest page) {
        if (status == RegistrationStatus.AWAITING_ENTERPRISE) return new Page<>(List.of(), null);
        var rows = queries.queue(officer.scope(), status, page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString())
                .map(it -> new RegistrationCard(
                        it.id(),
                        it.uscc(),
                        it.name(),
                        it.unitCode(),
                        regions.nameOf(it.unitCode()),
                        it.status().label(),
                        it.submittedAt()));
    }

    /** One registration within the officer's scope. */
    public RegistrationDetail detail(Actor officer, RegistrationId id) {
        var row = queries.detail(id, officer.scope());
        if (row == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return new RegistrationDetail(
                row.id(),
                row.uscc(),
                row.name(),
                nameOf(row.registeredUnit()),
                nameOf(row.operatingUnit()),
                regions.nameOf(row.unitCode()),
                row.countsAt(),
                industries.nameOf(row.industryCode()),
                registrations.open(id, "contact_name", row.contactName()),
                registrations.open(id, "contact_phone", row.contactPhone()),
                row.role().label(),
                row.commissionerId() != null,
                row.status(),
                row.licenceRequired(),
                row.licenceSentAt(),
                labels(row.returnReasons()),
                row.returnNote(),
                row.enterpriseId(),
                row.submittedAt(),
                row.listedName(),
                row.registeredName(),
                queries.steps(id).stream()
                        .map(it -> new StepLine(it.step().label(), it.note(), it.takenAt()))
                        .toList());
    }

    private @Nullable String nameOf(@Nullable RegionCode unit) {
        return unit == null ? null : regions.nameOf(unit);
    }

    private static List<String> labels(String reasons) {
        return ReturnReason.split(reasons).stream().map(ReturnReason::label).toList();
    }
}
