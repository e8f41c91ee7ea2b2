package io.qihang.identity.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.identity.StaffId;
import io.qihang.identity.domain.AccountDirectory;
import io.qihang.identity.domain.AccountKind;
import io.qihang.identity.domain.GrantingRoles;
import io.qihang.identity.domain.KeepingAccounts;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "账号与授权")
@RestController
class AccountController {

    private final AccountDirectory directory;
    private final KeepingAccounts keeping;
    private final GrantingRoles granting;

    AccountController(AccountDirectory directory, KeepingAccounts keeping, GrantingRoles granting) {
        this.directory = directory;
        this.keeping = keeping;
        this.granting = granting;
    }

    record OpenAccountRequest(
            @NotNull(message = "请填写所在县的区划代码") RegionCode county,

            @NotBlank(message = "请填写登录名") @Size(max = 100, message = "登录名太长")
            String loginName,

            @NotNull(message = "请选择账号类别") AccountKind kind,

            @NotBlank(message = "请填写姓名") @Size(max = 50, message = "姓名不超过 50 字")
            String name,

            @NotBlank(message = "请填写手机号") @Size(max = 20, message = "手机号太长")
            String phone) {

        @Override
        public String toString() {
            return "OpenAccountRequest[" + loginName + "]";
        }
    }

    record GrantRequest(
            @NotNull(message = "请选择岗位") Role role,
            @Nullable RegionCode unit,

            @Nullable @Pattern(regexp = "[a-z0-9-]{1,40}", message = "责任单位代码不对")
            String office) {}

    record InitialPasswordView(StaffId id, String loginName, String initialPassword) {

        static InitialPasswordView of(KeepingAccounts.NewAccount account) {
            return new InitialPasswordView(account.id(), account.loginName(), account.initialPassword());
        }
    }

    @Operation(operationId = "listAccounts", summary = "账号列表", description = "text 是登录名的开头几位，或者完整的姓名；姓名加密保存，只能整个查。")
    @Allow(staff = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    @GetMapping("/api/v1/desk/accounts")
    Page<AccountDirectory.AccountCard> list(
            @RequestParam RegionCode county,
            @RequestParam(required = false) @Nullable @Size(max = 50, message = "不超过 50 字") String text,
            @ParameterObject PageRequest page) {
        return directory.list(county, text, page);
    }

    @Operation(
            operationId = "nameAccounts",
            summary = "账号编号是谁",
            description = "一次至多 100 个，看审计记录用；不是工作账号的编号（如小程序用户）不在回答里。账号的姓名、登录名不能改，现在的就是当时的。")
    @Allow(staff = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
    @GetMapping("/api/v1/desk/account-names")
    List<AccountDirectory.AccountName> names(
            @RequestParam @Size(min = 1, max = 100, message = "一次查 1 到 100 个") List<StaffId> account) {
        return directory.names(account);
    }

    @Operation(
            operationId = "openAccount",
            summary = "新建工作账号",
            description = "新账号没有任何权限，由安全管理员授予。初始密码只返回这一次，24 小时内有效，首次登录须修改。一个手机号只能有一个账号。")
    @Allow(staff = Role.SYSTEM_ADMIN, rate = RateClass.WRITE)
    @Audited("account.open")
    @PostMapping("/api/v1/desk/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<InitialPasswordView> open(@Valid @RequestBody OpenAccountRequest request) {
        var account =
                keeping.open(request.county(), request.loginName(), request.kind(), request.name(), request.phone());
        return ResponseEntity.created(URI.create("/api/v1/desk/accounts/" + account.id()))
                .body(InitialPasswordView.of(account));
    }

    @Operation(operationId = "resetPassword", summary = "重置密码", description = "该账号的登录立即失效，新的初始密码 24 小时内有效。")
    @Allow(staff = Role.SYSTEM_ADMIN, rate = RateClass.WRITE)
    @Audited("account.reset-password")
    @PostMapping("/api/v1/desk/accounts/{account}/password")
    InitialPasswordView resetPassword(Actor actor, @PathVariable StaffId account) {
        return InitialPasswordView.of(keeping.resetPassword(actor, account));
    }

    @Operation(operationId = "disableAccount", summary = "停用账号", description = "离职、调离时使用；登录立即失效，登录名不再启用。")
    @Allow(staff = Role.SYSTEM_ADMIN, rate = RateClass.WRITE)
    @Audited("account.disable")
    @PostMapping("/api/v1/desk/accounts/{account}/disabling")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(Actor actor, @PathVariable StaffId account) {
        keeping.disable(actor, account);
    }

    @Operation(operationId = "enableAccount", summary = "启用账号")
    @Allow(staff = Role.SYSTEM_ADMIN, rate = RateClass.WRITE)
    @Audited("account.enable")
    @PostMapping("/api/v1/desk/accounts/{account}/enabling")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(Actor actor, @PathVariable StaffId account) {
        keeping.enable(actor, account);
    }

    @Operation(operationId = "listGrants", summary = "账号的岗位")
    @Allow(staff = Role.SECURITY_ADMIN)
    @GetMapping("/api/v1/desk/accounts/{account}/grants")
    List<GrantingRoles.Grant> grants(@PathVariable StaffId account) {
        return granting.of(account);
    }

    @Operation(operationId = "grantRole", summary = "授予岗位", description = "三员之间、三员与业务岗位之间互不兼任。")
    @Allow(staff = Role.SECURITY_ADMIN, rate = RateClass.WRITE)
    @Audited("role.grant")
    @PostMapping("/api/v1/desk/accounts/{account}/grants")
    @ResponseStatus(HttpStatus.CREATED)
    GrantingRoles.Grant grant(Actor actor, @PathVariable StaffId account, @Valid @RequestBody GrantRequest request) {
        return granting.grant(actor, account, request.role(), request.unit(), request.office());
    }

    @Operation(operationId = "revokeRole", summary = "收回岗位", description = "已登录的会话在一分钟内失去该岗位的权限。")
    @Allow(staff = Role.SECURITY_ADMIN, rate = RateClass.WRITE)
    @Audited("role.revoke")
    @DeleteMapping("/api/v1/desk/accounts/{account}/grants/{grant}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Actor actor, @PathVariable StaffId account, @PathVariable UUID grant) {
        granting.revoke(actor, account, grant);
    }

    @Operation(operationId = "unlockAccount", summary = "解除锁定")
    @Allow(staff = Role.SECURITY_ADMIN, rate = RateClass.WRITE)
    @Audited("account.unlock")
    @PostMapping("/api/v1/desk/accounts/{account}/unlocking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable StaffId account) {
        granting.unlock(account);
    }

    @Operation(operationId = "resetSecondFactor", summary = "重置动态口令", description = "换手机时使用；下次登录重新绑定。")
    @Allow(staff = Role.SECURITY_ADMIN, rate = RateClass.WRITE)
    @Audited("account.reset-second-factor")
    @PostMapping("/api/v1/desk/accounts/{account}/second-factor-reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(Actor actor, @PathVariable StaffId account) {
        granting.resetSecondFactor(actor, account);
    }
}
