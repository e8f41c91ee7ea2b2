package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.access.Role;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.Assignments;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Offices;
import io.qihang.region.Regions;
import io.qihang.visit.VisitPlanned;
import io.qihang.visit.domain.PlanViews.PlannedView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 无事不扰: departments say beforehand where they mean to go, go together where they can, keep to the county's cap where
 * it has one, and the enterprise may put a visit off.
 */
@Service
public class PlanningVisits {

    private static final int FARTHEST = 366;

    private final VisitPlanMapper mapper;
    private final VisitSettings settings;
    private final Assignments assignments;
    private final Enterprises enterprises;
    private final Offices offices;
    private final Regions regions;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    PlanningVisits(
            VisitPlanMapper mapper,
            VisitSettings settings,
            Assignments assignments,
            Enterprises enterprises,
            Offices offices,
            Regions regions,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.mapper = mapper;
        this.settings = settings;
        this.assignments = assignments;
        this.enterprises = enterprises;
        this.offices = offices;
        this.regions = regions;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Where somebody means to go.
     *
     * @param enterprise the enterprise; null when it is named by its code
     * @param uscc its 统一社会信用代码; null when it is named by its id
     * @param on the day; that of the other visit when it goes together with one
     * @param jointWith a visit of another department to go together with
     */
    public record Asked(
            @Nullable EnterpriseId enterprise,
            @Nullable String uscc,
            LocalDate on,
            String purpose,
            @Nullable PlanId jointWith) {}

    /** Plans a visit. */
    @Transactional
    public PlannedView plan(Actor actor, Asked asked) {
        Planner planner = Planner.of(actor, offices, regions);
        EnterpriseId enterprise = enterprise(actor, planner.county(), asked);
        mapper.takeTurn(enterprise);
        VisitPlan other = asked.jointWith() == null ? null : joined(asked.jointWith(), enterprise);
        LocalDate on = other == null ? asked.on() : other.plannedOn();
        if (on.isBefore(today()) || on.isAfter(today().plusDays(FARTHEST))) {
            throw Problem.of(VisitProblem.VISIT_PLAN_DAY);
        }
        var setting = settings.of(planner.county());
        List<LocalDate> taken = taken(enterprise, on);
        var near = mapper.near(
                enterprise, on.minusDays(setting.nearDays()), on.plusDays(setting.nearDays()), planner.staff());
        Integer cap = setting.visitsPerMonth();
        if (cap != null && !new Quiet(cap).allows(on, taken)) {
            throw Problem.of(VisitProblem.VISIT_CAP, Quiet.count(on, taken), cap, proposal(near));
        }
        var plan = new VisitPlan(
                new PlanId(ids.next()),
                planner.county(),
                enterprise,
                on,
                asked.purpose(),
                planner.department(),
                planner.staff(),
                other == null ? null : other.together(),
                false,
                0);
        mapper.add(plan, planner.office(), clock.instant());
        tell(plan, "PLANNED");
        audit.record(
                "visit-plan.make", "visit-plan", plan.id(), planner.department() + "安排 " + on + " 走访企业 " + enterprise);
        taken.add(on);
        return new PlannedView(plan.id(), on, other == null ? near : List.of(), (int) Quiet.count(on, taken), cap);
    }

    /** Who planned a visit takes it back. */
    @Transactional
    public void cancel(Actor actor, PlanId id) {
        VisitPlan plan = Optional.ofNullable(mapper.lock(id))
                .filter(it -> it.plannerId().equals(new StaffId(actor.account())))
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        plan.requireAhead(today());
        mapper.cancel(id, clock.instant());
        tell(plan, "CANCELLED");
        audit.record("visit-plan.cancel", "visit-plan", id, "取消 " + plan.plannedOn() + " 的走访安排");
    }

    /** The enterprise puts a visit off, with all that go together with it; the planners are told. */
    @Transactional
    public void postpone(Actor person, EnterpriseId enterprise, PlanId id, LocalDate to, String note) {
        enterprises.requireOwn(enterprise, new PersonId(person.account()));
        mapper.takeTurn(enterprise);
        VisitPlan plan = Optional.ofNullable(mapper.lock(id))
                .filter(it -> it.enterpriseId().equals(enterprise))
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        plan.requirePostponable(to, today(), settings.of(plan.regionCode()).postponeDays());
        mapper.postpone(plan.together(), to, note.strip(), clock.instant());
        tell(plan, "POSTPONED");
        audit.record("visit-plan.postpone", "visit-plan", id, "企业把 " + plan.plannedOn() + " 的走访改到 " + to);
    }

    private EnterpriseId enterprise(Actor actor, RegionCode county, Asked asked) {
        String uscc = asked.uscc();
        EnterpriseId named =
                asked.enterprise() != null || uscc == null ? asked.enterprise() : mapper.enterpriseWith(county, uscc);
        if (named == null) throw Problem.of(VisitProblem.VISIT_PLAN_ENTERPRISE);
        boolean may = actor.has(Role.HANDLER)
                ? Optional.ofNullable(enterprises.cards(List.of(named)).get(named))
                        .filter(it -> it.county().equals(county))
                        .isPresent()
                : actor.has(Role.COMMISSIONER) && assignments.isAssigned(actor, named);
        if (!may) enterprises.require(named, actor.scope());
        return named;
    }

    private VisitPlan joined(PlanId id, EnterpriseId enterprise) {
        VisitPlan other = Optional.ofNullable(mapper.find(id))
                .filter(it -> it.enterpriseId().equals(enterprise))
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        other.requireAhead(today());
        return other;
    }

    private List<LocalDate> taken(EnterpriseId enterprise, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return new ArrayList<>(mapper.taken(enterprise, month.atDay(1), month.atEndOfMonth()));
    }

    private static String proposal(List<PlanViews.NearPlan> near) {
        if (near.isEmpty()) return "请改到下个月。";
        PlanViews.NearPlan first = near.get(0);
        return "可以与" + first.department() + " " + first.on() + " 一起去，或改到下个月。";
    }

    private void tell(VisitPlan plan, String news) {
        events.publishEvent(
                new VisitPlanned(plan.id().value(), plan.enterpriseId(), plan.regionCode(), news, plan.version()));
    }

    private LocalDate today() {
        return Times.dayOf(clock.instant());
    }
}
