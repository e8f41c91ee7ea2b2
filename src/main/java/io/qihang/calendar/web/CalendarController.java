package io.qihang.calendar.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.calendar.CalendarProblem;
import io.qihang.calendar.Calendars;
import io.qihang.calendar.ClockEffects;
import io.qihang.calendar.Closure;
import io.qihang.calendar.ClosurePart;
import io.qihang.calendar.DayStatus;
import io.qihang.calendar.KeepingClosures;
import io.qihang.calendar.WorkCalendar;
import io.qihang.platform.Problem;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "工作日历")
@RestController
class CalendarController {

    private final Calendars calendars;
    private final KeepingClosures closures;
    private final IdempotentRequests requests;

    CalendarController(Calendars calendars, KeepingClosures closures, IdempotentRequests requests) {
        this.calendars = calendars;
        this.closures = closures;
        this.requests = requests;
    }

    record DayView(LocalDate date, boolean working, String label, String source, boolean provisional) {

        static DayView of(DayStatus day) {
            return new DayView(day.date(), day.working(), day.label(), day.source(), day.provisional());
        }
    }

    record ClosureRequest(
            @NotNull(message = "请填写停止办公的第一天") LocalDate firstDay,
            @NotNull(message = "请填写停止办公的最后一天") LocalDate lastDay,

            @Schema(description = "时段，不写为全天；写 MORNING 或 AFTERNOON 的，每天只停上午或下午") @Nullable
            ClosurePart part,

            @NotBlank(message = "请填写原因，例如 暴雪") @Size(max = 50, message = "原因不超过 50 字")
            String reason,

            @NotBlank(message = "请填写依据的通知") @Size(max = 200, message = "依据不超过 200 字")
            String document) {

        KeepingClosures.NewClosure asked() {
            return new KeepingClosures.NewClosure(
                    firstDay, lastDay, part == null ? ClosurePart.DAY : part, reason, document);
        }
    }

    @Operation(
            operationId = "listCalendarDays",
            summary = "工作日历",
            description = "每一天上班还是不上班、为什么；provisional 为真的是当年放假安排尚未公布，可能变动。一次最多 366 天。")
    @Allow(anyStaff = true)
    @GetMapping("/api/v1/desk/counties/{county}/calendar/days")
    List<DayView> days(@PathVariable RegionCode county, @RequestParam LocalDate from, @RequestParam LocalDate until) {
        return told(county, from, until);
    }

    @Operation(
            operationId = "listWorkingDays",
            summary = "哪些天上班",
            description = "不用登录，手机上照它说“还剩几个工作日”。每一天上班还是不上班、为什么；一次最多 366 天。")
    @Allow(anyone = true)
    @GetMapping("/api/v1/regions/{county}/calendar/days")
    List<DayView> workingDays(
            @PathVariable RegionCode county, @RequestParam LocalDate from, @RequestParam LocalDate until) {
        return told(county, from, until);
    }

    private List<DayView> told(RegionCode county, LocalDate from, LocalDate until) {
        if (until.isBefore(from) || until.isAfter(from.plusDays(365))) throw Problem.of(CalendarProblem.CALENDAR_RANGE);
        WorkCalendar calendar = calendars.of(county);
        return from.datesUntil(until.plusDays(1))
                .map(calendar::statusOf)
                .map(DayView::of)
                .toList();
    }

    @Operation(operationId = "listClosures", summary = "停止办公的登记")
    @Allow(anyStaff = true)
    @GetMapping("/api/v1/desk/counties/{county}/calendar/closures")
    List<Closure> list(@PathVariable RegionCode county) {
        return closures.of(county);
    }

    @Operation(
            operationId = "previewClosure",
            summary = "试算停止办公的影响",
            description = "只算不改：哪些天由上班变为不上班，哪些正在计算的期限会推后到哪一天。")
    @Allow(staff = Role.COUNTY_OFFICER)
    @PostMapping("/api/v1/desk/counties/{county}/calendar/closures/preview")
    ClockEffects.Effect preview(
            Actor actor, @PathVariable RegionCode county, @Valid @RequestBody ClosureRequest asked) {
        return closures.preview(actor, county, asked.asked());
    }

    @Operation(operationId = "addClosure", summary = "登记停止办公", description = "相关期限在一分钟内重算，并写入每件诉求的办理过程。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("closure.add")
    @PostMapping("/api/v1/desk/counties/{county}/calendar/closures")
    @ResponseStatus(HttpStatus.CREATED)
    Closure add(
            Actor actor,
            @PathVariable RegionCode county,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody ClosureRequest asked) {
        return requests.once(
                actor.account(),
                "addClosure",
                key,
                asked,
                Closure.class,
                () -> closures.add(actor, county, asked.asked()));
    }

    @Operation(operationId = "withdrawClosure", summary = "撤销停止办公的登记", description = "登记错了时使用；相关期限重算。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("closure.withdraw")
    @PostMapping("/api/v1/desk/counties/{county}/calendar/closures/{closure}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Actor actor, @PathVariable RegionCode county, @PathVariable UUID closure) {
        closures.withdraw(actor, county, closure);
    }
}
