package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.TicketAssisting;
import io.qihang.ticket.web.DispatchRequests.AssistRequest;
import io.qihang.ticket.web.TicketRequests.AnswerRequest;
import io.qihang.ticket.web.TicketRequests.NoteRequest;
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

@Tag(name = "诉求协办")
@RestController
class TicketAssistController {

    private final Repeats repeats;
    private final TicketAssisting assisting;

    TicketAssistController(TicketAssisting assisting, Repeats repeats) {
        this.repeats = repeats;
        this.assisting = assisting;
    }

    @Operation(
            operationId = "askAssist",
            summary = "请其他单位协办",
            description = "主办单位或台账单位提出；协办单位有自己的状态和期限，全部办结或撤回后主办单位才能办结答复。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.HANDLER},
            rate = RateClass.WRITE)
    @Audited("ticket.ask-assist")
    @PostMapping("/api/v1/desk/tickets/{ticket}/assists")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody AssistRequest asked) {
        repeats.atDesk(
                actor,
                "askAssist",
                ticket,
                key,
                asked,
                () -> assisting.ask(actor, ticket, asked.office(), asked.matter()));
    }

    @Operation(operationId = "acceptAssist", summary = "受理协办")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE, alsoOnPhone = true)
    @Audited("ticket.accept-assist")
    @PostMapping("/api/v1/desk/tickets/{ticket}/assists/{no}/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(
            Actor actor,
            @PathVariable TicketId ticket,
            @PathVariable int no,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody NoteRequest asked) {
        repeats.atDesk(
                actor,
                "acceptAssist " + no,
                ticket,
                key,
                asked,
                () -> assisting.accept(actor, ticket, no, asked.text()));
    }

    @Operation(operationId = "finishAssist", summary = "协办办结", description = "写明结果和佐证，交主办单位。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE, alsoOnPhone = true)
    @Audited("ticket.finish-assist")
    @PostMapping("/api/v1/desk/tickets/{ticket}/assists/{no}/result")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void finish(
            Actor actor,
            @PathVariable TicketId ticket,
            @PathVariable int no,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody AnswerRequest asked) {
        repeats.atDesk(
                actor,
                "finishAssist " + no,
                ticket,
                key,
                asked,
                () -> assisting.finish(actor, ticket, no, asked.text(), asked.evidence(), asked.attached()));
    }

    @Operation(operationId = "withdrawAssist", summary = "撤回协办", description = "不再需要的，主办单位或台账单位写明原因撤回。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.HANDLER},
            rate = RateClass.WRITE)
    @Audited("ticket.withdraw-assist")
    @PostMapping("/api/v1/desk/tickets/{ticket}/assists/{no}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(
            Actor actor,
            @PathVariable TicketId ticket,
            @PathVariable int no,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonRequest asked) {
        repeats.atDesk(
                actor,
                "withdrawAssist " + no,
                ticket,
                key,
                asked,
                () -> assisting.withdraw(actor, ticket, no, asked.reason()));
    }
}
