package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.agenda.Briefs;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import io.qihang.visit.domain.VisitViews.HandOverLine;
import io.qihang.visit.domain.VisitViews.HandOverVisit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 交接单: what a successor takes over of each enterprise a commissioner looked after on a day. */
@Service
public class HandingOverFirms {

    private static final int PROMISES = 20;
    private static final int VISITS = 3;

    private final VisitQueryMapper queries;
    private final VisitScreens screens;
    private final Briefs briefs;
    private final Regions regions;
    private final Clock clock;

    HandingOverFirms(VisitQueryMapper queries, VisitScreens screens, Briefs briefs, Regions regions, Clock clock) {
        this.queries = queries;
        this.screens = screens;
        this.briefs = briefs;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * The enterprises within the officer's scope, with what is open about each today.
     *
     * @param on the day of the portfolio; today when null
     */
    public Page<HandOverLine> sheet(Actor officer, StaffId commissioner, @Nullable LocalDate on, PageRequest page) {
        LocalDate today = Times.dayOf(clock.instant());
        var firms =
                queries.firmsOf(commissioner, on == null ? today : on, officer.scope(), page.afterId(), page.fetch());
        List<EnterpriseId> ids =
                firms.stream().map(VisitRows.FirmRow::enterpriseId).toList();
        if (ids.isEmpty()) return new Page<>(List.of(), null);
        Map<EnterpriseId, List<VisitRows.LedgerRow>> promises = queries.openOf(ids, PROMISES).stream()
                .collect(Collectors.groupingBy(VisitRows.LedgerRow::enterpriseId));
        var visited = queries.lastOf(ids, VISITS);
        var names = screens.names(visited, VisitRows.PastRow::authorId);
        Map<EnterpriseId, List<VisitRows.PastRow>> visits =
                visited.stream().collect(Collectors.groupingBy(VisitRows.PastRow::enterpriseId));
        var sections = briefs.about(ids.stream().map(EnterpriseId::value).toList(), today);
        return Page.of(firms, page.size(), it -> it.enterpriseId().toString())
                .map(it -> new HandOverLine(
                        it.enterpriseId(),
                        it.name(),
                        it.unitCode(),
                        regions.nameOf(it.unitCode()),
                        promises.getOrDefault(it.enterpriseId(), List.of()).stream()
                                .map(row -> screens.line(row, today))
                                .toList(),
                        visits.getOrDefault(it.enterpriseId(), List.of()).stream()
                                .map(row -> new HandOverVisit(
                                        Times.dayOf(row.visitedAt()),
                                        names.getOrDefault(row.authorId(), ""),
                                        row.kind().label(),
                                        row.said()))
                                .toList(),
                        sections.getOrDefault(it.enterpriseId().value(), List.of())));
    }
}
