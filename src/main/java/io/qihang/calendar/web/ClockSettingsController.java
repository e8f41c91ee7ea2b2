package io.qihang.calendar.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.calendar.ClockEffects;
import io.qihang.calendar.DeadlineProfile;
import io.qihang.calendar.DeadlineStep;
import io.qihang.calendar.KeepingHours;
import io.qihang.calendar.KeepingProfiles;
import io.qihang.calendar.LastDayOff;
import io.qihang.calendar.OfficeHours;
import io.qihang.calendar.StepUnit;
import io.qihang.platform.RegionCode;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "作息时间与时限方案")
@RestController
class ClockSettingsController {

    private final KeepingHours hours;
    private final KeepingProfiles profiles;
    private final IdempotentRequests requests;

    ClockSettingsController(KeepingHours hours, KeepingProfiles profiles, IdempotentRequests requests) {
        this.hours = hours;
        this.profiles = profiles;
        this.requests = requests;
    }

    record SeasonView(String name, String from, String until, String hours) {}

    record HoursView(LocalDate from, String source, String hours, List<SeasonView> seasons) {

        static HoursView of(OfficeHours.Version it) {
            return new HoursView(
                    it.from(),
                    it.source(),
                    it.usual().setting(),
                    it.seasons().stream()
                            .map(season -> new SeasonView(
                                    season.name(),
                                    season.from().toString().substring(2),
                                    season.until().toString().substring(2),
                                    season.hours().setting()))
                            .toList());
        }
    }

    record SeasonRequest(
            @NotBlank(message = "请填写季节名称，例如 夏季") @Size(max = 20, message = "季节名称不超过 20 字")
            String name,

            @Schema(description = "第一天，写成 05-01")
            @NotBlank(message = "请填写季节的第一天")
            @Size(max = 5, message = "请写成 05-01 这样")
            String from,

            @Schema(description = "最后一天，写成 09-30；早于第一天的跨年")
            @NotBlank(message = "请填写季节的最后一天")
            @Size(max = 5, message = "请写成 09-30 这样")
            String until,

            @NotBlank(message = "请填写上下班时间") @Size(max = 100, message = "上下班时间不超过 100 字")
            String hours) {}

    record HoursRequest(
            @NotNull(message = "请填写自哪一天起执行") LocalDate from,

            @NotBlank(message = "请填写依据的通知") @Size(max = 200, message = "依据不超过 200 字")
            String source,

            @Schema(description = "季节以外的上下班时间，例如 08:30-12:00,14:00-18:00")
            @NotBlank(message = "请填写上下班时间")
            @Size(max = 100, message = "上下班时间不超过 100 字")
            String hours,

            @Nullable @Size(max = 6, message = "季节不超过 6 个")
            List<@Valid @NotNull(message = "季节不能空") SeasonRequest> seasons) {

        KeepingHours.NewHours asked() {
            List<SeasonRequest> all = seasons == null ? List.of() : seasons;
            return new KeepingHours.NewHours(
                    from,
                    source,
                    hours,
                    all.stream()
                            .map(it -> new KeepingHours.NewSeason(it.name(), it.from(), it.until(), it.hours()))
                            .toList());
        }
    }

    record ProfileStepView(
            String step, String name, StepUnit unit, String unitName, int amount, LastDayOff lastDayOff) {

        static ProfileStepView of(DeadlineStep it) {
            return new ProfileStepView(
                    it.code(), it.name(), it.unit(), it.unit().label(), it.amount(), it.lastDayOff());
        }
    }

    record ProfileView(
            String code,
            int version,
            String label,
            String source,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Schema(description = "本县自己的；否则是各县通用的") boolean own,
            @Schema(description = "今天收到的按它计算") boolean inForce,
            List<ProfileStepView> steps) {

        static ProfileView of(KeepingProfiles.Kept it) {
            DeadlineProfile profile = it.profile();
            return new ProfileView(
                    profile.code(),
                    profile.version(),
                    profile.label(),
                    profile.source(),
                    profile.effectiveFrom(),
                    profile.effectiveTo(),
                    it.own(),
                    it.inForce(),
                    profile.steps().stream().map(ProfileStepView::of).toList());
        }
    }

    record ProfileStepRequest(
            @NotBlank(message = "请写明是哪个步骤") @Size(max = 40, message = "步骤不对")
            String step,

            @NotNull(message = "请选择按什么计算") StepUnit unit,
            @NotNull(message = "请填写数量") Integer amount,

            @Schema(description = "自然日的最后一天不上班时，不写为顺延到其后第一个工作日") @Nullable
            LastDayOff lastDayOff) {}

    record ProfileRequest(
            @Schema(description = "ticket 通用，ticket.类别代码 只用于这一类诉求")
            @NotBlank(message = "请选择时限方案")
            @Size(max = 80, message = "时限方案不对，请从列表里选")
            String code,

            @NotBlank(message = "请填写方案名称") @Size(max = 50, message = "方案名称不超过 50 字")
            String label,

            @NotBlank(message = "请填写依据的文件和原文") @Size(max = 500, message = "依据不超过 500 字")
            String source,

            @Schema(description = "这一天及以后收到的按它计算，正在办理的也是") @NotNull(message = "请填写生效日期")
            LocalDate effectiveFrom,

            @NotNull(message = "请填写每个步骤的时限") @Size(max = 20, message = "步骤太多")
            List<@Valid @NotNull(message = "步骤不能空") ProfileStepRequest> steps) {

        KeepingProfiles.NewProfile asked() {
            return new KeepingProfiles.NewProfile(
                    code,
                    label,
                    source,
                    effectiveFrom,
                    steps.stream()
                            .map(it -> new KeepingProfiles.NewStep(it.step(), it.unit(), it.amount(), it.lastDayOff()))
                            .toList());
        }
    }

    @Operation(operationId = "listOfficeHours", summary = "作息时间", description = "最近生效的在前；没有自己的县用各县通用的。")
    @Allow(anyStaff = true)
    @GetMapping("/api/v1/desk/counties/{county}/calendar/hours")
    List<HoursView> hours(@PathVariable RegionCode county) {
        return hours.of(county).stream().map(HoursView::of).toList();
    }

    @Operation(operationId = "previewOfficeHours", summary = "试算作息时间的影响", description = "只算不改：哪些正在计算的期限会变到什么时候。")
    @Allow(staff = Role.COUNTY_OFFICER)
    @PostMapping("/api/v1/desk/counties/{county}/calendar/hours/preview")
    ClockEffects.Effect previewHours(
            Actor actor, @PathVariable RegionCode county, @Valid @RequestBody HoursRequest asked) {
        return hours.preview(actor, county, asked.asked());
    }

    @Operation(
            operationId = "enterOfficeHours",
            summary = "登记作息时间",
            description = "自某一天起执行，可以分季节；同一天起的以后登记的为准。相关期限在一分钟内重算，并写入每件诉求的办理过程。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("hours.enter")
    @PostMapping("/api/v1/desk/counties/{county}/calendar/hours")
    @ResponseStatus(HttpStatus.CREATED)
    HoursView enterHours(
            Actor actor,
            @PathVariable RegionCode county,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody HoursRequest asked) {
        return requests.once(
                actor.account(),
                "enterOfficeHours",
                key,
                asked,
                HoursView.class,
                () -> HoursView.of(hours.enter(actor, county, asked.asked())));
    }

    @Operation(
            operationId = "listDeadlineProfiles",
            summary = "时限方案",
            description = "各方案的每个版本，最近的在前。ticket 是诉求通用的，ticket.类别代码 是某类诉求的，ticket-follow-up 是答复和挂账之后的。")
    @Allow(anyStaff = true)
    @GetMapping("/api/v1/desk/counties/{county}/deadline-profiles")
    List<ProfileView> profiles(@PathVariable RegionCode county) {
        return profiles.of(county).stream().map(ProfileView::of).toList();
    }

    @Operation(
            operationId = "previewDeadlineProfile",
            summary = "试算时限方案的影响",
            description = "只算不改：生效日及以后收到的、正在计算的期限会变到什么时候；已有的暂停照样计算。")
    @Allow(staff = Role.COUNTY_OFFICER)
    @PostMapping("/api/v1/desk/counties/{county}/deadline-profiles/preview")
    ClockEffects.Effect previewProfile(
            Actor actor, @PathVariable RegionCode county, @Valid @RequestBody ProfileRequest asked) {
        return profiles.preview(actor, county, asked.asked());
    }

    @Operation(
            operationId = "enterDeadlineProfile",
            summary = "登记时限方案的新版本",
            description = "旧版本不改。写明依据；生效日及以后收到的按它计算，正在办理的在一分钟内重算，并写入办理过程。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("profile.enter")
    @PostMapping("/api/v1/desk/counties/{county}/deadline-profiles")
    @ResponseStatus(HttpStatus.CREATED)
    ProfileView enterProfile(
            Actor actor,
            @PathVariable RegionCode county,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody ProfileRequest asked) {
        return requests.once(
                actor.account(),
                "enterDeadlineProfile",
                key,
                asked,
                ProfileView.class,
                () -> ProfileView.of(profiles.enter(actor, county, asked.asked())));
    }
}
