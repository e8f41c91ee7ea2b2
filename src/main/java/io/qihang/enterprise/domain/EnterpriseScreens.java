package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.enterprise.Assignments;
import io.qihang.enterprise.CurrentFacts;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.KnownFact;
import io.qihang.enterprise.MemberProof;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.MembershipId;
import io.qihang.enterprise.Uscc;
import io.qihang.identity.PersonId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Enterprises as their members and the county's staff see them. */
@Service
public class EnterpriseScreens {

    private final EnterpriseViewMapper queries;
    private final EnterpriseRecords records;
    private final Assignments assignments;
    private final Regions regions;
    private final Industries industries;
    private final Clock clock;

    EnterpriseScreens(
            EnterpriseViewMapper queries,
            EnterpriseRecords records,
            Assignments assignments,
            Regions regions,
            Industries industries,
            Clock clock) {
        this.queries = queries;
        this.records = records;
        this.assignments = assignments;
        this.regions = regions;
        this.industries = industries;
        this.clock = clock;
    }

    /** An enterprise in a person's own list. */
    public record MyEnterprise(
            EnterpriseId id,
            String name,
            MembershipId membership,
            String roleName,
            MembershipStatus status,
            String statusName,
            MemberProof proof,
            String proofName,
            boolean manager) {}

    /**
     * What an enterprise's data say; for confirmed members and staff.
     *
     * @param contactName members read its first character only: one of them typed it, and nobody checked it
     */
    public record Details(
            Uscc uscc,
            RegionCode unit,
            String unitName,
            @Nullable LocalDate countsSince,
            @Nullable String registeredUnit,
            @Nullable String operatingUnit,
            @Nullable String industry,
            @Nullable String contactName,
            @Nullable String contactPhone,
            Instant acceptedAt,
            List<FactLine> facts) {}

    /** A fact that holds now. */
    public record FactLine(
            String key,
            String name,
            String value,
            @Nullable String unit,
            LocalDate effectiveFrom,
            String source,
            boolean confirmed) {}

    /**
     * An enterprise as one of its people sees it.
     *
     * @param licenceSentAt when the person sent a photo of the licence; null when none is on file
     * @param handoverOffered whether the manager asks this person to manage the account
     * @param refusal why the person is not let in; null unless that is so
     * @param details null until the person is confirmed
     */
    public record OwnEnterprise(
            EnterpriseId id,
            String name,
            MembershipId membership,
            String statusName,
            String proofName,
            boolean confirmed,
            boolean manager,
            @Nullable Instant licenceSentAt,
            boolean handoverOffered,
            @Nullable String refusal,
            @Nullable Details details) {}

    /** An enterprise in the staff's list. */
    public record EnterpriseLine(
            EnterpriseId id,
            Uscc uscc,
            String name,
            RegionCode unit,
            String unitName,
            @Nullable String industry,
            Instant acceptedAt) {}

    /** An enterprise as staff see it. */
    public record DeskEnterprise(EnterpriseId id, String name, Details details) {}

    /** A member as the manager and staff see it; who it is by phone is told one at a time. */
    public record MemberLine(
            MembershipId membership,
            MemberRole role,
            String roleName,
            MembershipStatus status,
            String statusName,
            String proofName,
            boolean manager,
            Instant requestedAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant licenceSentAt,
            boolean handoverOffered) {}

    /** Where an enterprise was, in one sense, from a day on. */
    public record PlaceLine(
            String kind,
            RegionCode unit,
            String unitName,
            LocalDate effectiveFrom,
            Instant recordedAt,
            String reason,
            boolean inForce) {}

    /** The person's own enterprises, the newest first. */
    public Page<MyEnterprise> mine(PersonId person, PageRequest page) {
        var rows = queries.mine(person, page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.membershipId().toString())
                .map(it -> new MyEnterprise(
                        it.id(),
                        it.name(),
                        it.membershipId(),
                        it.role().label(),
                        it.status(),
                        it.status().label(),
                        it.proof(),
                        it.proof().label(),
                        it.manager()));
    }

    /** One of the person's enterprises: all of it when confirmed, otherwise name and standing only. */
    public OwnEnterprise own(PersonId person, EnterpriseId id) {
        var row = queries.ofPerson(id, person, today());
        if (row == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        MemberProof proof = Objects.requireNonNull(row.proof());
        MembershipStatus status = Objects.requireNonNull(row.status());
        boolean confirmed = status == MembershipStatus.ACTIVE && proof != MemberProof.SELF_REPORTED;
        return new OwnEnterprise(
                id,
                row.name(),
                Objects.requireNonNull(row.membershipId()),
                status.label(),
                proof.label(),
                confirmed,
                Boolean.TRUE.equals(row.manager()),
                row.licenceSentAt(),
                row.handoverOffered(),
                row.refusal(),
                confirmed ? details(row, EnterpriseScreens::firstOf) : null);
    }

    /** The members, for the enterprise's manager. */
    public List<MemberLine> members(PersonId manager, EnterpriseId id) {
        if (!queries.manages(id, manager)) throw Problem.of(PlatformProblem.NOT_FOUND);
        return queries.members(id).stream().map(EnterpriseScreens::line).toList();
    }

    /** The enterprises within the officer's scope that match. */
    public Page<EnterpriseLine> list(Actor officer, EnterpriseSearch search, PageRequest page) {
        var rows = queries.list(officer.scope(), search, page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString())
                .map(it -> new EnterpriseLine(
                        it.id(),
                        it.uscc(),
                        it.name(),
                        it.unitCode(),
                        regions.nameOf(it.unitCode()),
                        it.industryCode() == null ? null : industries.nameOf(it.industryCode()),
                        it.acceptedAt()));
    }

    /** One enterprise within the officer's scope. */
    public DeskEnterprise within(Actor officer, EnterpriseId id) {
        var row = queries.within(id, officer.scope(), today());
        if (row == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return new DeskEnterprise(id, row.name(), details(row, UnaryOperator.identity()));
    }

    /** The members of an enterprise within the officer's scope. */
    public List<MemberLine> members(Actor officer, EnterpriseId id) {
        var rows = queries.membersWithin(id, officer.scope());
        if (rows.isEmpty()) throw Problem.of(PlatformProblem.NOT_FOUND);
        return rows.stream()
                .filter(it -> it.membershipId() != null)
                .map(EnterpriseScreens::line)
                .toList();
    }

    /** The members of an enterprise the commissioner looks after today. */
    public List<MemberLine> membersInField(Actor commissioner, EnterpriseId id) {
        if (!assignments.isAssigned(commissioner, id)) throw Problem.of(PlatformProblem.NOT_FOUND);
        return queries.members(id).stream().map(EnterpriseScreens::line).toList();
    }

    /** Where an enterprise within the officer's scope was, and since when. */
    public List<PlaceLine> places(Actor officer, EnterpriseId id) {
        var rows = queries.placesWithin(id, officer.scope());
        if (rows.isEmpty()) throw Problem.of(PlatformProblem.NOT_FOUND);
        return rows.stream()
                .map(it -> new PlaceLine(
                        it.kind().label(),
                        it.unitCode(),
                        regions.nameOf(it.unitCode()),
                        it.effectiveFrom(),
                        it.recordedAt(),
                        it.reason(),
                        it.applied()))
                .toList();
    }

    private LocalDate today() {
        return Times.dayOf(clock.instant());
    }

    private static String firstOf(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    private Details details(EnterpriseViewMapper.DetailRow row, UnaryOperator<String> shownName) {
        return new Details(
                row.uscc(),
                row.unitCode(),
                regions.nameOf(row.unitCode()),
                row.countsSince(),
                row.registeredUnit() == null ? null : regions.nameOf(row.registeredUnit()),
                row.operatingUnit() == null ? null : regions.nameOf(row.operatingUnit()),
                row.industryCode() == null ? null : industries.nameOf(row.industryCode()),
                row.contactName() == null
                        ? null
                        : shownName.apply(records.open(row.id(), "contact_name", row.contactName())),
                row.contactPhone() == null ? null : records.open(row.id(), "contact_phone", row.contactPhone()),
                row.acceptedAt(),
                factsOf(Objects.requireNonNullElse(row.facts(), CurrentFacts.NONE)));
    }

    private static List<FactLine> factsOf(CurrentFacts current) {
        return current.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> new FactLine(
                        it.getKey(),
                        KnownFact.labelOf(it.getKey()),
                        it.getValue().value().text(),
                        it.getValue().unit(),
                        it.getValue().effectiveFrom(),
                        it.getValue().source().label(),
                        it.getValue().confirmed()))
                .toList();
    }

    private static MemberLine line(EnterpriseViewMapper.MemberRow row) {
        MemberRole role = Objects.requireNonNull(row.role());
        MembershipStatus status = Objects.requireNonNull(row.status());
        return new MemberLine(
                Objects.requireNonNull(row.membershipId()),
                role,
                role.label(),
                status,
                status.label(),
                Objects.requireNonNull(row.proof()).label(),
                Boolean.TRUE.equals(row.manager()),
                Objects.requireNonNull(row.requestedAt()),
                row.confirmedAt(),
                row.licenceSentAt(),
                row.handoverOffered());
    }
}
