package io.qihang.ticket.domain;

import io.qihang.access.AccessProblem;
import io.qihang.access.Actor;
import io.qihang.access.Role;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.PersonId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import org.springframework.stereotype.Component;

/** As what an actor may act on a ticket; to whom it is out of reach, it is not there. */
@Component
class TicketAccess {

    private final Enterprises enterprises;
    private final TicketSettings settings;
    private final ClockSettings clocks;
    private final Offices offices;

    TicketAccess(Enterprises enterprises, TicketSettings settings, ClockSettings clocks, Offices offices) {
        this.enterprises = enterprises;
        this.settings = settings;
        this.clocks = clocks;
        this.offices = offices;
    }

    /** A confirmed member of the ticket's enterprise. */
    By member(Actor person, Ticket ticket) {
        if (enterprises
                .membershipOf(new PersonId(person.account()), ticket.enterprise())
                .isEmpty()) {
            throw Problem.of(PlatformProblem.NOT_FOUND);
        }
        return new By(Party.ENTERPRISE, person.account());
    }

    /** An officer of the office that keeps the county's 台账. */
    By ledger(Actor officer, Ticket ticket) {
        return ledger(officer, ticket.county());
    }

    By ledger(Actor officer, RegionCode county) {
        return officer(officer, county, settings.of(county).ledgerOffice(), TicketProblem.TICKET_LEDGER_OFFICE_ONLY);
    }

    /** An officer of the office that decides on extensions. */
    By extensionOfficer(Actor officer, Ticket ticket) {
        String office = clocks.extensionOffice(ticket.county());
        return officer(officer, ticket.county(), office, TicketProblem.TICKET_EXTENSION_OFFICE_ONLY);
    }

    private By officer(Actor officer, RegionCode county, String office, TicketProblem otherwise) {
        if (!officer.scope().counties().contains(county)) throw Problem.of(PlatformProblem.NOT_FOUND);
        if (!officer.has(Role.COUNTY_OFFICER)) throw Problem.of(AccessProblem.FORBIDDEN);
        boolean within = officer.scope().offices().isEmpty()
                ? settings.of(county).bureau().equals(office)
                : officer.scope().actsFor(county, office);
        if (!within) throw Problem.of(otherwise, nameOf(county, office));
        return new By(Party.LEDGER, officer.account());
    }

    /** A handler of the office the ticket is assigned to. */
    By handler(Actor handler, Ticket ticket) {
        if (!isHandler(handler, ticket)) throw Problem.of(PlatformProblem.NOT_FOUND);
        return new By(Party.HANDLER, handler.account());
    }

    /** A handler of the office that decides finally, while the ticket waits for its decision or stands by it. */
    By arbiter(Actor handler, Ticket ticket) {
        String arbiter = settings.of(ticket.county()).arbiter();
        boolean is = !arbiter.isEmpty()
                && handler.has(Role.HANDLER)
                && handler.scope().actsFor(ticket.county(), arbiter);
        if (!is) throw Problem.of(PlatformProblem.NOT_FOUND);
        return new By(Party.ARBITER, handler.account());
    }

    /** A handler of the office that was asked to assist. */
    By assistant(Actor handler, Ticket ticket, Assist assist) {
        boolean is = handler.has(Role.HANDLER) && handler.scope().actsFor(ticket.county(), assist.office());
        if (!is) throw Problem.of(PlatformProblem.NOT_FOUND);
        return new By(Party.ASSISTANT, handler.account());
    }

    /** The assigned office's handler or else the 台账 office's officer. */
    By handlerOrLedger(Actor actor, Ticket ticket) {
        return isHandler(actor, ticket) ? handler(actor, ticket) : ledger(actor, ticket);
    }

    private static boolean isHandler(Actor actor, Ticket ticket) {
        String office = ticket.office();
        return office != null && actor.has(Role.HANDLER) && actor.scope().actsFor(ticket.county(), office);
    }

    /** The office as people call it. */
    String nameOf(RegionCode county, String office) {
        return offices.find(county, office).map(Office::name).orElse(office);
    }
}
