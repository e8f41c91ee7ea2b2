package io.qihang.enterprise.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MembershipId;
import io.qihang.enterprise.domain.ConfirmingMembers;
import io.qihang.enterprise.domain.CountsAt;
import io.qihang.enterprise.domain.EnterpriseScreens;
import io.qihang.enterprise.domain.EnterpriseSearch;
import io.qihang.enterprise.domain.MovingEnterprises;
import io.qihang.enterprise.domain.OfficerProof;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

@Tag(name = "企业")
@RestController
class EnterpriseDeskController {

    private final EnterpriseScreens screens;
    private final ConfirmingMembers members;
    private final MovingEnterprises moving;

    EnterpriseDeskController(EnterpriseScreens screens, ConfirmingMembers members, MovingEnterprises moving) {
        this.screens = screens;
        this.members = members;
        this.moving = moving;
    }

    record ConfirmationRequest(
            @NotNull(message = "请选择确认的依据") OfficerProof proof) {}

    @Schema(name = "MemberRefusalRequest")
    record RefusalRequest(
            @NotBlank(message = "请写明原因") @Size(max = 200, message = "原因不超过 200 字")
            String reason) {}

    record MoveRequest(
            @NotNull(message = "请选择计入的乡镇、街道或开发区") RegionCode unit,
            @NotNull(message = "请填写从哪天起") LocalDate effectiveFrom,

            @Schema(description = "一并变更的地址；只变更计入单位的不填") @Nullable
            CountsAt place,

            @NotBlank(message = "请写明依据或原因") @Size(max = 200, message = "原因不超过 200 字")
            String reason) {}

    @Operation(operationId = "listEnterprises", summary = "企业列表", description = "只列本人办理范围内的；按名称的一部分或完整代码查。")
    @Allow(staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/enterprises")
    Page<EnterpriseScreens.EnterpriseLine> list(
            Actor actor,
            @RequestParam(required = false) @Size(max = 50, message = "查询内容不超过 50 字") @Nullable String text,
            @RequestParam(required = false) @Nullable RegionCode unit,
            @RequestParam(required = false) @Pattern(regexp = "[A-T](\\d\\d)?", message = "行业代码不对") @Nullable
                    String industry,
            @ParameterObject PageRequest page) {
        return screens.list(actor, new EnterpriseSearch(text, unit, industry), page);
    }

    @Operation(operationId = "showEnterprise", summary = "企业详情")
    @Allow(staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/enterprises/{enterprise}")
    EnterpriseScreens.DeskEnterprise show(Actor actor, @PathVariable EnterpriseId enterprise) {
        return screens.within(actor, enterprise);
    }

    @Operation(operationId = "listPlaces", summary = "企业的注册地、经营地和计入单位的历次变更")
    @Allow(staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/enterprises/{enterprise}/places")
    List<EnterpriseScreens.PlaceLine> places(Actor actor, @PathVariable EnterpriseId enterprise) {
        return screens.places(actor, enterprise);
    }

    @Operation(operationId = "listMembers", summary = "企业成员和加入申请")
    @Allow(staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @GetMapping("/api/v1/desk/enterprises/{enterprise}/members")
    List<EnterpriseScreens.MemberLine> members(Actor actor, @PathVariable EnterpriseId enterprise) {
        return screens.members(actor, enterprise);
    }

    @Operation(operationId = "confirmMember", summary = "确认企业成员身份")
    @Allow(
            staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER},
            rate = RateClass.WRITE)
    @Audited("membership.confirm")
    @PostMapping("/api/v1/desk/enterprises/{enterprise}/members/{membership}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @PathVariable MembershipId membership,
            @Valid @RequestBody ConfirmationRequest request) {
        members.confirm(actor, enterprise, membership, request.proof());
    }

    @Operation(operationId = "refuseMember", summary = "不认可企业成员身份")
    @Allow(
            staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER},
            rate = RateClass.WRITE)
    @Audited("membership.refuse")
    @PostMapping("/api/v1/desk/enterprises/{enterprise}/members/{membership}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @PathVariable MembershipId membership,
            @Valid @RequestBody RefusalRequest request) {
        members.refuse(actor, enterprise, membership, request.reason());
    }

    @Operation(operationId = "moveEnterprise", summary = "变更企业计入的单位", description = "从所填日期起计入新单位，以前的数字不变。由现单位移出或由县局决定。")
    @Allow(
            staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER},
            rate = RateClass.WRITE)
    @Audited("enterprise.move")
    @PostMapping("/api/v1/desk/enterprises/{enterprise}/moves")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(Actor actor, @PathVariable EnterpriseId enterprise, @Valid @RequestBody MoveRequest request) {
        moving.move(actor, enterprise, request.unit(), request.effectiveFrom(), request.place(), request.reason());
    }
}
