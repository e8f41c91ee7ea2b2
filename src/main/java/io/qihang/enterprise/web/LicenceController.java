package io.qihang.enterprise.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.domain.RegistrationId;
import io.qihang.enterprise.domain.SendingLicences;
import io.qihang.storage.FileId;
import io.qihang.storage.FileLink;
import io.qihang.storage.UploadForm;
import io.qihang.storage.UploadRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "营业执照照片")
@RestController
class LicenceController {

    private final SendingLicences sending;

    LicenceController(SendingLicences sending) {
        this.sending = sending;
    }

    record LicenceRequest(
            @Schema(description = "已提交（commitUpload）的文件") @NotNull(message = "请先上传营业执照照片")
            FileId file) {}

    @Operation(
            operationId = "openRegistrationLicenceUpload",
            summary = "申请上传登记用的营业执照照片",
            description = "只有待核实和被退回的登记才要。返回的表单只能传这一张，5 分钟内有效。用法见 upload.md。")
    @Allow(person = true, rate = RateClass.UPLOAD)
    @PostMapping("/api/v1/registrations/{registration}/licence-files")
    @ResponseStatus(HttpStatus.CREATED)
    UploadForm openUpload(
            Actor actor, @PathVariable RegistrationId registration, @Valid @RequestBody UploadRequest request) {
        return sending.openUpload(actor, registration, request);
    }

    @Operation(
            operationId = "sendRegistrationLicence",
            summary = "提交登记用的营业执照照片",
            description = "照片要先上传并提交（commitUpload）。换照片再送一次，原来的删除；重复送同一张，结果相同。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("registration.licence")
    @PutMapping("/api/v1/registrations/{registration}/licence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void send(Actor actor, @PathVariable RegistrationId registration, @Valid @RequestBody LicenceRequest request) {
        sending.send(actor, registration, request.file());
    }

    @Operation(
            operationId = "openRegistrationLicence",
            summary = "查看本人登记的营业执照照片",
            description = "返回 5 分钟内有效的下载地址，每次查看都有记录。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("file.link")
    @PostMapping("/api/v1/registrations/{registration}/licence/link")
    FileLink open(Actor actor, @PathVariable RegistrationId registration) {
        return sending.open(actor, registration);
    }

    @Operation(
            operationId = "openMemberLicenceUpload",
            summary = "申请上传证明身份用的营业执照照片",
            description = "身份还是自报的，愿意交照片请工作人员核对的才用。用法见 upload.md。")
    @Allow(person = true, rate = RateClass.UPLOAD)
    @PostMapping("/api/v1/enterprises/{enterprise}/licence-files")
    @ResponseStatus(HttpStatus.CREATED)
    UploadForm openUpload(
            Actor actor, @PathVariable EnterpriseId enterprise, @Valid @RequestBody UploadRequest request) {
        return sending.openUpload(actor, enterprise, request);
    }

    @Operation(operationId = "sendMemberLicence", summary = "提交证明身份用的营业执照照片", description = "确认前可以换，原来的删除；申请未获同意的随即删除。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("membership.licence")
    @PutMapping("/api/v1/enterprises/{enterprise}/licence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void send(Actor actor, @PathVariable EnterpriseId enterprise, @Valid @RequestBody LicenceRequest request) {
        sending.send(actor, enterprise, request.file());
    }

    @Operation(operationId = "openMemberLicence", summary = "查看本人交的营业执照照片", description = "返回 5 分钟内有效的下载地址，每次查看都有记录。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("file.link")
    @PostMapping("/api/v1/enterprises/{enterprise}/licence/link")
    FileLink open(Actor actor, @PathVariable EnterpriseId enterprise) {
        return sending.open(actor, enterprise);
    }
}
