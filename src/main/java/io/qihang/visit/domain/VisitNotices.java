package io.qihang.visit.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.enterprise.Member;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffPhones;
import io.qihang.notification.Campaigns;
import io.qihang.notification.NewCampaign;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.visit.VisitPlanned;
import io.qihang.visit.VisitRecorded;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Asks the enterprise, after a visit, whether somebody came and whether it was useful; tells it who means to come, and
 * the planners that it put a visit off. In the inbox alone; each news once.
 */
@Component
class VisitNotices {

    private static final String PAGE = "pages/enterprise/visits?id=";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

    private final Enterprises enterprises;
    private final VisitPlanMapper plans;
    private final StaffPhones phones;
    private final Campaigns campaigns;

    VisitNotices(Enterprises enterprises, VisitPlanMapper plans, StaffPhones phones, Campaigns campaigns) {
        this.enterprises = enterprises;
        this.plans = plans;
        this.phones = phones;
        this.campaigns = campaigns;
    }

    @ApplicationModuleListener
    void on(VisitRecorded event) {
        String day = Times.dayOf(event.visitedAt()).format(DAY);
        send(
                "visit:" + event.visit(),
                event.county(),
                "服务专员来过吗？",
                "服务专员记了 " + day + " 走访贵企业。来过吗？有用吗？请点开点一下，两个问题，答不答都行；不看定位，不看照片。",
                PAGE + event.enterprise(),
                members(event.enterprise()));
    }

    @ApplicationModuleListener
    void on(VisitPlanned event) {
        VisitPlan plan = plans.find(new PlanId(event.plan()));
        if (plan == null) return;
        String day = plan.plannedOn().format(DAY);
        String key = "visit-plan:" + event.plan() + ":" + event.news() + ":" + event.step();
        String page = PAGE + event.enterprise();
        switch (event.news()) {
            case "PLANNED" ->
                send(
                        key,
                        event.county(),
                        plan.department() + "打算" + day + "来访",
                        "来意：" + plan.purpose() + "。不方便的，可以点开改期。",
                        page,
                        members(event.enterprise()));
            case "CANCELLED" ->
                send(
                        key,
                        event.county(),
                        plan.department() + day + "不来了",
                        "原来打算" + day + "的来访（" + plan.purpose() + "）已经取消，不用等。",
                        page,
                        members(event.enterprise()));
            case "POSTPONED" -> {
                String name = enterprises.names(List.of(event.enterprise())).getOrDefault(event.enterprise(), "");
                send(
                        key,
                        event.county(),
                        name + "把走访改到" + day,
                        "走访（" + plan.purpose() + "）由企业改到" + day + "。一起去的各部门都已告知，请按新的日子去。",
                        "pages/field/plans",
                        phones.of(plans.planners(plan.together())));
            }
            default -> throw new IllegalStateException("no words for " + event.news());
        }
    }

    private void send(
            String key, RegionCode county, String title, String body, String page, Collection<PersonId> persons) {
        if (persons.isEmpty()) return;
        campaigns.open(new NewCampaign(key, county, title, body, page, null, Map.of()), persons);
    }

    private List<PersonId> members(EnterpriseId enterprise) {
        return enterprises.confirmedMembers(enterprise).stream()
                .map(Member::person)
                .toList();
    }
}
