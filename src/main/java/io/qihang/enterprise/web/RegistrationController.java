package io.qihang.enterprise.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.Client;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.Uscc;
import io.qihang.enterprise.domain.Industries;
import io.qihang.enterprise.domain.Posters;
import io.qihang.enterprise.domain.Registering;
import io.qihang.enterprise.domain.RegisteringOnBehalf;
import io.qihang.enterprise.domain.RegistrationId;
import io.qihang.enterprise.domain.RegistrationReading;
import io.qihang.identity.PersonId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "企业登记")
@RestController
class RegistrationController {

    private static final String KEY = "Idempotency-Key";

    private final Registering registering;
    private final RegisteringOnBehalf onBehalf;
    private final RegistrationReading reading;
    private final Posters posters;
    private final Industries industries;
    private final IdempotentRequests requests;

    RegistrationController(
            Registering registering,
            RegisteringOnBehalf onBehalf,
            RegistrationReading reading,
            Posters posters,
            Industries industries,
            IdempotentRequests requests) {
        this.registering = registering;
        this.onBehalf = onBehalf;
        this.reading = reading;
        this.posters = posters;
        this.industries = industries;
        this.requests = requests;
    }

    record CheckRequest(
            @NotBlank(message = "请填写统一社会信用代码") @Size(max = 40, message = "统一社会信用代码是 18 位")
            String uscc) {}

    record CheckedView(Uscc uscc) {}

    @Schema(name = "RegistrationConfirmationRequest")
    record ConfirmationRequest(
            @NotBlank(message = "请填写确认码") @Size(max = 20, message = "确认码不对")
            String code) {}

    record PosterView(RegionCode county, RegionCode unit, String unitName) {}

    record ResubmitDigest(RegistrationId id, RegistrationRequest request) {}

    @Operation(operationId = "checkCode", summary = "核对统一社会信用代码的写法", description = "只看位数、字符和校验位；写法对的一律同样回答，不说明是否已登记。")
    @Allow(person = true, rate = RateClass.LOOKUP)
    @PostMapping("/api/v1/registrations/check")
    CheckedView check(@Valid @RequestBody CheckRequest request) {
        return new CheckedView(Uscc.parse(request.uscc()));
    }

    @Operation(
            operationId = "submitRegistration",
            summary = "登记企业",
            description = "代码和名称与县企业名录一致的当即接受；已登记的转为申请加入；其余由所选乡镇、街道核实。")
    @Allow(person = true, rate = RateClass.LOOKUP)
    @Audited("registration.submit")
    @PostMapping("/api/v1/registrations")
    @ResponseStatus(HttpStatus.CREATED)
    Registering.Outcome submit(
            Actor actor,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody RegistrationRequest request) {
        var form = request.form();
        return requests.once(actor.account(), "submitRegistration", key, request, Registering.Outcome.class, () -> {
            var outcome = registering.submit(person(actor), form);
            if (request.poster() != null) posters.noteSource(outcome.registration(), request.poster());
            return outcome;
        });
    }

    @Operation(operationId = "resubmitRegistration", summary = "修改被退回的登记后重新提交")
    @Allow(person = true, rate = RateClass.LOOKUP)
    @Audited("registration.resubmit")
    @PostMapping("/api/v1/registrations/{registration}/resubmission")
    Registering.Outcome resubmit(
            Actor actor,
            @PathVariable RegistrationId registration,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody RegistrationRequest request) {
        var form = request.form();
        return requests.once(
                actor.account(),
                "resubmitRegistration",
                key,
                new ResubmitDigest(registration, request),
                Registering.Outcome.class,
                () -> registering.resubmit(person(actor), registration, form));
    }

    @Operation(operationId = "listMyRegistrations", summary = "我的登记", description = "最新的在前；open=true 只列没有办完的。")
    @Allow(person = true)
    @GetMapping("/api/v1/registrations/mine")
    Page<RegistrationReading.MyRegistration> mine(
            Actor actor, @RequestParam(defaultValue = "false") boolean open, @ParameterObject PageRequest page) {
        return reading.mine(person(actor), open, page);
    }

    @Operation(
            operationId = "showMyRegistration",
            summary = "我的一条登记",
            description = "form 是本人上次填的，和提交时的写法一样；被退回的改好以后用 resubmitRegistration 重新提交。")
    @Allow(person = true)
    @GetMapping("/api/v1/registrations/{registration}")
    RegistrationReading.OwnRegistration show(Actor actor, @PathVariable RegistrationId registration) {
        return reading.own(person(actor), registration);
    }

    @Operation(
            operationId = "enterRegistrationOnBehalf",
            summary = "服务专员代企业登记",
            description = "返回确认码，当面交给企业；企业本人在自己手机上确认后才生效，7 天内有效。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("registration.enter-on-behalf")
    @PostMapping("/api/v1/field/registrations")
    @ResponseStatus(HttpStatus.CREATED)
    RegisteringOnBehalf.Entered enter(
            Actor actor,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody RegistrationRequest request) {
        var form = request.form();
        return requests.once(
                actor.account(),
                "enterRegistrationOnBehalf",
                key,
                request,
                RegisteringOnBehalf.Entered.class,
                () -> onBehalf.enter(actor, form));
    }

    @Operation(operationId = "confirmRegistration", summary = "企业确认服务专员代填的登记")
    @Allow(person = true, rate = RateClass.LOOKUP)
    @Audited("registration.confirm")
    @PostMapping("/api/v1/registrations/confirmations")
    Registering.Outcome confirm(
            Actor actor,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody ConfirmationRequest request) {
        return requests.once(
                actor.account(),
                "confirmRegistration",
                key,
                request,
                Registering.Outcome.class,
                () -> onBehalf.confirm(person(actor), request.code()));
    }

    @Operation(operationId = "readPoster", summary = "海报码对应的乡镇、街道或开发区")
    @Allow(anyone = true)
    @GetMapping("/api/v1/posters/{code}")
    PosterView poster(@PathVariable String code) {
        var unit = posters.unitOf(code);
        return new PosterView(unit.code().county(), unit.code(), unit.name());
    }

    @Operation(operationId = "listIndustries", summary = "国民经济行业分类的门类和大类")
    @Allow(anyone = true)
    @GetMapping("/api/v1/industries")
    List<Industries.Industry> industries() {
        return industries.all();
    }

    private static PersonId person(Actor actor) {
        return new PersonId(actor.account());
    }
}
