package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.access.Scope;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.Problem;
import io.qihang.platform.Times;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The 挂账 register: what cannot be solved for now, why, who must decide it, and when it is looked at again. */
@Service
public class Suspensions {

    static final int LIMIT = 5_000;

    private final SuspensionMapper mapper;
    private final TicketSettings settings;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;

    Suspensions(SuspensionMapper mapper, TicketSettings settings, Offices offices, AuditTrail audit, Clock clock) {
        this.mapper = mapper;
        this.settings = settings;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Notes what an office asks for. */
    void asked(Ticket ticket, String why, SuspensionTerms terms) {
        mapper.asked(ticket.id(), ticket.county(), why, terms);
    }

    /**
     * Enters or prolongs it once the ticket stands suspended.
     *
     * @throws Problem {@code TICKET_REVIEW_DAY} for a day of review that has passed or is later than the profile's
     */
    void begun(Ticket ticket, String why, SuspensionTerms terms) {
        LocalDate latest =
                Times.dayOf(ticket.steps().latest(StepKind.REVIEW).orElseThrow().dueAt());
        LocalDate on = terms.reviewOn() == null ? latest : terms.reviewOn();
        if (on.isAfter(latest) || !on.isAfter(today())) throw Problem.of(TicketProblem.TICKET_REVIEW_DAY, latest);
        mapper.begun(ticket.id(), clock.instant(), why, on, terms);
    }

    /** The register of the officer's counties, the soonest review first. */
    public Page<SuspensionLine> list(Actor officer, PageRequest page) {
        var after = page.afterPosition();
        var rows = mapper.list(
                officer.scope(),
                after == null ? null : new SuspensionMapper.After(Times.dayOf(after.at()), after.id()),
                page.fetch());
        return Page.of(
                        rows,
                        page.size(),
                        it -> PageRequest.key(
                                it.reviewOn().atStartOfDay(Times.SHANGHAI).toInstant(),
                                it.ticket().value()))
                .map(this::line);
    }

    /** The whole register of the officer's counties; at most {@value #LIMIT} lines. */
    @Transactional
    public List<SuspensionLine> export(Actor officer) {
        Scope scope = officer.scope();
        List<SuspensionLine> lines =
                mapper.list(scope, null, LIMIT).stream().map(this::line).toList();
        audit.record("ticket.export-suspensions", "suspension-register", today().toString(), lines.size() + " 条");
        return lines;
    }

    private SuspensionLine line(SuspensionMapper.Row row) {
        return new SuspensionLine(
                row.ticket(),
                row.number(),
                row.enterpriseName(),
                row.title(),
                settings.categoryName(row.regionCode(), row.category()),
                row.office(),
                officeName(row),
                row.since(),
                row.why(),
                row.decider(),
                row.level() == null ? null : row.level().label(),
                row.reviewOn(),
                !row.reviewOn().isAfter(today()));
    }

    private String officeName(SuspensionMapper.Row row) {
        @Nullable String code = row.office();
        return code == null
                ? ""
                : offices.find(row.regionCode(), code).map(Office::name).orElse(code);
    }

    private LocalDate today() {
        return Times.dayOf(clock.instant());
    }
}
