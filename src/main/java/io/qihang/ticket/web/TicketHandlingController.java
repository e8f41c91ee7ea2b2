package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.TicketHandling;
import io.qihang.ticket.web.TicketRequests.AnswerRequest;
import io.qihang.ticket.web.TicketRequests.DispatchRequest;
import io.qihang.ticket.web.TicketRequests.NoteRequest;
import io.qihang.ticket.web.TicketRequests.TextRequest;
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

@Tag(name = "诉求办理")
@RestController
class TicketHandlingController {

    private final TicketHandling handling;
    private final Repeats repeats;

    TicketHandlingController(TicketHandling handling, Repeats repeats) {
        this.handling = handling;
        this.repeats = repeats;
    }

    @Operation(operationId = "dispatchTicket", summary = "分派", description = "台账单位分派给承办单位，或改派。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.dispatch")
    @PostMapping("/api/v1/desk/tickets/{ticket}/dispatch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dispatch(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody DispatchRequest asked) {
        repeats.atDesk(
                actor,
                "dispatchTicket",
                ticket,
                key,
                asked,
                () -> handling.dispatch(actor, ticket, asked.office(), asked.note()));
    }

    @Operation(operationId = "acceptTicket", summary = "受理")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE, alsoOnPhone = true)
    @Audited("ticket.accept")
    @PostMapping("/api/v1/desk/tickets/{ticket}/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody NoteRequest asked) {
        repeats.atDesk(actor, "acceptTicket", ticket, key, asked, () -> handling.accept(actor, ticket, asked.text()));
    }

    @Operation(operationId = "noteProgress", summary = "办理进展", description = "企业可见；不代替答复。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE, alsoOnPhone = true)
    @Audited("ticket.progress")
    @PostMapping("/api/v1/desk/tickets/{ticket}/progress")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void progress(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody TextRequest asked) {
        repeats.atDesk(
                actor,
                "noteProgress",
                ticket,
                key,
                asked,
                () -> handling.progress(actor, ticket, asked.text(), asked.attached()));
    }

    @Operation(operationId = "replyToTicket", summary = "答复", description = "告诉企业怎么办、何时办；“答复”期限到此为止，继续办理。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE, alsoOnPhone = true)
    @Audited("ticket.reply")
    @PostMapping("/api/v1/desk/tickets/{ticket}/reply")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reply(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody TextRequest asked) {
        repeats.atDesk(
                actor,
                "replyToTicket",
                ticket,
                key,
                asked,
                () -> handling.reply(actor, ticket, asked.text(), asked.attached()));
    }

    @Operation(operationId = "answerTicket", summary = "办结答复", description = "写明结果和佐证，请企业确认。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE, alsoOnPhone = true)
    @Audited("ticket.answer")
    @PostMapping("/api/v1/desk/tickets/{ticket}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody AnswerRequest asked) {
        repeats.atDesk(
                actor,
                "answerTicket",
                ticket,
                key,
                asked,
                () -> handling.answer(actor, ticket, asked.text(), asked.evidence(), asked.attached()));
    }
}
