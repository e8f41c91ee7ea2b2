package io.qihang.enterprise.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.Client;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MembershipId;
import io.qihang.enterprise.domain.ConfirmingMembers;
import io.qihang.enterprise.domain.EnterpriseScreens;
import io.qihang.enterprise.domain.OfficerProof;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "服务专员的企业")
@RestController
class FieldMemberController {

    private final ConfirmingMembers members;
    private final EnterpriseScreens screens;
    private final IdempotentRequests requests;

    FieldMemberController(ConfirmingMembers members, EnterpriseScreens screens, IdempotentRequests requests) {
        this.members = members;
        this.screens = screens;
        this.requests = requests;
    }

    record VouchRequest(@NotNull(message = "请选择确认的依据") OfficerProof proof) {}

    record VouchedView(MembershipId membership) {}

    @Operation(operationId = "listMembersInField", summary = "帮包企业的成员和加入申请", description = "只限本人今天帮包的企业。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE)
    @GetMapping("/api/v1/field/enterprises/{enterprise}/members")
    List<EnterpriseScreens.MemberLine> members(Actor actor, @PathVariable EnterpriseId enterprise) {
        return screens.membersInField(actor, enterprise);
    }

    @Operation(
            operationId = "confirmMemberInField",
            summary = "服务专员当面确认企业成员身份",
            description = "只限本人今天帮包的企业；与乡镇、街道在电脑上确认效力相同。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("membership.confirm")
    @PostMapping("/api/v1/field/enterprises/{enterprise}/members/{membership}/confirmation")
    VouchedView confirm(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @PathVariable MembershipId membership,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody VouchRequest request) {
        return requests.once(
                actor.account(), "confirmMemberInField " + membership, key, request, VouchedView.class, () -> {
                    members.confirmInField(actor, enterprise, membership, request.proof());
                    return new VouchedView(membership);
                });
    }
}
