package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.access.Scope;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.Times;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.TicketQueryMapper.CardRow;
import io.qihang.ticket.domain.TicketQueryMapper.LedgerRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tickets as the screens show them: to the enterprise, to staff within their scope, and as the 台账. */
@Service
public class TicketReading {

    static final int LEDGER_LIMIT = 20_000;

    private final TicketQueryMapper queries;
    private final TicketScreens screens;
    private final AuditTrail audit;
    private final Clock clock;

    TicketReading(TicketQueryMapper queries, TicketScreens screens, AuditTrail audit, Clock clock) {
        this.queries = queries;
        this.screens = screens;
        this.audit = audit;
        this.clock = clock;
    }

    /** A ticket of the person's own enterprise. */
    public TicketScreen track(Actor person, TicketId id) {
        TicketRecord row = queries.ofMember(id, new PersonId(person.account()));
        if (row == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return screens.screen(row.shownTo(person.account()), clock.instant());
    }

    /** A ticket within the staff member's scope. */
    public TicketScreen show(Actor staff, TicketId id) {
        TicketRecord row = queries.within(id, staff.scope());
        if (row == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return screens.named(row, clock.instant());
    }

    /** The tickets of the person's own enterprise, newest first; none for another's. */
    public Page<TicketCard> ofEnterprise(Actor person, EnterpriseId enterprise, boolean open, PageRequest page) {
        var rows = queries.ofEnterprise(
                enterprise, new PersonId(person.account()), open, page.afterPosition(), page.fetch());
        return cards(rows, page, false);
    }

    /** The tickets of one enterprise within the staff member's scope, newest first. */
    public Page<TicketCard> ofEnterpriseWithin(Actor staff, EnterpriseId enterprise, PageRequest page) {
        var rows = queries.ofEnterpriseWithin(enterprise, staff.scope(), page.afterPosition(), page.fetch());
        return cards(rows, page, false);
    }

    /** The tickets within the staff member's scope that match. */
    public Page<TicketCard> search(Actor staff, TicketSearch search, PageRequest page) {
        var rows = queries.search(staff.scope(), search, clock.instant(), page.afterPosition(), page.fetch());
        return cards(rows, page, search.byDue());
    }

    /** How many of the tickets within the staff member's scope stand where, in the order of the work. */
    public List<TicketCount> counts(Actor staff) {
        Instant now = clock.instant();
        Instant year = startOf(Times.dayOf(now).withDayOfYear(1));
        var found = queries.counts(staff.scope(), now, year).stream()
                .collect(Collectors.toMap(TicketQueryMapper.CountRow::status, Function.identity()));
        return Arrays.stream(TicketStatus.values())
                .map(it -> TicketCount.of(it, found.get(it)))
                .toList();
    }

    /**
     * The 台账 of tickets received on these days, both included.
     *
     * @throws Problem {@link TicketProblem#TICKET_LEDGER_TOO_LARGE} beyond {@value #LEDGER_LIMIT} tickets
     */
    @Transactional
    public List<LedgerLine> ledger(Actor staff, LocalDate from, LocalDate until) {
        if (until.isBefore(from)) throw Problem.of(TicketProblem.TICKET_LEDGER_RANGE);
        Scope scope = staff.scope();
        List<LedgerRow> rows = queries.ledger(scope, startOf(from), startOf(until.plusDays(1)), LEDGER_LIMIT + 1);
        if (rows.size() > LEDGER_LIMIT) throw Problem.of(TicketProblem.TICKET_LEDGER_TOO_LARGE, LEDGER_LIMIT);
        audit.record(
                "ticket.export-ledger",
                "ticket-ledger",
                from + "/" + until,
                "导出诉求台账 " + from + " 至 " + until + "，" + rows.size() + " 条");
        Instant now = clock.instant();
        return rows.stream().map(row -> screens.line(row, now)).toList();
    }

    private Page<TicketCard> cards(List<CardRow> rows, PageRequest page, boolean byDue) {
        Instant now = clock.instant();
        return Page.of(
                        rows,
                        page.size(),
                        row -> PageRequest.key(
                                byDue ? Objects.requireNonNull(row.nextDueAt()) : row.createdAt(),
                                row.id().value()))
                .map(row -> screens.card(row, now));
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(Times.SHANGHAI).toInstant();
    }
}
