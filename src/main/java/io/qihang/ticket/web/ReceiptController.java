package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.Receipts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "回执")
@RestController
class ReceiptController {

    private final Receipts receipts;

    ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    record ReceiptRequest(
            @NotBlank(message = "请填写诉求编号") @Size(max = 30, message = "诉求编号不对，请照回执填写")
            String number,

            @NotBlank(message = "请填写查询码") @Size(max = 30, message = "查询码不对，请照回执填写")
            String secret) {}

    @Operation(operationId = "printReceipt", summary = "打印回执", description = "编号和查询码，印在纸质回执上；每次打印都一样。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.print-receipt")
    @PostMapping("/api/v1/desk/tickets/{ticket}/receipt")
    Receipts.TicketReceipt print(Actor actor, @PathVariable TicketId ticket) {
        return receipts.print(actor, ticket);
    }

    @Operation(
            operationId = "readReceipt",
            summary = "凭回执查询",
            description = "不用登录，凭编号和查询码看到办到哪一步、在哪个单位、期限到哪天；不含诉求内容和任何人的信息。查询码不对和没有这个编号，回答一样。")
    @Allow(anyone = true, rate = RateClass.LOOKUP)
    @PostMapping("/api/v1/ticket-receipts")
    Receipts.ReceiptStatus read(@Valid @RequestBody ReceiptRequest asked) {
        return receipts.read(asked.number(), asked.secret());
    }
}
