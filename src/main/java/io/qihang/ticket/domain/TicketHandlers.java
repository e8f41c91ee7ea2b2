package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.access.Role;
import io.qihang.audit.AuditTrail;
import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffDirectory.Post;
import io.qihang.identity.StaffDirectory.StaffCard;
import io.qihang.identity.StaffId;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.TicketQueryMapper.BacklogRow;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 经办人: who of an office works on what, what piles up, and whose tickets need somebody else. */
@Service
public class TicketHandlers {

    /** More than an office hands over at once is handed over in several goes. */
    static final int AT_ONCE = 200;

    private final Tickets tickets;
    private final TicketQueryMapper queries;
    private final TicketAccess access;
    private final StaffDirectory staff;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;

    TicketHandlers(
            Tickets tickets,
            TicketQueryMapper queries,
            TicketAccess access,
            StaffDirectory staff,
            Offices offices,
            AuditTrail audit,
            Clock clock) {
        this.tickets = tickets;
        this.queries = queries;
        this.access = access;
        this.staff = staff;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What one person of an office has on the desk.
     *
     * @param staff null for what nobody has accepted or taken over
     * @param active whether the account still works for the office; what an inactive one has must be handed over
     * @param open tickets not closed
     * @param overdue those of them past their soonest deadline
     * @param oldestDue the soonest deadline of all
     */
    public record Backlog(
            String office,
            String officeName,
            @Nullable StaffId staff,
            String name,
            boolean active,
            int open,
            int overdue,
            @Nullable Instant oldestDue) {}

    /** The backlogs of the actor's offices, or of all the county's, those that need somebody first. */
    public List<Backlog> backlogs(Actor actor) {
        RegionCode county = Objects.requireNonNull(actor.scope().home());
        Set<String> own = actor.scope().counties().isEmpty() ? actor.scope().offices() : Set.of();
        List<BacklogRow> rows = queries.backlogs(county, own, clock.instant());
        Set<String> shown = rows.stream().map(BacklogRow::office).collect(Collectors.toSet());
        Set<Post> filled = staff.posts(Role.HANDLER, county, shown);
        var ids = rows.stream()
                .map(BacklogRow::handler)
                .filter(Objects::nonNull)
                .map(StaffId::new)
                .collect(Collectors.toSet());
        Map<StaffId, String> names = staff.names(ids);
        return rows.stream()
                .map(row -> backlog(county, row, filled, names))
                .sorted(Comparator.comparing(Backlog::active)
                        .thenComparing(Backlog::officeName)
                        .thenComparing(Backlog::name))
                .toList();
    }

    private Backlog backlog(RegionCode county, BacklogRow row, Set<Post> filled, Map<StaffId, String> names) {
        StaffId id = row.handler() == null ? null : new StaffId(row.handler());
        return new Backlog(
                row.office(),
                offices.find(county, row.office()).map(Office::name).orElse(row.office()),
                id,
                id == null ? "待受理、待接手" : names.getOrDefault(id, "已注销账号"),
                id == null || filled.contains(new Post(id, row.office())),
                row.open(),
                row.overdue(),
                row.oldestDue());
    }

    /** Who of the actor's offices can work on tickets. */
    public List<StaffCard> colleagues(Actor handler) {
        RegionCode county = Objects.requireNonNull(handler.scope().home());
        return staff.holdersOf(Role.HANDLER, county, handler.scope().offices());
    }

    /** Gives one ticket to a colleague. */
    @Transactional
    public void assign(Actor handler, TicketId id, StaffId to) {
        Ticket ticket = tickets.require(id);
        By by = access.handler(handler, ticket);
        assign(by, ticket, requireColleague(ticket.county(), Objects.requireNonNull(ticket.office()), to));
        audit.record("ticket.assign", "ticket", id, "更换经办人 " + ticket.number());
    }

    /**
     * Gives what somebody has on the desk of an office to a colleague, at most {@value #AT_ONCE} tickets at once.
     *
     * @return how many tickets were handed over
     */
    @Transactional
    public int handOver(Actor handler, String office, StaffId from, StaffId to) {
        RegionCode county = Objects.requireNonNull(handler.scope().home());
        if (!handler.scope().actsFor(county, office)) {
            throw Problem.of(TicketProblem.TICKET_OFFICE_UNKNOWN, office);
        }
        StaffCard colleague = requireColleague(county, office, to);
        List<TicketId> open = queries.openOf(county, office, from.value(), AT_ONCE);
        for (TicketId id : open) {
            Ticket ticket = tickets.require(id);
            assign(access.handler(handler, ticket), ticket, colleague);
        }
        audit.record("ticket.hand-over", "staff", from, "移交经办的诉求 " + open.size() + " 件，接手人 " + to);
        return open.size();
    }

    private StaffCard requireColleague(RegionCode county, String office, StaffId to) {
        return staff.holdersOf(Role.HANDLER, county, Set.of(office)).stream()
                .filter(it -> it.id().equals(to))
                .findFirst()
                .orElseThrow(() -> Problem.of(TicketProblem.TICKET_HANDLER_UNKNOWN));
    }

    private void assign(By by, Ticket ticket, StaffCard to) {
        UUID account = to.id().value();
        Hop hop = ticket.assign(by, account, "更换经办人，期限不变。", clock.instant());
        tickets.save(ticket, hop);
    }
}
