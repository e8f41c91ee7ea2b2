package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import io.qihang.visit.domain.VisitViews.Brief;
import io.qihang.visit.domain.VisitViews.LedgerLine;
import io.qihang.visit.domain.VisitViews.PortfolioLine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What a commissioner works from: the portfolio, the promises that are open in it, and the brief before the door.
 * Promises belong to the enterprise, so whoever takes it over finds them here.
 */
@Service
public class FieldReading {

    private static final int PAST_VISITS = 3;
    private static final int BRIEF_PROMISES = 20;

    private final VisitQueryMapper queries;
    private final VisitScreens screens;
    private final Regions regions;
    private final Clock clock;

    FieldReading(VisitQueryMapper queries, VisitScreens screens, Regions regions, Clock clock) {
        this.queries = queries;
        this.screens = screens;
        this.regions = regions;
        this.clock = clock;
    }

    /** The enterprises the commissioner looks after today. */
    public Page<PortfolioLine> portfolio(Actor commissioner, PageRequest page) {
        var rows = queries.portfolio(new StaffId(commissioner.account()), today(), page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.enterpriseId().toString())
                .map(it -> new PortfolioLine(
                        it.enterpriseId(),
                        it.name(),
                        it.unitCode(),
                        regions.nameOf(it.unitCode()),
                        it.kind().label(),
                        it.main(),
                        it.startsOn(),
                        it.lastVisitedAt() == null ? null : Times.dayOf(it.lastVisitedAt()),
                        it.openPromises(),
                        it.overduePromises()));
    }

    /** The open promises about the enterprises the commissioner looks after today, due soonest first. */
    public Page<LedgerLine> promises(Actor commissioner, @Nullable EnterpriseId enterprise, PageRequest page) {
        var after = page.afterPosition();
        var rows = queries.openInPortfolio(
                new StaffId(commissioner.account()), enterprise, today(), day(after), id(after), page.fetch());
        return lines(rows, page);
    }

    /** The open promises about an enterprise within the officer's scope: what a successor takes over. */
    public Page<LedgerLine> handedOver(Actor officer, EnterpriseId enterprise, PageRequest page) {
        var after = page.afterPosition();
        return lines(queries.openWithin(enterprise, officer.scope(), day(after), id(after), page.fetch()), page);
    }

    /** The open promises within the officer's scope, due soonest first. */
    public Page<LedgerLine> within(
            Actor officer, @Nullable RegionCode unit, @Nullable Boolean overdue, PageRequest page) {
        var after = page.afterPosition();
        return lines(
                queries.openEverywhere(officer.scope(), unit, overdue, today(), day(after), id(after), page.fetch()),
                page);
    }

    /**
     * What to know before the door of an enterprise the commissioner looks after today.
     *
     * @throws Problem {@code NOT_FOUND} for any other enterprise
     */
    public Brief brief(Actor commissioner, EnterpriseId id) {
        StaffId staff = new StaffId(commissioner.account());
        LocalDate today = today();
        var head = queries.head(staff, id, today);
        if (head == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        var open = queries.openInPortfolio(staff, id, today, null, null, BRIEF_PROMISES);
        var visits = queries.last(id, PAST_VISITS);
        var names = screens.names(visits, VisitRows.RecordRow::authorId);
        return new Brief(
                id,
                head.name(),
                head.unitCode(),
                regions.nameOf(head.unitCode()),
                open.stream().map(it -> screens.line(it, today)).toList(),
                visits.stream().map(it -> screens.past(it, names)).toList(),
                visits.stream()
                        .flatMap(it -> screens.people(it).stream())
                        .distinct()
                        .toList());
    }

    private Page<LedgerLine> lines(List<VisitRows.LedgerRow> rows, PageRequest page) {
        return Page.of(
                        rows,
                        page.size(),
                        it -> PageRequest.key(
                                it.dueOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
                                it.id().value()))
                .map(it -> screens.line(it, today()));
    }

    private static @Nullable LocalDate day(PageRequest.@Nullable Position after) {
        return after == null ? null : after.at().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static @Nullable UUID id(PageRequest.@Nullable Position after) {
        return after == null ? null : after.id();
    }

    private LocalDate today() {
        return Times.dayOf(clock.instant());
    }
}
