package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.agenda.Briefs;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.StaffId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import io.qihang.visit.domain.VisitViews.Brief;
import io.qihang.visit.domain.VisitViews.ClaimView;
import io.qihang.visit.domain.VisitViews.LedgerLine;
import io.qihang.visit.domain.VisitViews.PortfolioLine;
import io.qihang.visit.domain.VisitViews.PromiseInFull;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a commissioner works from: the portfolio, the promises that are open in it, and the brief before the door.
 * Promises belong to the enterprise, so whoever takes it over finds them here.
 */
@Service
public class FieldReading {

    private static final int PAST_VISITS = 3;
    private static final int BRIEF_PROMISES = 20;
    private static final int EXPORTED = 5000;

    private final VisitQueryMapper queries;
    private final PromiseMapper promises;
    private final VisitScreens screens;
    private final Briefs briefs;
    private final Enterprises enterprises;
    private final Regions regions;
    private final AuditTrail audit;
    private final Clock clock;

    FieldReading(
            VisitQueryMapper queries,
            PromiseMapper promises,
            VisitScreens screens,
            Briefs briefs,
            Enterprises enterprises,
            Regions regions,
            AuditTrail audit,
            Clock clock) {
        this.queries = queries;
        this.promises = promises;
        this.screens = screens;
        this.briefs = briefs;
        this.enterprises = enterprises;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The enterprises the commissioner looks after today. */
    public Page<PortfolioLine> portfolio(Actor commissioner, PageRequest page) {
        var rows = queries.portfolio(new StaffId(commissioner.account()), today(), page.afterId(), page.fetch());
        var names = screens.namesOf(rows.stream()
                .map(VisitRows.PortfolioRow::actingFor)
                .filter(Objects::nonNull)
                .toList());
        return Page.of(rows, page.size(), it -> it.enterpriseId().toString())
                .map(it -> new PortfolioLine(
                        it.enterpriseId(),
                        it.name(),
                        it.unitCode(),
                        regions.nameOf(it.unitCode()),
                        it.kind().label(),
                        it.main(),
                        it.startsOn(),
                        it.actingFor() == null ? null : names.getOrDefault(it.actingFor(), ""),
                        it.actingFor() == null ? null : it.endsOn(),
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
    public Page<LedgerLine> within(Actor officer, PromiseSearch search, PageRequest page) {
        var after = page.afterPosition();
        return lines(queries.ledger(officer.scope(), search, today(), day(after), id(after), page.fetch()), page);
    }

    /** All of them at once, to be written into a sheet. */
    @Transactional
    public List<LedgerLine> all(Actor officer, PromiseSearch search) {
        LocalDate today = today();
        var rows = queries.ledger(officer.scope(), search, today, null, null, EXPORTED + 1);
        if (rows.size() > EXPORTED) throw Problem.of(VisitProblem.PROMISE_LEDGER_TOO_LONG, EXPORTED);
        audit.record(
                "promise.export",
                "promise-ledger",
                search.from() + "/" + search.until(),
                "导出承诺台账 " + search.from() + " 至 " + search.until() + "，" + rows.size() + " 项");
        return rows.stream().map(it -> screens.line(it, today)).toList();
    }

    /** One promise within the officer's scope, with what was told of it otherwise. */
    public PromiseInFull promise(Actor officer, PromiseId id) {
        var row = queries.promiseWithin(id, officer.scope());
        if (row == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        var claims = row.disputed() ? promises.claims(id) : List.<PromiseMapper.ClaimRow>of();
        var names = screens.names(claims, PromiseMapper.ClaimRow::claimedBy);
        return new PromiseInFull(
                screens.line(row, today()),
                claims.stream()
                        .map(it -> new ClaimView(
                                it.kept(),
                                it.settledOn(),
                                it.note(),
                                names.getOrDefault(it.claimedBy(), ""),
                                it.claimedAt()))
                        .toList());
    }

    /**
     * What to know before the door of an enterprise the commissioner looks after today.
     *
     * @throws Problem {@code NOT_FOUND} for any other enterprise
     */
    public Brief brief(Actor commissioner, EnterpriseId id) {
        var head = queries.head(new StaffId(commissioner.account()), id, today());
        if (head == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return brief(id, head);
    }

    /** The same of an enterprise within the officer's scope, to be printed. */
    public Brief deskBrief(Actor officer, EnterpriseId id) {
        var card = enterprises.require(id, officer.scope());
        return brief(id, new VisitRows.HeadRow(card.name(), card.unit()));
    }

    private Brief brief(EnterpriseId id, VisitRows.HeadRow head) {
        LocalDate today = today();
        var open = queries.openOf(List.of(id), BRIEF_PROMISES);
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
                        .toList(),
                briefs.about(id.value(), today));
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
