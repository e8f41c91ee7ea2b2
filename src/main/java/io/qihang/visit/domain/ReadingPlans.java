package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import io.qihang.visit.domain.PlanViews.ComingVisit;
import io.qihang.visit.domain.PlanViews.VisitPlanLine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The county's visit calendar: to departments and townships, to the commissioner, and to the enterprise. */
@Service
public class ReadingPlans {

    private static final int AHEAD = 30;

    private final VisitPlanMapper mapper;
    private final VisitScreens screens;
    private final VisitSettings settings;
    private final Regions regions;
    private final Clock clock;

    ReadingPlans(VisitPlanMapper mapper, VisitScreens screens, VisitSettings settings, Regions regions, Clock clock) {
        this.mapper = mapper;
        this.screens = screens;
        this.settings = settings;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * Planned visits within the officer's scope, by day; a department sees its own.
     *
     * @param from today when null
     * @param until thirty days later when null
     */
    public Page<VisitPlanLine> within(
            Actor actor,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable RegionCode unit,
            PageRequest page) {
        var after = page.afterPosition();
        LocalDate first = from == null ? today() : from;
        var rows = mapper.within(
                actor.scope(),
                first,
                until == null ? first.plusDays(AHEAD) : until,
                unit,
                nearDays(actor),
                day(after),
                id(after),
                page.fetch());
        return lines(actor, rows, page);
    }

    /** Those to the enterprises the commissioner looks after today, whoever goes. */
    public Page<VisitPlanLine> inPortfolio(Actor commissioner, PageRequest page) {
        var after = page.afterPosition();
        var rows = mapper.inPortfolio(
                new StaffId(commissioner.account()),
                today(),
                nearDays(commissioner),
                day(after),
                id(after),
                page.fetch());
        return lines(commissioner, rows, page);
    }

    /** Those to the person's own enterprise that are to come. */
    public Page<ComingVisit> coming(Actor person, EnterpriseId enterprise, PageRequest page) {
        var after = page.afterPosition();
        var rows = mapper.ofMember(
                enterprise, new PersonId(person.account()), today(), day(after), id(after), page.fetch());
        return Page.of(rows, page.size(), it -> key(it.plannedOn(), it.id()))
                .map(it -> new ComingVisit(
                        it.id(),
                        it.plannedOn(),
                        it.department(),
                        it.purpose(),
                        it.joint(),
                        it.firstOn(),
                        it.plannedOn().plusDays(settings.of(it.regionCode()).postponeDays())));
    }

    private Page<VisitPlanLine> lines(Actor asker, List<VisitPlanMapper.PlanRow> rows, PageRequest page) {
        var names = screens.names(rows, VisitPlanMapper.PlanRow::plannerId);
        return Page.of(rows, page.size(), it -> key(it.plannedOn(), it.id()))
                .map(it -> new VisitPlanLine(
                        it.id(),
                        it.enterpriseId(),
                        it.enterpriseName(),
                        it.unitCode(),
                        regions.nameOf(it.unitCode()),
                        it.plannedOn(),
                        it.department(),
                        names.getOrDefault(it.plannerId(), ""),
                        it.purpose(),
                        it.joint(),
                        it.plannerId().value().equals(asker.account()),
                        it.cancelled(),
                        it.firstOn(),
                        it.postponedAt(),
                        it.postponedNote(),
                        it.near().items()));
    }

    private int nearDays(Actor actor) {
        RegionCode county = actor.scope().home();
        return settings.of(county == null ? VisitSettings.NATION : county).nearDays();
    }

    private static String key(LocalDate day, PlanId id) {
        return PageRequest.key(day.atStartOfDay(ZoneOffset.UTC).toInstant(), id.value());
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
