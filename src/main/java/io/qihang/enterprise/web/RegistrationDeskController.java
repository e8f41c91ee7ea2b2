package io.qihang.enterprise.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.domain.OfficerProof;
import io.qihang.enterprise.domain.Posters;
import io.qihang.enterprise.domain.RegistrationId;
import io.qihang.enterprise.domain.RegistrationReading;
import io.qihang.enterprise.domain.RegistrationStatus;
import io.qihang.enterprise.domain.ReturnReason;
import io.qihang.enterprise.domain.ReviewingRegistrations;
import io.qihang.enterprise.tally.RegistrationTrend;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "登记核实")
@RestController
class RegistrationDeskController {

    private final ReviewingRegistrations reviewing;
    private final RegistrationReading reading;
    private final RegistrationTrend trend;
    private final Posters posters;
    private final IdempotentRequests requests;

    RegistrationDeskController(
            ReviewingRegistrations reviewing,
            RegistrationReading reading,
            RegistrationTrend trend,
            Posters posters,
            IdempotentRequests requests) {
        this.reviewing = reviewing;
        this.reading = reading;
        this.trend = trend;
        this.posters = posters;
        this.requests = requests;
    }

    record AcceptRequest(
            @Schema(description = "一并确认申请人身份的依据；不填则申请人仍是自报") @Nullable
            OfficerProof memberProof) {}

    record ReturnRequest(
            @NotNull(message = "请选择退回原因") @NotEmpty(message = "请选择退回原因")
            List<ReturnReason> reasons,

            @Nullable @Size(max = 200, message = "说明不超过 200 字")
            String note) {

        @Schema(hidden = true)
        @AssertTrue(message = "选了“其他”，请写明原因")
        boolean isOtherExplained() {
            return reasons == null || !reasons.contains(ReturnReason.OTHER) || !text().isEmpty();
        }

        String text() {
            return Objects.requireNonNullElse(note, "").strip();
        }
    }

    record AcceptedView(EnterpriseId enterprise) {}

    record PosterCodeView(String code, RegionCode unit) {}

    @Operation(operationId = "listRegistrations", summary = "待核实的登记", description = "只列本人办理范围内的，等得最久的在前。")
    @Allow(staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/registrations")
    Page<RegistrationReading.RegistrationCard> queue(
            Actor actor,
            @RequestParam(defaultValue = "PENDING") RegistrationStatus status,
            @ParameterObject PageRequest page) {
        return reading.queue(actor, status, page);
    }

    @Operation(
            operationId = "showRegistrationTrend",
            summary = "各单位逐月登记数",
            description = "只列本人办理范围内的单位，按文件的次序，不排名。一年从 1 月起逐月计，企业变更计入单位的，从变更那天起随之增减。")
    @Allow(staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/registration-trend/{year}")
    RegistrationTrend.Trend trend(Actor actor, @PathVariable int year) {
        return trend.of(actor, year);
    }

    @Operation(operationId = "showRegistration", summary = "登记详情和经过")
    @Allow(staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @GetMapping("/api/v1/desk/registrations/{registration}")
    RegistrationReading.RegistrationDetail show(Actor actor, @PathVariable RegistrationId registration) {
        return reading.detail(actor, registration);
    }

    @Operation(operationId = "acceptRegistration", summary = "接受登记")
    @Allow(
            staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER},
            rate = RateClass.WRITE)
    @Audited("registration.accept")
    @PostMapping("/api/v1/desk/registrations/{registration}/acceptance")
    AcceptedView accept(
            Actor actor, @PathVariable RegistrationId registration, @Valid @RequestBody AcceptRequest request) {
        return new AcceptedView(reviewing.accept(actor, registration, request.memberProof()));
    }

    @Operation(operationId = "returnRegistration", summary = "退回登记", description = "企业修改后可以重新提交。")
    @Allow(
            staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER},
            rate = RateClass.WRITE)
    @Audited("registration.return")
    @PostMapping("/api/v1/desk/registrations/{registration}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(Actor actor, @PathVariable RegistrationId registration, @Valid @RequestBody ReturnRequest request) {
        reviewing.giveBack(actor, registration, request.reasons(), request.text());
    }

    @Operation(operationId = "makePoster", summary = "本单位的登记海报码", description = "没有的新做一个；已有的原样返回。")
    @Allow(
            staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER},
            rate = RateClass.WRITE)
    @Audited("poster.make")
    @PutMapping("/api/v1/desk/units/{unit}/poster")
    PosterCodeView poster(Actor actor, @PathVariable RegionCode unit) {
        return new PosterCodeView(posters.of(actor, unit), unit);
    }

    record PosterEventRequest(
            @NotNull(message = "请选择单位") RegionCode unit,

            @NotBlank(message = "请填写活动名称") @Size(max = 40, message = "活动名称不超过 40 字")
            String event,

            @Nullable LocalDate heldOn) {}

    @Operation(
            operationId = "makeEventPoster",
            summary = "一次活动的登记海报码",
            description = "同一名称的活动只有一个码，再做原样返回。须带 Idempotency-Key。")
    @Allow(
            staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER},
            rate = RateClass.WRITE)
    @Audited("poster.make-event")
    @PostMapping("/api/v1/desk/posters")
    PosterCodeView eventPoster(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody PosterEventRequest request) {
        RegionCode unit = request.unit();
        return requests.once(
                actor.account(),
                "makeEventPoster",
                key,
                request,
                PosterCodeView.class,
                () -> new PosterCodeView(
                        posters.forEvent(actor, unit, request.event().strip(), request.heldOn()), unit));
    }

    @Operation(
            operationId = "listPosters",
            summary = "本单位的海报码，各带来多少登记",
            description = "常年的在前，其次新的在前。只给本单位看哪次活动有用，单位之间不比较、不排名。")
    @Allow(staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @GetMapping("/api/v1/desk/units/{unit}/posters")
    List<Posters.Line> posters(Actor actor, @PathVariable RegionCode unit) {
        return posters.list(actor, unit);
    }
}
