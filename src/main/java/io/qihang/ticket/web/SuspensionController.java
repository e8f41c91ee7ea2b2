package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.web.Spreadsheets;
import io.qihang.ticket.domain.SuspensionLine;
import io.qihang.ticket.domain.Suspensions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "诉求销号与挂账")
@RestController
class SuspensionController {

    private final Suspensions suspensions;

    SuspensionController(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Operation(operationId = "listSuspensions", summary = "挂账登记", description = "现在挂账的诉求：为什么、由谁决定、哪天复核，最早复核的在前。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/ticket-suspensions")
    Page<SuspensionLine> list(Actor actor, @ParameterObject PageRequest page) {
        return suspensions.list(actor, page);
    }

    @Operation(operationId = "exportSuspensions", summary = "导出挂账登记", description = "Excel，现在挂账的全部。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.LEADER},
            rate = RateClass.BULK)
    @Audited("ticket.export-suspensions")
    @GetMapping(path = "/api/v1/desk/ticket-suspension-sheet", produces = Spreadsheets.XLSX)
    ResponseEntity<byte[]> export(Actor actor) {
        return Spreadsheets.download("挂账登记.xlsx", SuspensionSheet.write(suspensions.export(actor)));
    }
}
