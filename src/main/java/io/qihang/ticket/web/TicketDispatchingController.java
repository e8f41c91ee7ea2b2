package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.identity.StaffDirectory.StaffCard;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.DutyList;
import io.qihang.ticket.domain.Refusal;
import io.qihang.ticket.domain.TicketDispatching;
import io.qihang.ticket.domain.TicketHandlers;
import io.qihang.ticket.domain.TicketSettings;
import io.qihang.ticket.web.DispatchRequests.AssignRequest;
import io.qihang.ticket.web.DispatchRequests.HandOverRequest;
import io.qihang.ticket.web.DispatchRequests.RefuseRequest;
import io.qihang.ticket.web.DispatchRequests.RuleRequest;
import io.qihang.ticket.web.DispatchRequests.UrgeRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "诉求分派")
@RestController
class TicketDispatchingController {

    private final Repeats repeats;
    private final TicketDispatching dispatching;
    private final TicketHandlers handlers;
    private final TicketSettings settings;

    TicketDispatchingController(
            TicketDispatching dispatching, TicketHandlers handlers, TicketSettings settings, Repeats repeats) {
        this.repeats = repeats;
        this.dispatching = dispatching;
        this.handlers = handlers;
        this.settings = settings;
    }

    @Operation(
            operationId = "adviseDispatch",
            summary = "分派建议",
            description = "按职责清单建议由哪个单位主办，每条附理由和依据；另附近一年同类诉求由哪些单位办结。由台账单位决定，企业不选部门。")
    @Allow(staff = Role.COUNTY_OFFICER)
    @GetMapping("/api/v1/desk/tickets/{ticket}/dispatch-advice")
    TicketDispatching.Advice advise(Actor actor, @PathVariable TicketId ticket) {
        return dispatching.advise(actor, ticket);
    }

    /**
     * The list as it is shown.
     *
     * @param label null where the county has none, like the rest then
     */
    record DutyListView(
            @Nullable String label,
            @Nullable Integer version,
            @Nullable String source,
            @Nullable LocalDate effectiveFrom,
            List<DutyList.Duty> duties) {}

    @Operation(operationId = "showDutyList", summary = "职责清单", description = "今天有效的一版，随区域包发布；本县没有的，duties 为空。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.HANDLER, Role.LEADER})
    @GetMapping("/api/v1/desk/duty-list")
    DutyListView dutyList(Actor actor) {
        return dispatching
                .dutyList(home(actor))
                .map(it -> new DutyListView(
                        it.label(),
                        it.version(),
                        it.source(),
                        it.effectiveFrom(),
                        it.duties().items()))
                .orElse(new DutyListView(null, null, null, null, List.of()));
    }

    @Operation(
            operationId = "listRefusalGrounds",
            summary = "退回理由",
            description = "退回时从中选一条；needsOffice 的须写明建议由哪个单位办理。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.HANDLER},
            alsoOnPhone = true)
    @GetMapping("/api/v1/desk/refusal-grounds")
    List<Refusal.Ground> grounds(Actor actor) {
        return settings.refusalGrounds(home(actor));
    }

    @Operation(
            operationId = "returnTicket",
            summary = "退回",
            description = "不属本单位职责的，受理前、退回期限内退回，写明理由和建议单位；期限照常计算。第二次被退回的报终审单位，终审确定后不能再退。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE, alsoOnPhone = true)
    @Audited("ticket.return")
    @PostMapping("/api/v1/desk/tickets/{ticket}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody RefuseRequest asked) {
        repeats.atDesk(
                actor,
                "returnTicket",
                ticket,
                key,
                asked,
                () -> dispatching.refuse(actor, ticket, asked.ground(), asked.reason(), asked.office()));
    }

    @Operation(operationId = "ruleOnTicket", summary = "终审", description = "终审单位确定承办单位；承办单位不能再退，台账单位不能改派。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE, alsoOnPhone = true)
    @Audited("ticket.rule")
    @PostMapping("/api/v1/desk/tickets/{ticket}/ruling")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rule(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody RuleRequest asked) {
        repeats.atDesk(
                actor,
                "ruleOnTicket",
                ticket,
                key,
                asked,
                () -> dispatching.rule(actor, ticket, asked.office(), asked.reason()));
    }

    @Operation(operationId = "urgeTicket", summary = "催办", description = "台账单位提醒承办单位（待终审的提醒终审单位）；企业可见。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.urge")
    @PostMapping("/api/v1/desk/tickets/{ticket}/reminder")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void urge(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody UrgeRequest asked) {
        repeats.atDesk(actor, "urgeTicket", ticket, key, asked, () -> dispatching.urge(actor, ticket, asked.text()));
    }

    @Operation(
            operationId = "listTicketBacklogs",
            summary = "各经办人手上的诉求",
            description = "承办人员看本单位的，县局和领导看全县的；人已离岗（active 为假）的排在前面，应移交。不作排名。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.HANDLER, Role.LEADER})
    @GetMapping("/api/v1/desk/ticket-backlogs")
    List<TicketHandlers.Backlog> backlogs(Actor actor) {
        return handlers.backlogs(actor);
    }

    @Operation(operationId = "listTicketHandlers", summary = "本单位的承办人员", description = "供更换经办人、移交时选择。")
    @Allow(staff = Role.HANDLER, alsoOnPhone = true)
    @GetMapping("/api/v1/desk/colleagues")
    List<StaffCard> colleagues(Actor actor) {
        return handlers.colleagues(actor);
    }

    @Operation(operationId = "assignTicket", summary = "更换经办人", description = "换成本单位另一位承办人员，期限不变。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE, alsoOnPhone = true)
    @Audited("ticket.assign")
    @PostMapping("/api/v1/desk/tickets/{ticket}/handler")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody AssignRequest asked) {
        repeats.atDesk(actor, "assignTicket", ticket, key, asked, () -> handlers.assign(actor, ticket, asked.staff()));
    }

    record HandedOver(int tickets) {}

    @Operation(
            operationId = "handOverTickets",
            summary = "移交经办的诉求",
            description = "人员离岗时，把他在本单位经办、未销号的诉求移交给同事；一次至多 200 件，没移交完的再办一次。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE)
    @Audited("ticket.hand-over")
    @PostMapping("/api/v1/desk/ticket-handovers")
    HandedOver handOver(Actor actor, @Valid @RequestBody HandOverRequest asked) {
        return new HandedOver(handlers.handOver(actor, asked.office(), asked.from(), asked.to()));
    }

    private static RegionCode home(Actor actor) {
        return Objects.requireNonNull(actor.scope().home());
    }
}
