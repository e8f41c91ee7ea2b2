package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.storage.FileId;
import io.qihang.storage.FileLink;
import io.qihang.storage.UploadForm;
import io.qihang.storage.UploadRequest;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.SendingFiles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "办理佐证")
@RestController
class TicketFileDeskController {

    private final SendingFiles sending;

    TicketFileDeskController(SendingFiles sending) {
        this.sending = sending;
    }

    @Operation(
            operationId = "openEnteredTicketUpload",
            summary = "台账单位申请上传来件",
            description = "纸质来件的扫描等，随 enterTicket 提交。返回的表单只能传这一个文件，5 分钟内有效。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.UPLOAD)
    @PostMapping("/api/v1/desk/enterprises/{enterprise}/ticket-files")
    @ResponseStatus(HttpStatus.CREATED)
    UploadForm openUpload(
            Actor actor, @PathVariable EnterpriseId enterprise, @Valid @RequestBody UploadRequest request) {
        return sending.openByLedger(actor, enterprise, request);
    }

    @Operation(
            operationId = "openEvidenceUpload",
            summary = "承办单位申请上传办理佐证",
            description = "随办理进展、答复或办结答复提交，企业看得到。返回的表单只能传这一个文件，5 分钟内有效。")
    @Allow(staff = Role.HANDLER, rate = RateClass.UPLOAD, alsoOnPhone = true)
    @PostMapping("/api/v1/desk/tickets/{ticket}/evidence-files")
    @ResponseStatus(HttpStatus.CREATED)
    UploadForm openEvidence(Actor actor, @PathVariable TicketId ticket, @Valid @RequestBody UploadRequest request) {
        return sending.openEvidence(actor, ticket, request);
    }

    @Operation(operationId = "viewTicketFile", summary = "查看诉求材料或办理佐证", description = "返回 5 分钟内有效的下载地址，每次查看都有记录。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.HANDLER, Role.LEADER, Role.COMMISSIONER},
            rate = RateClass.WRITE,
            alsoOnPhone = true)
    @Audited("file.link")
    @PostMapping("/api/v1/desk/tickets/{ticket}/files/{file}/link")
    FileLink view(Actor actor, @PathVariable TicketId ticket, @PathVariable FileId file) {
        return sending.viewFile(actor, ticket, file);
    }
}
