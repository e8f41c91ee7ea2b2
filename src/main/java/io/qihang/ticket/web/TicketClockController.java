package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.ClockSettings;
import io.qihang.ticket.domain.PendingExtensions;
import io.qihang.ticket.domain.TicketClock;
import io.qihang.ticket.domain.TicketReading;
import io.qihang.ticket.web.TicketRequests.NoteRequest;
import io.qihang.ticket.web.TicketRequests.PauseRequest;
import io.qihang.ticket.web.TicketRequests.ReasonRequest;
import io.qihang.ticket.web.TicketRequests.SupplyRequest;
import io.qihang.ticket.web.TicketViews.TrackView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "诉求暂停与延期")
@RestController
class TicketClockController {

    private final Repeats repeats;
    private final TicketClock clock;
    private final ClockSettings settings;
    private final PendingExtensions pending;
    private final TicketReading reading;

    TicketClockController(
            TicketClock clock,
            ClockSettings settings,
            PendingExtensions pending,
            TicketReading reading,
            Repeats repeats) {
        this.repeats = repeats;
        this.clock = clock;
        this.settings = settings;
        this.pending = pending;
        this.reading = reading;
    }

    record PauseReasonView(
            String code,
            String name,
            boolean waitsForEnterprise,
            @Schema(description = "一次办理中累计最多几个工作日") int maxDays,
            @Schema(description = "每隔几个工作日提醒一次") int nudgeDays,
            String source) {}

    @Operation(operationId = "listPauseReasons", summary = "暂停计时的原因", description = "按设置的次序；没有的县不能暂停。")
    @Allow(anyone = true)
    @GetMapping("/api/v1/regions/{county}/pause-reasons")
    List<PauseReasonView> reasons(@PathVariable RegionCode county) {
        return settings.reasons(county).stream()
                .map(it -> new PauseReasonView(
                        it.code(), it.name(), it.waitsForEnterprise(), it.maxDays(), it.nudgeDays(), it.source()))
                .toList();
    }

    @Operation(
            operationId = "pauseTicket",
            summary = "暂停计时",
            description = "承办单位在等别人，写明等什么。停表期间的上班时间不计入期限；最长时间由原因决定，到了自动恢复；期间定期提醒，企业看得到。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE, alsoOnPhone = true)
    @Audited("ticket.pause")
    @PostMapping("/api/v1/desk/tickets/{ticket}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody PauseRequest asked) {
        repeats.atDesk(
                actor,
                "pauseTicket",
                ticket,
                key,
                asked,
                () -> clock.pause(actor, ticket, asked.reason(), asked.note()));
    }

    @Operation(operationId = "endTicketPause", summary = "恢复计时", description = "等到了，或不用再等；停表的时间照样不计。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.HANDLER},
            rate = RateClass.WRITE,
            alsoOnPhone = true)
    @Audited("ticket.end-pause")
    @PostMapping("/api/v1/desk/tickets/{ticket}/pause-end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endPause(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonRequest asked) {
        repeats.atDesk(
                actor, "endTicketPause", ticket, key, asked, () -> clock.endPause(actor, ticket, asked.reason()));
    }

    @Operation(operationId = "supplyAwaited", summary = "补充承办单位在等的材料", description = "承办单位暂停计时等企业的，企业写明情况或附上材料，计时随即恢复。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("ticket.supply")
    @PostMapping("/api/v1/tickets/{ticket}/supply")
    TrackView supply(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody SupplyRequest said) {
        repeats.once(
                actor,
                "supplyAwaited",
                ticket,
                key,
                said,
                () -> clock.supply(actor, ticket, said.text(), said.attached()));
        return TrackView.of(reading.track(actor, ticket));
    }

    @Operation(
            operationId = "askExtension",
            summary = "申请延期",
            description = "承办单位在办结期限之前申请，写明原因；由台账单位（或指定的单位）决定，只能延一次；企业看得到。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE, alsoOnPhone = true)
    @Audited("ticket.ask-extension")
    @PostMapping("/api/v1/desk/tickets/{ticket}/extension-request")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askExtension(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonRequest asked) {
        repeats.atDesk(
                actor, "askExtension", ticket, key, asked, () -> clock.askExtension(actor, ticket, asked.reason()));
    }

    @Operation(
            operationId = "listPendingExtensions",
            summary = "待批的延期",
            description = "承办单位申请、还没有决定的延期，申请最早的在前；办结期限照常计算。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/ticket-extensions")
    Page<PendingExtensions.PendingExtension> pendingExtensions(Actor actor, @ParameterObject PageRequest page) {
        return pending.list(actor, page);
    }

    @Operation(operationId = "extendTicket", summary = "同意延期", description = "办结期限从原来的起算日改按复杂事项计算。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE, alsoOnPhone = true)
    @Audited("ticket.extend")
    @PostMapping("/api/v1/desk/tickets/{ticket}/extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void extend(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody NoteRequest said) {
        repeats.atDesk(actor, "extendTicket", ticket, key, said, () -> clock.extend(actor, ticket, said.text()));
    }

    @Operation(operationId = "refuseExtension", summary = "不同意延期", description = "写明理由，办结期限不变。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE, alsoOnPhone = true)
    @Audited("ticket.refuse-extension")
    @PostMapping("/api/v1/desk/tickets/{ticket}/extension-refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuseExtension(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonRequest said) {
        repeats.atDesk(
                actor, "refuseExtension", ticket, key, said, () -> clock.refuseExtension(actor, ticket, said.reason()));
    }
}
