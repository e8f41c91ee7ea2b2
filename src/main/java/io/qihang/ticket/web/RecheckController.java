package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.Rechecks;
import io.qihang.ticket.web.OutcomeRequests.RecheckRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "持续跟踪")
@RestController
class RecheckController {

    private final Rechecks rechecks;

    RecheckController(Rechecks rechecks) {
        this.rechecks = rechecks;
    }

    @Operation(
            operationId = "listRechecks",
            summary = "待回访的诉求",
            description = "销号满若干天（设置）问过企业、还没有回答的，问得最早的在前；台账单位可以打电话问。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/ticket-rechecks")
    Page<Rechecks.WaitingRecheck> waiting(Actor actor, @ParameterObject PageRequest page) {
        return rechecks.waiting(actor, page);
    }

    @Operation(operationId = "recordRecheck", summary = "代记回访", description = "电话问到企业的话，由台账单位记下；又出现了的，随即重新立项，编号和经过不变。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.answer-recheck")
    @PostMapping("/api/v1/desk/tickets/{ticket}/recheck")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void record(Actor actor, @PathVariable TicketId ticket, @Valid @RequestBody RecheckRequest said) {
        rechecks.answerByLedger(actor, ticket, said.solved(), said.note());
    }
}
