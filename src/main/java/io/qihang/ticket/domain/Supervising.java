package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.access.Role;
import io.qihang.audit.AuditTrail;
import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffDirectory.StaffCard;
import io.qihang.identity.StaffId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Offices;
import io.qihang.ticket.TicketId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 督办: which lights came on for a ticket, the sheet for it, and whom each office's lights go to. */
@Service
public class Supervising {

    private final LightMapper mapper;
    private final TicketReading reading;
    private final TicketAccess access;
    private final StaffDirectory staff;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;

    Supervising(
            LightMapper mapper,
            TicketReading reading,
            TicketAccess access,
            StaffDirectory staff,
            Offices offices,
            AuditTrail audit,
            Clock clock) {
        this.mapper = mapper;
        this.reading = reading;
        this.access = access;
        this.staff = staff;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A light that came on.
     *
     * @param step name of the deadline
     * @param recipient whom the ladder names; null for who has to act anyway
     */
    public record LightView(
            String step,
            Instant dueAt,
            Light light,
            String lightName,
            @Nullable String recipient,
            Instant at) {}

    /**
     * Whom an office's lights go to; names are null where nobody is set.
     *
     * @param office its code
     * @param headLogin the login name to set it by; null too for those who may not set it
     */
    public record EscalationContact(
            String office,
            String officeName,
            @Nullable String headName,
            @Nullable String headLogin,
            @Nullable String leaderName,
            @Nullable String leaderLogin) {

        static EscalationContact of(LightMapper.ContactRow row, Map<StaffId, StaffCard> called, boolean withLogins) {
            StaffCard head = row.head() == null ? null : called.get(new StaffId(row.head()));
            StaffCard leader = row.leader() == null ? null : called.get(new StaffId(row.leader()));
            return new EscalationContact(
                    row.office(),
                    row.officeName(),
                    head == null ? null : head.name(),
                    head == null || !withLogins ? null : head.loginName(),
                    leader == null ? null : leader.name(),
                    leader == null || !withLogins ? null : leader.loginName());
        }
    }

    /** What a 督办单 says. */
    public record Sheet(TicketScreen ticket, List<LightView> lights, Instant madeAt) {}

    /** The lights of a ticket within the staff member's scope, in the order in which they came on. */
    public List<LightView> lights(Actor actor, TicketId ticket) {
        return mapper.warnings(ticket, actor.scope()).stream()
                .map(it -> new LightView(
                        it.kind().label(),
                        it.dueAt(),
                        it.light(),
                        it.light().label(),
                        it.recipient() == null ? null : it.recipient().label(),
                        it.at()))
                .toList();
    }

    /**
     * The 督办单 of a ticket within the staff member's scope.
     *
     * @throws Problem {@code TICKET_NOT_SUPERVISED} before its ladder came to that
     */
    @Transactional
    public Sheet sheet(Actor actor, TicketId id) {
        TicketScreen ticket = reading.show(actor, id);
        List<LightView> lights = lights(actor, id);
        if (lights.stream().noneMatch(it -> it.light() == Light.SUPERVISE)) {
            throw Problem.of(TicketProblem.TICKET_NOT_SUPERVISED);
        }
        audit.record(
                "ticket.print-supervision", "ticket", id, "督办单 " + ticket.card().number());
        return new Sheet(ticket, lights, clock.instant());
    }

    /** Every office of the officer's county with whom its lights go to. */
    public List<EscalationContact> contacts(Actor officer) {
        var rows = mapper.contacts(county(officer));
        var called = staff.cards(rows.stream()
                .flatMap(it -> Stream.of(it.head(), it.leader()))
                .filter(Objects::nonNull)
                .map(StaffId::new)
                .collect(Collectors.toSet()));
        return rows.stream()
                .map(it -> EscalationContact.of(it, called, officer.has(Role.COUNTY_OFFICER)))
                .toList();
    }

    /**
     * Sets whom an office's lights go to, by their login names.
     *
     * @param head an account of a handler; null for nobody
     * @param leader an account of a leader; null for nobody
     */
    @Transactional
    public void setContact(Actor officer, String office, @Nullable String head, @Nullable String leader) {
        RegionCode county = county(officer);
        access.ledger(officer, county);
        var known =
                offices.find(county, office).orElseThrow(() -> Problem.of(TicketProblem.TICKET_OFFICE_UNKNOWN, office));
        mapper.putContact(county, office, account(county, Role.HANDLER, head), account(county, Role.LEADER, leader));
        audit.record("ticket.set-contact", "office", office, known.name() + "的负责人和分管领导");
    }

    private @Nullable UUID account(RegionCode county, Role role, @Nullable String loginName) {
        if (loginName == null || loginName.isBlank()) return null;
        StaffId found = staff.holders(role, county, List.of(loginName.strip())).get(loginName.strip());
        if (found == null) throw Problem.of(TicketProblem.TICKET_CONTACT_UNKNOWN, loginName, role.label());
        return found.value();
    }

    private static RegionCode county(Actor officer) {
        return officer.scope().counties().stream().findFirst().orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }
}
