package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.Enterprises;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import io.qihang.region.Regions;
import io.qihang.ticket.TicketId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose matter a ticket is: the 职责清单 suggests, the 台账 office dispatches and urges, an office may give it back once
 * within its time, and the second time 终审 decides, which binds.
 */
@Service
public class TicketDispatching {

    private static final Duration LOOKED_BACK = Duration.ofDays(365);

    private final Tickets tickets;
    private final TicketQueryMapper queries;
    private final TicketAccess access;
    private final TicketSettings settings;
    private final Deadlines deadlines;
    private final Enterprises enterprises;
    private final Regions regions;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;

    TicketDispatching(
            Tickets tickets,
            TicketQueryMapper queries,
            TicketAccess access,
            TicketSettings settings,
            Deadlines deadlines,
            Enterprises enterprises,
            Regions regions,
            Offices offices,
            AuditTrail audit,
            Clock clock) {
        this.tickets = tickets;
        this.queries = queries;
        this.access = access;
        this.settings = settings;
        this.deadlines = deadlines;
        this.enterprises = enterprises;
        this.regions = regions;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whom the 职责清单 names for a ticket, and who brought such tickets to an end.
     *
     * @param list name and version of the list; null where the county has none
     * @param offices the main office first; empty when no line covers the ticket
     * @param experience who answered tickets of this category so that the enterprise said yes, in the last 365 days
     */
    public record Advice(@Nullable String list, List<Suggested> offices, List<Experience> experience) {

        public Advice {
            offices = List.copyOf(offices);
            experience = List.copyOf(experience);
        }
    }

    /**
     * An office that the list names.
     *
     * @param reason which line, and why it covers the ticket
     * @param basis the sentence the line rests on
     */
    public record Suggested(String office, String officeName, String reason, String basis) {}

    /** How many tickets of the category an office solved. */
    public record Experience(String office, String officeName, int solved) {}

    /** Suggests whose matter the ticket is; the 台账 office decides. */
    public Advice advise(Actor officer, TicketId id) {
        Ticket ticket = tickets.require(id);
        access.ledger(officer, ticket);
        RegionCode county = ticket.county();
        EnterpriseCard enterprise = Objects.requireNonNull(
                enterprises.cards(List.of(ticket.enterprise())).get(ticket.enterprise()));
        var matter = new DutyList.Matter(
                ticket.category(), ticket.title() + " " + ticket.content(), enterprise.unit(), enterprise.industry());
        Instant now = clock.instant();
        Optional<DutyList> list = settings.dutyList(county, Times.dayOf(now));
        return new Advice(
                list.map(it -> it.label() + "第" + it.version() + "版").orElse(null),
                list.map(it -> it.suggest(matter)).orElse(List.of()).stream()
                        .map(it -> suggested(county, it, matter))
                        .toList(),
                queries.experience(county, ticket.category(), now.minus(LOOKED_BACK), now).stream()
                        .map(it -> new Experience(it.office(), nameOf(county, it.office()), it.solved()))
                        .toList());
    }

    private Suggested suggested(RegionCode county, DutyList.Suggestion suggestion, DutyList.Matter matter) {
        DutyList.Duty duty = suggestion.duty();
        return new Suggested(
                duty.office(),
                nameOf(county, duty.office()),
                suggestion.reason(settings.categoryName(county, matter.category()), regions.nameOf(matter.unit())),
                duty.basis());
    }

    /** The 职责清单 in force today; empty where the county has none. */
    public Optional<DutyList> dutyList(RegionCode county) {
        return settings.dutyList(county, Times.dayOf(clock.instant()));
    }

    /**
     * The office holds that it is not its matter.
     *
     * @param ground code of a listed ground
     * @param proposal code of the office that should have it; null where the ground asks for none
     * @throws Problem when the ground or the office is unknown, the time is over, or 终审 has decided
     */
    @Transactional
    public void refuse(Actor handler, TicketId id, String ground, String reason, @Nullable String proposal) {
        Ticket ticket = tickets.require(id);
        By by = access.handler(handler, ticket);
        RegionCode county = ticket.county();
        TicketSettings.Setting setting = settings.of(county);
        Refusal.Ground listed = setting.refusalGrounds()
                .find(ground)
                .orElseThrow(() -> Problem.of(TicketProblem.TICKET_GROUND_UNKNOWN, ground));
        var refusal = new Refusal(
                listed,
                reason,
                proposal == null ? null : office(county, proposal).name());
        String arbiter = setting.arbiter();
        if (ticket.wouldAppeal() && arbiter.isEmpty()) throw Problem.of(TicketProblem.TICKET_NO_ARBITER);
        Instant until = deadlines.refusableUntil(ticket);
        Hop hop = ticket.refuse(by, refusal, until, arbiter, clock.instant());
        save("ticket.return", ticket, hop);
    }

    /** 终审 names the office; it binds both that office and the one that dispatches. */
    @Transactional
    public void rule(Actor arbiter, TicketId id, String toOffice, String reason) {
        Ticket ticket = tickets.require(id);
        By by = access.arbiter(arbiter, ticket);
        Office office = office(ticket.county(), toOffice);
        String text = "由" + office.name() + "办理。" + reason;
        save("ticket.rule", ticket, ticket.rule(by, office.code(), text, clock.instant()));
    }

    /** 催办: the 台账 office reminds whoever holds the ticket. */
    @Transactional
    public void urge(Actor officer, TicketId id, String text) {
        Ticket ticket = tickets.require(id);
        save("ticket.urge", ticket, ticket.urge(access.ledger(officer, ticket), text, clock.instant()));
    }

    private Office office(RegionCode county, String code) {
        return offices.find(county, code).orElseThrow(() -> Problem.of(TicketProblem.TICKET_OFFICE_UNKNOWN, code));
    }

    private String nameOf(RegionCode county, String office) {
        return offices.find(county, office).map(Office::name).orElse(office);
    }

    private void save(String action, Ticket ticket, Hop hop) {
        tickets.save(ticket, hop);
        audit.record(action, "ticket", ticket.id(), hop.action().label() + " " + ticket.number());
    }
}
