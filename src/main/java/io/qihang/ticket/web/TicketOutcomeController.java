package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.TicketOutcomes;
import io.qihang.ticket.web.OutcomeRequests.ProposeRequest;
import io.qihang.ticket.web.TicketRequests.ReasonRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "诉求销号与挂账")
@RestController
class TicketOutcomeController {

    private final TicketOutcomes outcomes;

    TicketOutcomeController(TicketOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Operation(
            operationId = "proposeOutcome",
            summary = "提出办理结果",
            description = "承办单位提出按已解释、联系不上、不属本级或未回应销号，写明原因和佐证；台账单位确认后才生效，之前期限照常计算。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE, alsoOnPhone = true)
    @Audited("ticket.propose-outcome")
    @PostMapping("/api/v1/desk/tickets/{ticket}/outcome-proposal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void propose(Actor actor, @PathVariable TicketId ticket, @Valid @RequestBody ProposeRequest asked) {
        outcomes.propose(actor, ticket, asked.outcome(), asked.reason(), asked.evidence(), asked.attached());
    }

    @Operation(operationId = "confirmOutcome", summary = "确认办理结果", description = "台账单位同意承办单位提出的结果，销号；不算满意。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.confirm-outcome")
    @PostMapping("/api/v1/desk/tickets/{ticket}/outcome-confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(Actor actor, @PathVariable TicketId ticket, @Valid @RequestBody ReasonRequest asked) {
        outcomes.confirm(actor, ticket, asked.reason());
    }

    @Operation(operationId = "refuseOutcome", summary = "不同意办理结果", description = "回到办理中，期限不变。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.refuse-outcome")
    @PostMapping("/api/v1/desk/tickets/{ticket}/outcome-refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(Actor actor, @PathVariable TicketId ticket, @Valid @RequestBody ReasonRequest asked) {
        outcomes.refuse(actor, ticket, asked.reason());
    }
}
