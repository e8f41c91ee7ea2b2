package io.qihang.enterprise.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MembershipId;
import io.qihang.enterprise.domain.HandingOver;
import io.qihang.enterprise.domain.LeavingMembers;
import io.qihang.enterprise.domain.MemberHistory;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "企业管理员变更")
@RestController
class HandoverDeskController {

    private final HandingOver handingOver;
    private final LeavingMembers leaving;
    private final MemberHistory history;

    HandoverDeskController(HandingOver handingOver, LeavingMembers leaving, MemberHistory history) {
        this.handingOver = handingOver;
        this.leaving = leaving;
        this.history = history;
    }

    record MemberChangeRequest(
            @NotBlank(message = "请写明原因和依据") @Size(max = 200, message = "原因不超过 200 字")
            String reason) {}

    @Operation(
            operationId = "transferManagement",
            summary = "变更企业管理员",
            description = "原管理员离开、联系不上时，由乡镇、街道或县局交给一位身份已确认的成员，写明原因。")
    @Allow(
            staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER},
            rate = RateClass.WRITE)
    @Audited("membership.transfer-management")
    @PostMapping("/api/v1/desk/enterprises/{enterprise}/members/{membership}/management")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transfer(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @PathVariable MembershipId membership,
            @Valid @RequestBody MemberChangeRequest request) {
        handingOver.transfer(actor, enterprise, membership, request.reason());
    }

    @Operation(
            operationId = "endMembership",
            summary = "结束成员身份",
            description = "人已离开企业的，写明原因。结束管理员的，还有已确认的成员就再变更管理员；没有的，下一位确认的成员成为管理员。")
    @Allow(
            staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER},
            rate = RateClass.WRITE)
    @Audited("membership.end")
    @PostMapping("/api/v1/desk/enterprises/{enterprise}/members/{membership}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @PathVariable MembershipId membership,
            @Valid @RequestBody MemberChangeRequest request) {
        leaving.end(actor, enterprise, membership, request.reason());
    }

    @Operation(operationId = "listMemberHistory", summary = "企业成员和管理员的历次变更", description = "最近的在前。")
    @Allow(staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @GetMapping("/api/v1/desk/enterprises/{enterprise}/member-history")
    Page<MemberHistory.MemberHistoryLine> history(
            Actor actor, @PathVariable EnterpriseId enterprise, @ParameterObject PageRequest page) {
        return history.within(actor, enterprise, page);
    }
}
