package io.qihang.enterprise.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.MembershipId;
import io.qihang.enterprise.domain.HandingOver;
import io.qihang.enterprise.domain.LeavingMembers;
import io.qihang.enterprise.domain.MemberHistory;
import io.qihang.identity.PersonId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "企业管理员交接")
@RestController
class HandoverController {

    private static final String KEY = "Idempotency-Key";

    private final HandingOver handingOver;
    private final LeavingMembers leaving;
    private final MemberHistory history;
    private final IdempotentRequests requests;

    HandoverController(
            HandingOver handingOver, LeavingMembers leaving, MemberHistory history, IdempotentRequests requests) {
        this.handingOver = handingOver;
        this.leaving = leaving;
        this.history = history;
        this.requests = requests;
    }

    record MemberRoleRequest(@NotNull(message = "请选择身份") MemberRole role) {}

    @Operation(
            operationId = "offerManagement",
            summary = "请一位同事接手企业管理员",
            description = "只有企业管理员能办，只能交给身份已确认的成员；对方同意才生效。再请另一位的，前一次作废。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("membership.offer-management")
    @PostMapping("/api/v1/enterprises/{enterprise}/members/{membership}/handover")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void offer(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @PathVariable MembershipId membership,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        once(
                actor,
                "offerManagement",
                enterprise,
                key,
                membership,
                () -> handingOver.offer(person(actor), enterprise, membership));
    }

    @Operation(operationId = "withdrawManagement", summary = "撤回还没有同意的交接")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("membership.withdraw-offer")
    @PostMapping("/api/v1/enterprises/{enterprise}/handover/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        once(
                actor,
                "withdrawManagement",
                enterprise,
                key,
                enterprise,
                () -> handingOver.takeBack(person(actor), enterprise));
    }

    @Operation(operationId = "acceptManagement", summary = "同意接手企业管理员")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("membership.accept-management")
    @PostMapping("/api/v1/enterprises/{enterprise}/handover/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        once(
                actor,
                "acceptManagement",
                enterprise,
                key,
                enterprise,
                () -> handingOver.accept(person(actor), enterprise));
    }

    @Operation(operationId = "refuseManagement", summary = "不接手企业管理员")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("membership.refuse-management")
    @PostMapping("/api/v1/enterprises/{enterprise}/handover/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        once(
                actor,
                "refuseManagement",
                enterprise,
                key,
                enterprise,
                () -> handingOver.refuse(person(actor), enterprise));
    }

    @Operation(
            operationId = "leaveEnterprise",
            summary = "退出企业",
            description = "退出后不再看到企业的内容；企业管理员要先交给同事，没有人可交的请联系乡镇、街道。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("membership.leave")
    @PostMapping("/api/v1/enterprises/{enterprise}/leaving")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        once(actor, "leaveEnterprise", enterprise, key, enterprise, () -> leaving.leave(person(actor), enterprise));
    }

    @Operation(operationId = "changeColleagueRole", summary = "变更成员的身份", description = "法人、财务、办事员；只有企业管理员能办，历次变更都有记录。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("membership.change-role")
    @PutMapping("/api/v1/enterprises/{enterprise}/members/{membership}/role")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeRole(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @PathVariable MembershipId membership,
            @Valid @RequestBody MemberRoleRequest request) {
        leaving.changeRole(person(actor), enterprise, membership, request.role());
    }

    @Operation(operationId = "listColleagueHistory", summary = "成员和管理员的历次变更", description = "最近的在前；只有企业管理员能看。")
    @Allow(person = true)
    @GetMapping("/api/v1/enterprises/{enterprise}/member-history")
    Page<MemberHistory.MemberHistoryLine> history(
            Actor actor, @PathVariable EnterpriseId enterprise, @ParameterObject PageRequest page) {
        return history.ofOwn(person(actor), enterprise, page);
    }

    private void once(
            Actor actor, String operation, EnterpriseId id, @Nullable String key, Object said, Runnable work) {
        requests.once(actor.account(), operation + " " + id, key, said, EnterpriseId.class, () -> {
            work.run();
            return id;
        });
    }

    private static PersonId person(Actor actor) {
        return new PersonId(actor.account());
    }
}
