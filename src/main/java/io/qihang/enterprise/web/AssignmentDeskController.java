package io.qihang.enterprise.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.assignment.AssignmentId;
import io.qihang.enterprise.assignment.AssignmentScreens;
import io.qihang.enterprise.assignment.KeepingAssignments;
import io.qihang.enterprise.assignment.RoundId;
import io.qihang.enterprise.web.AssignmentRequests.AssignRequest;
import io.qihang.enterprise.web.AssignmentRequests.EndRequest;
import io.qihang.enterprise.web.AssignmentRequests.ReplaceRequest;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "专员指派")
@RestController
class AssignmentDeskController {

    private final KeepingAssignments keeping;
    private final AssignmentScreens screens;
    private final Clock clock;

    AssignmentDeskController(KeepingAssignments keeping, AssignmentScreens screens, Clock clock) {
        this.keeping = keeping;
        this.screens = screens;
        this.clock = clock;
    }

    record AssignedView(AssignmentId assignment) {}

    @Operation(operationId = "assignCommissioner", summary = "指派专员", description = "一家企业同一天只有一名主责专员；已有主责的请用“更换”。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("assignment.assign")
    @PostMapping("/api/v1/desk/assignment-rounds/{round}/assignments")
    @ResponseStatus(HttpStatus.CREATED)
    AssignedView assign(Actor actor, @PathVariable RoundId round, @Valid @RequestBody AssignRequest request) {
        return new AssignedView(
                keeping.assign(actor, round, request.enterprise(), request.asked(), request.startsOn()));
    }

    @Operation(operationId = "endAssignment", summary = "结束指派", description = "最后一天最早为昨天；以前的归属不改，记录保留。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("assignment.end")
    @PostMapping("/api/v1/desk/assignments/{assignment}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable AssignmentId assignment, @Valid @RequestBody EndRequest request) {
        keeping.end(actor, assignment, request.lastDay(), request.reason());
    }

    @Operation(
            operationId = "replaceCommissioner",
            summary = "更换专员",
            description = "从所填日期起由新专员接手，原专员到前一天为止；主责的仍为主责。最早从今天起。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("assignment.replace")
    @PostMapping("/api/v1/desk/assignments/{assignment}/replacement")
    @ResponseStatus(HttpStatus.CREATED)
    AssignedView replace(
            Actor actor, @PathVariable AssignmentId assignment, @Valid @RequestBody ReplaceRequest request) {
        return new AssignedView(keeping.replace(actor, assignment, request.asked(), request.from(), request.reason()));
    }

    @Operation(operationId = "listAssignmentHistory", summary = "企业历任专员", description = "只看本人办理范围内的企业。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/enterprises/{enterprise}/assignments")
    List<AssignmentScreens.AssignmentLine> history(Actor actor, @PathVariable EnterpriseId enterprise) {
        return screens.ofEnterprise(actor, enterprise);
    }

    @Operation(
            operationId = "listUncoveredEnterprises",
            summary = "今天没有主责专员的企业",
            description = "只列本人办理范围内的。填了轮次的，只看这一轮名单里的企业。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/uncovered-enterprises")
    Page<AssignmentScreens.UncoveredLine> uncovered(
            Actor actor,
            @RequestParam(required = false) @Nullable RoundId round,
            @RequestParam(required = false) @Nullable RegionCode unit,
            @ParameterObject PageRequest page) {
        return screens.uncovered(actor, round, unit, page);
    }

    @Operation(
            operationId = "showCoverage",
            summary = "一轮名单某一天的覆盖情况",
            description = "任何一天都可以问，默认今天：每家企业由谁主责、谁代班，哪些没有。covered 为 false 只列没有主责专员的。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/assignment-rounds/{round}/coverage")
    AssignmentScreens.CoverageView coverage(
            Actor actor,
            @PathVariable RoundId round,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Boolean covered,
            @ParameterObject PageRequest page) {
        return screens.coverage(actor, round, on == null ? Times.dayOf(clock.instant()) : on, covered, page);
    }

    @Operation(operationId = "listCommissioners", summary = "县里的服务专员", description = "附今天各帮包几家企业，供指派、安排代班时选择。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/commissioners")
    Page<AssignmentScreens.CommissionerLine> commissioners(
            Actor actor, @RequestParam RegionCode county, @ParameterObject PageRequest page) {
        return screens.commissioners(actor, county, page);
    }
}
