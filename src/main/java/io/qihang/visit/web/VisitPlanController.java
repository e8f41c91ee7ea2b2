package io.qihang.visit.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.Client;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.qihang.visit.domain.PlanId;
import io.qihang.visit.domain.PlanViews.ComingVisit;
import io.qihang.visit.domain.PlanViews.PlannedView;
import io.qihang.visit.domain.PlanViews.VisitPlanLine;
import io.qihang.visit.domain.PlanningVisits;
import io.qihang.visit.domain.ReadingPlans;
import io.qihang.visit.web.VisitRequests.PlanRequest;
import io.qihang.visit.web.VisitRequests.PostponementRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "走访日程（无事不扰）")
@RestController
class VisitPlanController {

    private static final String PLANNING = "同一家企业几天之内别的部门也要去的，在 near 里列出，可以改为一起去（jointWith）。县里定了每月上限的，超过的不收。";

    private final PlanningVisits planning;
    private final ReadingPlans reading;
    private final IdempotentRequests requests;

    VisitPlanController(PlanningVisits planning, ReadingPlans reading, IdempotentRequests requests) {
        this.planning = planning;
        this.reading = reading;
        this.requests = requests;
    }

    @Operation(operationId = "planVisit", summary = "安排走访", description = PLANNING)
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.HANDLER},
            rate = RateClass.WRITE)
    @Audited("visit-plan.make")
    @PostMapping("/api/v1/desk/visit-plans")
    @ResponseStatus(HttpStatus.CREATED)
    PlannedView plan(Actor actor, @Valid @RequestBody PlanRequest request) {
        return planning.plan(actor, request.asked());
    }

    @Operation(operationId = "planVisitInField", summary = "服务专员安排走访", description = PLANNING)
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("visit-plan.make")
    @PostMapping("/api/v1/field/visit-plans")
    @ResponseStatus(HttpStatus.CREATED)
    PlannedView planInField(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody PlanRequest request) {
        return requests.once(
                actor.account(),
                "planVisitInField",
                key,
                request,
                PlannedView.class,
                () -> planning.plan(actor, request.asked()));
    }

    @Operation(
            operationId = "listVisitPlans",
            summary = "走访日程",
            description = "县局看全县各部门的，乡镇、街道看去本单位企业的，部门看本部门的；按日期先后，默认从今天起三十天。near 是同一家企业几天之内别的部门的安排。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.HANDLER, Role.LEADER})
    @GetMapping("/api/v1/desk/visit-plans")
    Page<VisitPlanLine> list(
            Actor actor,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable RegionCode unit,
            @ParameterObject PageRequest page) {
        return reading.within(actor, from, until, unit, page);
    }

    @Operation(operationId = "listVisitPlansInField", summary = "帮包企业的走访日程", description = "从今天起，不论哪个部门去；按日期先后。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE)
    @GetMapping("/api/v1/field/visit-plans")
    Page<VisitPlanLine> listInField(Actor actor, @ParameterObject PageRequest page) {
        return reading.inPortfolio(actor, page);
    }

    @Operation(operationId = "cancelVisitPlan", summary = "取消走访安排", description = "只有安排的人能取消；企业会收到消息。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.HANDLER},
            rate = RateClass.WRITE)
    @Audited("visit-plan.cancel")
    @PostMapping("/api/v1/desk/visit-plans/{plan}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Actor actor, @PathVariable PlanId plan) {
        planning.cancel(actor, plan);
    }

    @Operation(operationId = "cancelVisitPlanInField", summary = "服务专员取消走访安排", description = "只有安排的人能取消；企业会收到消息。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("visit-plan.cancel")
    @PostMapping("/api/v1/field/visit-plans/{plan}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelInField(Actor actor, @PathVariable PlanId plan) {
        planning.cancel(actor, plan);
    }

    @Operation(operationId = "listComingVisits", summary = "谁打算来本企业", description = "从今天起，按日期先后：哪个部门、哪天、来做什么。")
    @Allow(person = true)
    @GetMapping("/api/v1/enterprises/{enterprise}/visit-plans")
    Page<ComingVisit> coming(Actor actor, @PathVariable EnterpriseId enterprise, @ParameterObject PageRequest page) {
        return reading.coming(actor, enterprise, page);
    }

    @Operation(
            operationId = "postponeVisit",
            summary = "企业改期",
            description = "不方便的可以往后改，最多多少天各县自定（默认 30 天，待县确认）；一起来的各部门一并改期，安排的人会收到消息。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("visit-plan.postpone")
    @PostMapping("/api/v1/enterprises/{enterprise}/visit-plans/{plan}/postponement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void postpone(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @PathVariable PlanId plan,
            @Valid @RequestBody PostponementRequest request) {
        planning.postpone(actor, enterprise, plan, request.to(), request.note());
    }
}
