package io.qihang.enterprise.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.assignment.ActingId;
import io.qihang.enterprise.assignment.ArrangingActing;
import io.qihang.enterprise.web.AssignmentRequests.ActingEndRequest;
import io.qihang.enterprise.web.AssignmentRequests.ActingRequest;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
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

@Tag(name = "专员代班")
@RestController
class ActingController {

    private final ArrangingActing arranging;

    ActingController(ArrangingActing arranging) {
        this.arranging = arranging;
    }

    record ActingView(ActingId acting) {}

    @Operation(
            operationId = "arrangeActing",
            summary = "安排代班",
            description = "专员不在的日子由另一位专员代：代班人只在这些日子看得到、记得了他帮包的企业。乡镇、街道只能安排本单位的企业。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER},
            rate = RateClass.WRITE)
    @Audited("acting.arrange")
    @PostMapping("/api/v1/desk/acting-commissioners")
    @ResponseStatus(HttpStatus.CREATED)
    ActingView arrange(Actor actor, @Valid @RequestBody ActingRequest request) {
        return new ActingView(arranging.arrange(
                actor,
                request.county(),
                request.unit(),
                request.absent(),
                request.acting(),
                request.startsOn(),
                request.endsOn(),
                request.reason()));
    }

    @Operation(operationId = "endActing", summary = "提前结束代班", description = "最后一天最早为昨天；还没开始的，填起始日的前一天就是取消。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER},
            rate = RateClass.WRITE)
    @Audited("acting.end")
    @PostMapping("/api/v1/desk/acting-commissioners/{acting}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable ActingId acting, @Valid @RequestBody ActingEndRequest request) {
        arranging.end(actor, acting, request.lastDay());
    }

    @Operation(
            operationId = "listActing",
            summary = "代班安排",
            description = "最新的在前，默认只列还没结束的；past 为 true 连已结束的一起列。乡镇、街道只列本单位安排的。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/acting-commissioners")
    Page<ArrangingActing.ActingLine> list(
            Actor actor, @RequestParam(required = false) @Nullable Boolean past, @ParameterObject PageRequest page) {
        return arranging.list(actor, Boolean.TRUE.equals(past), page);
    }
}
