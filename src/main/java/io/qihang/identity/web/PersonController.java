package io.qihang.identity.web;

import io.qihang.access.Actor;
import io.qihang.access.Actor.Pending;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.identity.domain.BindingStaff;
import io.qihang.identity.domain.ConsentText;
import io.qihang.identity.domain.OwnData;
import io.qihang.identity.domain.OwnRecord;
import io.qihang.identity.domain.PersonSignIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "小程序登录")
@RestController
class PersonController {

    private final PersonSignIn signIn;
    private final OwnRecord own;
    private final BindingStaff binding;
    private final OwnData data;

    PersonController(PersonSignIn signIn, OwnRecord own, BindingStaff binding, OwnData data) {
        this.signIn = signIn;
        this.own = own;
        this.binding = binding;
        this.data = data;
    }

    record SignInRequest(
            @NotBlank(message = "缺少微信登录凭证 code") @Size(max = 200, message = "微信登录凭证 code 不对")
            String code) {

        @Override
        public String toString() {
            return "SignInRequest[]";
        }
    }

    record ConsentRequest(
            @NotBlank(message = "请写明同意的是哪份说明") @Size(max = 40, message = "说明的名称不对")
            String document,

            @NotNull(message = "请写明同意的是第几版") Integer version) {}

    record PhoneRequest(
            @NotBlank(message = "缺少获取手机号的 code") @Size(max = 200, message = "获取手机号的 code 不对")
            String code) {

        @Override
        public String toString() {
            return "PhoneRequest[]";
        }
    }

    record StaffBindingRequest(
            @NotBlank(message = "请输入登录名") @Size(max = 100, message = "登录名太长")
            String loginName,

            @NotBlank(message = "请输入密码") @Size(max = 256, message = "密码太长")
            String password,

            @NotBlank(message = "请输入动态口令") @Pattern(regexp = "\\d{6}", message = "动态口令是 6 位数字")
            String code) {

        @Override
        public String toString() {
            return "StaffBindingRequest[" + loginName + "]";
        }
    }

    record PhoneView(String phone) {}

    @Operation(
            operationId = "signInWithWeChat",
            summary = "微信登录",
            description = "以 wx.login 的 code 换 token，放在请求头 Authorization: Bearer 里，30 天不用即失效。同一 code 一分钟内重发得到同一 token。")
    @Allow(anyone = true, rate = RateClass.WECHAT_SIGN_IN)
    @Audited("person.sign-in")
    @PostMapping("/api/v1/sign-in")
    PersonSignIn.SignedIn signIn(@Valid @RequestBody SignInRequest request) {
        return signIn.signIn(request.code());
    }

    @Operation(operationId = "signOutOfWeChat", summary = "退出登录", description = "token 立即失效。")
    @Allow(person = true, despite = Pending.CONSENT, rate = RateClass.WRITE)
    @Audited("person.sign-out")
    @PostMapping("/api/v1/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Actor actor, HttpServletRequest request) {
        signIn.signOut(actor, request);
    }

    @Operation(operationId = "listCurrentConsents", summary = "当前须同意的说明", description = "不登录也能看。text 是 Markdown。")
    @Allow(anyone = true)
    @GetMapping("/api/v1/consents/current")
    List<ConsentText> consents() {
        return own.consentTexts();
    }

    @Operation(operationId = "acceptConsent", summary = "同意说明", description = "只能同意当前版本；重复同意不产生新记录。")
    @Allow(person = true, despite = Pending.CONSENT, rate = RateClass.WRITE)
    @Audited("person.consent")
    @PostMapping("/api/v1/me/consents")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(Actor actor, @Valid @RequestBody ConsentRequest request) {
        own.accept(actor, request.document(), request.version());
    }

    @Operation(operationId = "showMe", summary = "我的信息", description = "手机号只显示一部分。")
    @Allow(person = true)
    @GetMapping("/api/v1/me")
    OwnRecord.Me me(Actor actor) {
        return own.me(actor);
    }

    @Operation(
            operationId = "showMyData",
            summary = "系统里关于我的全部数据",
            description = "可以原样另存。手机号只显示一部分；工作人员看过我交的证件的，写明哪天、什么岗位。")
    @Allow(person = true, despite = Pending.CONSENT)
    @GetMapping("/api/v1/me/data")
    OwnData.PersonData data(Actor actor) {
        return data.of(actor);
    }

    @Operation(
            operationId = "cancelMyAccount",
            summary = "注销账号，撤回同意",
            description = "退出所有企业，抹去微信标识和手机号，在所有手机上退出登录；办过的事和同意的记录依法保留，不再连到本人。是企业管理员的先交接。再次登录就是新用户。")
    @Allow(person = true, despite = Pending.CONSENT, rate = RateClass.WRITE)
    @Audited("person.cancel")
    @PostMapping("/api/v1/me/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Actor actor) {
        data.cancel(actor);
    }

    @Operation(operationId = "bindPhone", summary = "绑定手机号", description = "以“获取手机号”按钮给的 code 绑定，不接受手工填写；再次绑定即更换。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("person.bind-phone")
    @PostMapping("/api/v1/me/phone")
    PhoneView bindPhone(Actor actor, @Valid @RequestBody PhoneRequest request) {
        return new PhoneView(own.bindPhone(actor, request.code()));
    }

    @Operation(
            operationId = "bindStaffAccount",
            summary = "绑定工作账号",
            description = "工作人员在自己手机上办公前做一次；一个账号同时只能绑定一部手机，绑定新手机时旧的自动解除。")
    @Allow(person = true, rate = RateClass.SIGN_IN)
    @Audited("staff-binding.bind")
    @PostMapping("/api/v1/me/staff-binding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bindStaff(Actor actor, @Valid @RequestBody StaffBindingRequest request) {
        binding.bind(actor, request.loginName(), request.password(), request.code());
    }

    @Operation(operationId = "unbindStaffAccount", summary = "解除工作账号绑定")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("staff-binding.end")
    @DeleteMapping("/api/v1/me/staff-binding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unbindStaff(Actor actor) {
        binding.unbind(actor);
    }
}
