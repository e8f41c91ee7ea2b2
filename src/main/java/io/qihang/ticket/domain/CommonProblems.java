package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.access.Role;
import io.qihang.access.Scope;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.PersonId;
import io.qihang.platform.Ids;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import io.qihang.ticket.CommonProblemId;
import io.qihang.ticket.RaisedTicket;
import io.qihang.ticket.TicketId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 共性问题: the 台账 office puts the same problem of several enterprises together under one office, an enterprise joins
 * what others have, and a ticket can be taken out again.
 */
@Service
public class CommonProblems {

    /** More than that is not one problem any more, and too much for one answer. */
    public static final int LARGEST = 200;

    static final int EXPORTED = 2_000;

    private final CommonProblemMapper mapper;
    private final Tickets tickets;
    private final TicketScreens screens;
    private final TicketAccess access;
    private final TicketSettings settings;
    private final Raising raising;
    private final Enterprises enterprises;
    private final Offices offices;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    CommonProblems(
            CommonProblemMapper mapper,
            Tickets tickets,
            TicketScreens screens,
            TicketAccess access,
            TicketSettings settings,
            Raising raising,
            Enterprises enterprises,
            Offices offices,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.mapper = mapper;
        this.tickets = tickets;
        this.screens = screens;
        this.access = access;
        this.settings = settings;
        this.raising = raising;
        this.enterprises = enterprises;
        this.offices = offices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A problem in the list for the meeting: 一类事 with what stands behind it.
     *
     * @param enterprises how many enterprises have it
     * @param units in how many units of the county
     * @param open how many of its tickets are not closed
     */
    public record CommonLine(
            CommonProblemId id,
            String category,
            String title,
            String summary,
            String office,
            String officeName,
            Instant createdAt,
            int enterprises,
            int units,
            int tickets,
            int open,
            @Nullable Instant nextDueAt) {}

    /** A problem with its tickets, oldest first. */
    public record CommonWhole(CommonLine problem, List<TicketCard> tickets) {

        public CommonWhole {
            tickets = List.copyOf(tickets);
        }
    }

    /** Those of the officer's counties or of the handler's offices, newest first. */
    public Page<CommonLine> list(Actor staff, boolean open, PageRequest page) {
        var rows = mapper.list(staff.scope(), open, page.afterPosition(), page.fetch());
        return Page.of(
                        rows,
                        page.size(),
                        it -> PageRequest.key(it.createdAt(), it.id().value()))
                .map(this::line);
    }

    /** The list for the meeting as a sheet, open ones only; at most {@value #EXPORTED} lines. */
    @Transactional
    public List<CommonLine> export(Actor staff) {
        List<CommonLine> lines = mapper.list(staff.scope(), true, null, EXPORTED).stream()
                .map(this::line)
                .toList();
        audit.record(
                "ticket.export-common",
                "common-problem",
                staff.account().toString(),
                "导出共性问题清单 " + lines.size() + " 条");
        return lines;
    }

    public CommonWhole show(Actor staff, CommonProblemId id) {
        CommonProblem problem = within(staff, id);
        Instant now = clock.instant();
        return new CommonWhole(
                line(problem),
                mapper.within(id).stream().map(it -> screens.card(it, now)).toList());
    }

    /**
     * Puts tickets together under one office.
     *
     * @param toOffice code of the office that works on all of them
     * @throws Problem for fewer than two enterprises, another county's ticket, or one that cannot be put there now
     */
    @Transactional
    public CommonProblemId open(
            Actor officer, String title, String summary, String toOffice, Collection<TicketId> chosen) {
        List<Ticket> found = locked(chosen);
        By by = access.ledger(officer, found.get(0));
        RegionCode county = found.get(0).county();
        if (found.stream().anyMatch(it -> !it.county().equals(county))) throw Problem.of(PlatformProblem.NOT_FOUND);
        if (found.stream().map(Ticket::enterprise).distinct().count() < 2) {
            throw Problem.of(TicketProblem.TICKET_COMMON_FEW);
        }
        Office office = offices.find(county, toOffice)
                .orElseThrow(() -> Problem.of(TicketProblem.TICKET_OFFICE_UNKNOWN, toOffice));
        CommonProblemId id = new CommonProblemId(ids.next());
        mapper.add(
                id, county, found.get(0).category(), title, summary, office.code(), officer.account(), clock.instant());
        found.forEach(it -> merge(it, by, id, title, office));
        audit.record("ticket.open-common", "common-problem", id, "合并为共性问题“" + title + "”：" + numbers(found));
        return id;
    }

    /** Puts more tickets into it. */
    @Transactional
    public void add(Actor officer, CommonProblemId id, Collection<TicketId> chosen) {
        mapper.lock(id);
        CommonProblem problem = within(officer, id);
        By by = access.ledger(officer, problem.regionCode());
        List<Ticket> found = locked(chosen);
        if (found.stream().anyMatch(it -> !it.county().equals(problem.regionCode()))) {
            throw Problem.of(PlatformProblem.NOT_FOUND);
        }
        requireRoom(problem.tickets() + found.size());
        Office office = office(problem);
        found.forEach(it -> merge(it, by, id, problem.title(), office));
        audit.record("ticket.add-common", "common-problem", id, "并入共性问题“" + problem.title() + "”：" + numbers(found));
    }

    /** Takes a ticket out; its office goes on with it alone. */
    @Transactional
    public void remove(Actor officer, CommonProblemId id, TicketId ticket, String reason) {
        CommonProblem problem = within(officer, id);
        By by = access.ledger(officer, problem.regionCode());
        Ticket found = tickets.lock(ticket);
        if (!id.equals(found.commonProblem())) throw Problem.of(TicketProblem.TICKET_COMMON_NOT_IN);
        tickets.save(found, found.split(by, "移出共性问题“" + problem.title() + "”，单独办理。" + reason, clock.instant()));
        audit.record("ticket.remove-common", "common-problem", id, "移出 " + found.number());
    }

    /**
     * An enterprise has what others have: a ticket of its own, at once with the office that works on it.
     *
     * @param text what is particular to it; null when nothing is
     * @throws Problem when it is in already, or nothing of the problem is open any more
     */
    @Transactional
    public RaisedTicket join(Actor person, EnterpriseId enterprise, CommonProblemId id, @Nullable String text) {
        EnterpriseCard card = enterprises.requireOwn(enterprise, new PersonId(person.account()));
        mapper.lock(id);
        CommonProblem problem = Optional.ofNullable(mapper.find(id))
                .filter(it -> it.regionCode().equals(card.county()))
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        if (problem.open() == 0) throw Problem.of(TicketProblem.TICKET_COMMON_CLOSED);
        boolean joined = mapper.within(id).stream()
                .anyMatch(it ->
                        it.enterpriseId().equals(enterprise) && it.status().isOpen());
        if (joined) throw Problem.of(TicketProblem.TICKET_COMMON_JOINED);
        requireRoom(problem.tickets() + 1);
        String content = text == null ? problem.summary() : text;
        RaisedTicket raised =
                raising.byMember(person, enterprise, problem.category(), problem.title(), content, List.of());
        Ticket ticket = tickets.lock(raised.id());
        merge(ticket, new By(Party.ENTERPRISE, person.account()), id, problem.title(), office(problem));
        return raised;
    }

    private void merge(Ticket ticket, By by, CommonProblemId id, String title, Office office) {
        String text = "并入共性问题“" + title + "”，由" + office.name() + "一并办理。";
        try {
            tickets.save(ticket, ticket.merge(by, id, office.code(), text, clock.instant()));
        } catch (Problem problem) {
            throw Problem.of(TicketProblem.TICKET_COMMON_UNFIT, ticket.number(), problem.detail());
        }
    }

    private static void requireRoom(int tickets) {
        if (tickets > LARGEST) throw Problem.of(TicketProblem.TICKET_COMMON_LARGE, LARGEST);
    }

    /** Locked in the order of their ids, so that two officers never wait for each other. */
    private List<Ticket> locked(Collection<TicketId> chosen) {
        requireRoom(chosen.size());
        var inOrder = chosen.stream().map(TicketId::value).collect(Collectors.toCollection(TreeSet::new));
        return inOrder.stream().map(TicketId::new).map(tickets::lock).toList();
    }

    /** The problem within reach: of the officer's counties or the handler's offices. */
    CommonProblem within(Actor staff, CommonProblemId id) {
        CommonProblem problem = mapper.find(id);
        if (problem == null || !reaches(staff, problem)) throw Problem.of(PlatformProblem.NOT_FOUND);
        return problem;
    }

    private static boolean reaches(Actor staff, CommonProblem problem) {
        Scope scope = staff.scope();
        return scope.counties().contains(problem.regionCode())
                || (staff.has(Role.HANDLER) && scope.actsFor(problem.regionCode(), problem.office()));
    }

    private Office office(CommonProblem problem) {
        return offices.find(problem.regionCode(), problem.office()).orElseThrow();
    }

    private CommonLine line(CommonProblem problem) {
        return new CommonLine(
                problem.id(),
                settings.categoryName(problem.regionCode(), problem.category()),
                problem.title(),
                problem.summary(),
                problem.office(),
                offices.find(problem.regionCode(), problem.office())
                        .map(Office::name)
                        .orElse(problem.office()),
                problem.createdAt(),
                problem.enterprises(),
                problem.units(),
                problem.tickets(),
                problem.open(),
                problem.nextDueAt());
    }

    private static String numbers(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::number).collect(Collectors.joining("、"));
    }
}
