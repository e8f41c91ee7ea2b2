package io.qihang.enterprise.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.enterprise.Assignments;
import io.qihang.enterprise.Commissioner;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.enterprise.MembershipId;
import io.qihang.enterprise.domain.ConfirmingMembers;
import io.qihang.enterprise.domain.EnterpriseScreens;
import io.qihang.enterprise.domain.TurnDownReason;
import io.qihang.identity.PersonId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "我的企业")
@RestController
class EnterpriseController {

    private final EnterpriseScreens screens;
    private final ConfirmingMembers members;
    private final Enterprises enterprises;
    private final Assignments assignments;

    EnterpriseController(
            EnterpriseScreens screens, ConfirmingMembers members, Enterprises enterprises, Assignments assignments) {
        this.screens = screens;
        this.members = members;
        this.enterprises = enterprises;
        this.assignments = assignments;
    }

    record RefusalRequest(@NotNull(message = "请选择原因") TurnDownReason reason) {}

    record PhoneProofView(boolean confirmed) {}

    record CommissionerView(
            String name, String kindName, boolean main, String sentBy, LocalDate since, boolean acting) {

        static CommissionerView of(Commissioner it) {
            return new CommissionerView(it.name(), it.kind().label(), it.main(), it.sentBy(), it.since(), it.acting());
        }
    }

    @Operation(operationId = "listMyEnterprises", summary = "我的企业")
    @Allow(person = true)
    @GetMapping("/api/v1/enterprises/mine")
    Page<EnterpriseScreens.MyEnterprise> mine(Actor actor, @ParameterObject PageRequest page) {
        return screens.mine(person(actor), page);
    }

    @Operation(operationId = "showMyEnterprise", summary = "企业详情", description = "身份确认前只显示名称和办理状态。")
    @Allow(person = true)
    @GetMapping("/api/v1/enterprises/{enterprise}")
    EnterpriseScreens.OwnEnterprise show(Actor actor, @PathVariable EnterpriseId enterprise) {
        return screens.own(person(actor), enterprise);
    }

    @Operation(operationId = "listOwnCommissioners", summary = "帮包本企业的专员", description = "主责的在前；还没有指派的为空。")
    @Allow(person = true)
    @GetMapping("/api/v1/enterprises/{enterprise}/commissioners")
    List<CommissionerView> commissioners(Actor actor, @PathVariable EnterpriseId enterprise) {
        var found = assignments.of(enterprise, person(actor));
        if (found.isEmpty()) enterprises.requireOwn(enterprise, person(actor));
        return found.stream().map(CommissionerView::of).toList();
    }

    @Operation(
            operationId = "proveByPhone",
            summary = "用本人手机号确认身份",
            description = "绑定的手机号与县企业名录的电话一致的，当即确认；不一致的等乡镇、街道或企业管理员确认。")
    @Allow(person = true, rate = RateClass.LOOKUP)
    @Audited("membership.confirm")
    @PostMapping("/api/v1/enterprises/{enterprise}/phone-proof")
    PhoneProofView proveByPhone(Actor actor, @PathVariable EnterpriseId enterprise) {
        return new PhoneProofView(members.confirmByPhone(person(actor), enterprise));
    }

    @Operation(operationId = "listColleagues", summary = "企业成员和加入申请", description = "只有企业管理员能看。")
    @Allow(person = true)
    @GetMapping("/api/v1/enterprises/{enterprise}/members")
    List<EnterpriseScreens.MemberLine> members(Actor actor, @PathVariable EnterpriseId enterprise) {
        return screens.members(person(actor), enterprise);
    }

    @Operation(operationId = "approveColleague", summary = "同意加入企业", description = "只有企业管理员能办。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("membership.approve")
    @PostMapping("/api/v1/enterprises/{enterprise}/members/{membership}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(Actor actor, @PathVariable EnterpriseId enterprise, @PathVariable MembershipId membership) {
        members.approve(person(actor), enterprise, membership);
    }

    @Operation(operationId = "refuseColleague", summary = "不同意加入企业", description = "只有企业管理员能办；原因从给出的里面选，对方看得到。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("membership.refuse")
    @PostMapping("/api/v1/enterprises/{enterprise}/members/{membership}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @PathVariable MembershipId membership,
            @Valid @RequestBody RefusalRequest request) {
        members.turnDown(person(actor), enterprise, membership, request.reason());
    }

    private static PersonId person(Actor actor) {
        return new PersonId(actor.account());
    }
}
