package io.qihang.identity.web;

import io.qihang.access.Actor;
import io.qihang.access.Actor.Pending;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.identity.domain.AccountDirectory;
import io.qihang.identity.domain.ChangingPassword;
import io.qihang.identity.domain.SigningIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "控制台登录")
@RestController
class SignInController {

    private final SigningIn signingIn;
    private final ChangingPassword changingPassword;
    private final AccountDirectory directory;

    SignInController(SigningIn signingIn, ChangingPassword changingPassword, AccountDirectory directory) {
        this.signingIn = signingIn;
        this.changingPassword = changingPassword;
        this.directory = directory;
    }

    record PasswordRequest(
            @NotBlank(message = "请输入登录名") @Size(max = 100, message = "登录名太长")
            String loginName,

            @NotBlank(message = "请输入密码") @Size(max = 256, message = "密码太长")
            String password) {

        @Override
        public String toString() {
            return "PasswordRequest[" + loginName + "]";
        }
    }

    record ChallengeRequest(
            @NotBlank(message = "缺少登录步骤标识") @Size(max = 100, message = "登录步骤标识不对")
            String challenge) {}

    record CodeRequest(
            @NotBlank(message = "缺少登录步骤标识") @Size(max = 100, message = "登录步骤标识不对")
            String challenge,

            @NotBlank(message = "请输入动态口令") @Pattern(regexp = "\\d{6}", message = "动态口令是 6 位数字")
            String code) {}

    record ChangePasswordRequest(
            @NotBlank(message = "请输入原密码") @Size(max = 256, message = "密码太长")
            String current,

            @NotBlank(message = "请输入新密码") @Size(max = 256, message = "密码太长")
            String fresh) {

        @Override
        public String toString() {
            return "ChangePasswordRequest[]";
        }
    }

    record FirstStepView(String challenge, boolean secondFactorBound) {}

    record EnrolmentView(String otpauthUri) {}

    record SessionView(String token, Instant endsAt) {}

    @Operation(
            operationId = "checkPassword",
            summary = "登录第一步：核对密码",
            description = "密码对的返回 challenge，5 分钟内用于第二步；secondFactorBound 为 false 的先绑定动态口令。")
    @Allow(anyone = true, rate = RateClass.SIGN_IN)
    @Audited("staff.sign-in")
    @PostMapping("/api/v1/desk/sign-in/password")
    FirstStepView password(@Valid @RequestBody PasswordRequest request) {
        var step = signingIn.password(request.loginName(), request.password());
        return new FirstStepView(step.challenge(), step.secondFactorBound());
    }

    @Operation(
            operationId = "enrolSecondFactor",
            summary = "首次登录：取得动态口令密钥",
            description = "返回 otpauth 地址，用身份验证器扫码后，以它给出的口令完成第二步即绑定。")
    @Allow(anyone = true, rate = RateClass.SIGN_IN)
    @Audited("staff.enrol-second-factor")
    @PostMapping("/api/v1/desk/sign-in/enrolment")
    EnrolmentView enrolment(@Valid @RequestBody ChallengeRequest request) {
        return new EnrolmentView(signingIn.enrolment(request.challenge()));
    }

    @Operation(
            operationId = "checkSecondFactor",
            summary = "登录第二步：核对动态口令",
            description = "口令只能用一次。返回的 token 放在请求头 Authorization: Bearer 里；30 分钟不用或满 12 小时失效。")
    @Allow(anyone = true, rate = RateClass.SIGN_IN)
    @Audited("staff.sign-in")
    @PostMapping("/api/v1/desk/sign-in/second-factor")
    SessionView secondFactor(@Valid @RequestBody CodeRequest request) {
        var session = signingIn.secondFactor(request.challenge(), request.code());
        return new SessionView(session.token(), session.endsAt());
    }

    @Operation(operationId = "signOut", summary = "退出登录", description = "token 立即失效。")
    @Allow(anyStaff = true, despite = Pending.PASSWORD_CHANGE, rate = RateClass.WRITE)
    @Audited("staff.sign-out")
    @PostMapping("/api/v1/desk/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Actor actor, HttpServletRequest request) {
        signingIn.signOut(actor, request);
    }

    @Operation(operationId = "showMyStanding", summary = "我的岗位和范围")
    @Allow(anyStaff = true, despite = Pending.PASSWORD_CHANGE, alsoOnPhone = true)
    @GetMapping("/api/v1/desk/me")
    AccountDirectory.Me me(Actor actor) {
        return directory.me(actor);
    }

    @Operation(
            operationId = "changePassword",
            summary = "修改自己的密码",
            description = "至少 10 位，含大写、小写、数字、符号中的三类；不含登录名和常见词；不与最近 5 次相同；90 天到期。")
    @Allow(anyStaff = true, despite = Pending.PASSWORD_CHANGE, rate = RateClass.SIGN_IN)
    @Audited("staff.change-password")
    @PostMapping("/api/v1/desk/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Actor actor, @Valid @RequestBody ChangePasswordRequest request) {
        changingPassword.change(actor, request.current(), request.fresh());
    }
}
