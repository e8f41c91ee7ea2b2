package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.TicketClosing;
import io.qihang.ticket.web.OutcomeRequests.SuspensionRequest;
import io.qihang.ticket.web.TicketRequests.ReasonRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "诉求销号与挂账")
@RestController
class TicketClosingController {

    private final TicketClosing closing;
    private final Repeats repeats;

    TicketClosingController(TicketClosing closing, Repeats repeats) {
        this.closing = closing;
        this.repeats = repeats;
    }

    @Operation(operationId = "askSuspension", summary = "申请挂账", description = "承办单位说明办不成的原因、由谁决定；办结期限照常计算，直到台账单位同意。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE)
    @Audited("ticket.ask-suspension")
    @PostMapping("/api/v1/desk/tickets/{ticket}/suspension-request")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askSuspension(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody SuspensionRequest asked) {
        repeats.atDesk(
                actor,
                "askSuspension",
                ticket,
                key,
                asked,
                () -> closing.askSuspension(actor, ticket, asked.reason(), asked.terms()));
    }

    @Operation(operationId = "suspendTicket", summary = "挂账", description = "台账单位同意挂账，或继续挂账；仍为未销号，到复核日再看。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.suspend")
    @PostMapping("/api/v1/desk/tickets/{ticket}/suspension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void suspend(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody SuspensionRequest asked) {
        repeats.atDesk(
                actor,
                "suspendTicket",
                ticket,
                key,
                asked,
                () -> closing.suspend(actor, ticket, asked.reason(), asked.terms()));
    }

    @Operation(operationId = "refuseSuspension", summary = "不同意挂账")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.refuse-suspension")
    @PostMapping("/api/v1/desk/tickets/{ticket}/suspension-refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuseSuspension(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonRequest asked) {
        repeats.atDesk(
                actor,
                "refuseSuspension",
                ticket,
                key,
                asked,
                () -> closing.refuseSuspension(actor, ticket, asked.reason()));
    }

    @Operation(operationId = "resumeTicket", summary = "恢复办理", description = "挂账的诉求可以办了；办结期限重新起算。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.HANDLER},
            rate = RateClass.WRITE)
    @Audited("ticket.resume")
    @PostMapping("/api/v1/desk/tickets/{ticket}/resumption")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonRequest asked) {
        repeats.atDesk(actor, "resumeTicket", ticket, key, asked, () -> closing.resume(actor, ticket, asked.reason()));
    }

    @Operation(
            operationId = "closeUnanswered",
            summary = "按未回应销号",
            description = "企业确认期满仍未回应的，由台账单位核实后销号；结果为“未回应”，不算满意。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.close-unanswered")
    @PostMapping("/api/v1/desk/tickets/{ticket}/unanswered")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeUnanswered(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonRequest asked) {
        repeats.atDesk(
                actor,
                "closeUnanswered",
                ticket,
                key,
                asked,
                () -> closing.closeUnanswered(actor, ticket, asked.reason()));
    }

    @Operation(operationId = "reopenClosedTicket", summary = "重新立项", description = "编号和办理过程保留，期限重新起算。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.reopen")
    @PostMapping("/api/v1/desk/tickets/{ticket}/reopening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonRequest asked) {
        repeats.atDesk(
                actor,
                "reopenClosedTicket",
                ticket,
                key,
                asked,
                () -> closing.reopenByLedger(actor, ticket, asked.reason()));
    }
}
