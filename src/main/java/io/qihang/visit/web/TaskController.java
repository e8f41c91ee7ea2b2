package io.qihang.visit.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.Client;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.agenda.TaskId;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.visit.domain.FieldTasks;
import io.qihang.visit.domain.VisitViews.TaskLine;
import io.qihang.visit.web.VisitRequests.DismissalRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

@Tag(name = "自动待办")
@RestController
class TaskController {

    private final FieldTasks tasks;

    TaskController(FieldTasks tasks) {
        this.tasks = tasks;
    }

    @Operation(
            operationId = "listOwnTasks",
            summary = "帮包企业的待办",
            description = "按规则自己开、自己关：很久没去、承诺到期、证书快到期、新政策没看、销号后回头看。要紧的在前；代班的日子连代的一起列。dismissed 为真的，列写明原因不再提示的，最近的在前。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE)
    @GetMapping("/api/v1/field/tasks")
    Page<TaskLine> own(
            Actor actor,
            @RequestParam(required = false) @Nullable EnterpriseId enterprise,
            @RequestParam(defaultValue = "false") boolean dismissed,
            @ParameterObject PageRequest page) {
        return dismissed ? tasks.ownDismissed(actor, enterprise, page) : tasks.own(actor, enterprise, page);
    }

    @Operation(operationId = "dismissTask", summary = "一项待办不再提示", description = "要写原因；同一件事以后不再提示。办了的不用点，会自己关。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("task.dismiss")
    @PostMapping("/api/v1/field/tasks/{task}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Actor actor, @PathVariable TaskId task, @Valid @RequestBody DismissalRequest request) {
        tasks.dismiss(actor, task, request.reason());
    }

    @Operation(
            operationId = "listTasks",
            summary = "企业的待办",
            description = "只列本人办理范围内企业的，要紧的在前。dismissed 为真的，列写明原因不再提示的，最近的在前。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/tasks")
    Page<TaskLine> within(
            Actor actor,
            @RequestParam(required = false) @Nullable RegionCode unit,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(defaultValue = "false") boolean dismissed,
            @ParameterObject PageRequest page) {
        return dismissed ? tasks.dismissedWithin(actor, unit, rule, page) : tasks.within(actor, unit, rule, page);
    }
}
