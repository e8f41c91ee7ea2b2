package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.ticket.domain.ImportingTickets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@Tag(name = "诉求台账")
@RestController
class TicketImportController {

    private final ImportingTickets importing;

    TicketImportController(ImportingTickets importing) {
        this.importing = importing;
    }

    @Operation(
            operationId = "importTickets",
            summary = "从 Excel 导入诉求",
            description = "mode=dry-run 只检查，逐行说明错误；mode=apply 全部正确才导入。xlsx，一次不超过 500 件；列为统一社会信用代码、类别、标题、"
                    + "内容、来源、收到时间，可加“来源说明”（例如 12345 工单号）。期限从各自的收到时间起算；已经登记过的会指出，同一文件导入两次不会重复。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.BULK)
    @Audited("ticket.import")
    @PostMapping(path = "/api/v1/desk/tickets/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportingTickets.Report importFile(
            Actor actor,
            @RequestParam @Pattern(regexp = "dry-run|apply", message = "mode 只能是 dry-run 或 apply") String mode,
            @RequestPart MultipartFile file)
            throws IOException {
        return mode.equals("apply")
                ? importing.apply(actor, file.getBytes())
                : importing.dryRun(actor, file.getBytes());
    }
}
