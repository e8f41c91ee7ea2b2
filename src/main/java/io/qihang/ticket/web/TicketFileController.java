package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.Client;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.storage.FileId;
import io.qihang.storage.FileLink;
import io.qihang.storage.UploadForm;
import io.qihang.storage.UploadRequest;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.SendingFiles;
import io.qihang.ticket.domain.TicketReading;
import io.qihang.ticket.web.TicketRequests.FilesRequest;
import io.qihang.ticket.web.TicketViews.TrackView;
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

@Tag(name = "诉求材料")
@RestController
class TicketFileController {

    private static final String FORM = "返回的表单只能传这一个文件，5 分钟内有效。没有传成也可以先提出诉求，以后再补。用法见 upload.md。";
    private static final String LINK = "返回 5 分钟内有效的下载地址，每次查看都有记录。";

    private final SendingFiles sending;
    private final TicketReading reading;
    private final Repeats repeats;

    TicketFileController(SendingFiles sending, TicketReading reading, Repeats repeats) {
        this.sending = sending;
        this.reading = reading;
        this.repeats = repeats;
    }

    @Operation(operationId = "openTicketUpload", summary = "申请上传诉求材料", description = FORM)
    @Allow(person = true, rate = RateClass.UPLOAD)
    @PostMapping("/api/v1/enterprises/{enterprise}/ticket-files")
    @ResponseStatus(HttpStatus.CREATED)
    UploadForm openUpload(
            Actor actor, @PathVariable EnterpriseId enterprise, @Valid @RequestBody UploadRequest request) {
        return sending.openByMember(actor, enterprise, request);
    }

    @Operation(operationId = "sendTicketFiles", summary = "补交诉求材料", description = "销号前由提出诉求的人补交，连同原有的不超过上限；交了不能撤。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("ticket.send-files")
    @PostMapping("/api/v1/tickets/{ticket}/files")
    TrackView send(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody FilesRequest asked) {
        repeats.once(actor, "sendTicketFiles", ticket, key, asked, () -> sending.sendOn(actor, ticket, asked.files()));
        return TrackView.of(reading.track(actor, ticket));
    }

    @Operation(operationId = "openTicketFile", summary = "查看诉求材料或办理佐证", description = LINK)
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("file.link")
    @PostMapping("/api/v1/tickets/{ticket}/files/{file}/link")
    FileLink open(Actor actor, @PathVariable TicketId ticket, @PathVariable FileId file) {
        return sending.openFile(actor, ticket, file);
    }

    @Operation(operationId = "openTicketUploadInField", summary = "服务专员申请上传诉求材料", description = "只限本人今天帮包的企业。" + FORM)
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.UPLOAD)
    @PostMapping("/api/v1/field/enterprises/{enterprise}/ticket-files")
    @ResponseStatus(HttpStatus.CREATED)
    UploadForm openUploadInField(
            Actor actor, @PathVariable EnterpriseId enterprise, @Valid @RequestBody UploadRequest request) {
        return sending.openInField(actor, enterprise, request);
    }

    @Operation(
            operationId = "sendRaisedTicketFiles",
            summary = "服务专员补交诉求材料",
            description = "销号前补交本人登记的诉求的材料，连同原有的不超过上限。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("ticket.send-files")
    @PostMapping("/api/v1/field/tickets/{ticket}/files")
    TrackView sendInField(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody FilesRequest asked) {
        repeats.once(
                actor,
                "sendRaisedTicketFiles",
                ticket,
                key,
                asked,
                () -> sending.sendOnInField(actor, ticket, asked.files()));
        return TrackView.of(reading.show(actor, ticket));
    }

    @Operation(operationId = "openRaisedTicketFile", summary = "服务专员查看诉求材料或办理佐证", description = LINK)
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("file.link")
    @PostMapping("/api/v1/field/tickets/{ticket}/files/{file}/link")
    FileLink openInField(Actor actor, @PathVariable TicketId ticket, @PathVariable FileId file) {
        return sending.viewFile(actor, ticket, file);
    }
}
