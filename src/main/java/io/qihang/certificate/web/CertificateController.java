package io.qihang.certificate.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.certificate.CertificateId;
import io.qihang.certificate.CertificateLevel;
import io.qihang.certificate.domain.CertificateCard;
import io.qihang.certificate.domain.CertificateReading;
import io.qihang.certificate.domain.CertificateScreen;
import io.qihang.certificate.domain.CertificateTypes;
import io.qihang.certificate.domain.HandingIn;
import io.qihang.certificate.web.CertificateRequests.CertificateRequest;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.qihang.storage.FileId;
import io.qihang.storage.FileLink;
import io.qihang.storage.UploadForm;
import io.qihang.storage.UploadRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "企业证书")
@RestController
class CertificateController {

    private static final String KEY = "Idempotency-Key";

    private final HandingIn handingIn;
    private final CertificateReading reading;
    private final CertificateTypes types;
    private final IdempotentRequests requests;

    CertificateController(
            HandingIn handingIn, CertificateReading reading, CertificateTypes types, IdempotentRequests requests) {
        this.handingIn = handingIn;
        this.reading = reading;
        this.types = types;
        this.requests = requests;
    }

    record CertificateLevelView(CertificateLevel code, String name) {}

    record CertificateTypeView(
            String code,
            String name,
            List<CertificateLevelView> levels,

            @Schema(description = "通常有效几年；文件没有写的为空") @Nullable
            Integer validYears,

            @Schema(description = "文件没有写清、待县确认的内容") @Nullable
            String note) {}

    @Operation(operationId = "listCertificateTypes", summary = "证书类型", description = "政策文件里提到的认定、称号和各自的级别。")
    @Allow(anyone = true)
    @GetMapping("/api/v1/regions/{county}/certificate-types")
    List<CertificateTypeView> types(@PathVariable RegionCode county) {
        return types.offered(county).stream()
                .map(it -> new CertificateTypeView(
                        it.code(),
                        it.name(),
                        it.levels().stream()
                                .map(level -> new CertificateLevelView(level, level.label()))
                                .toList(),
                        it.validYears(),
                        it.note()))
                .toList();
    }

    @Operation(
            operationId = "openCertificateUpload",
            summary = "申请上传证书影像",
            description = "返回一个上传表单，只能传这一个文件，5 分钟内有效，过期重新申请。用法见 upload.md。")
    @Allow(person = true, rate = RateClass.UPLOAD)
    @PostMapping("/api/v1/enterprises/{enterprise}/certificate-files")
    @ResponseStatus(HttpStatus.CREATED)
    UploadForm openUpload(
            Actor actor, @PathVariable EnterpriseId enterprise, @Valid @RequestBody UploadRequest request) {
        return handingIn.openUpload(actor, enterprise, request);
    }

    @Operation(operationId = "submitCertificate", summary = "交证书", description = "文件要先上传并提交（commitUpload）。县局核验后生效。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("certificate.submit")
    @PostMapping("/api/v1/enterprises/{enterprise}/certificates")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CertificateScreen> submit(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody CertificateRequest request) {
        CertificateId id = requests.once(
                actor.account(),
                "submitCertificate " + enterprise,
                key,
                request,
                CertificateId.class,
                () -> handingIn.submit(actor, enterprise, request.said(), request.files()));
        return ResponseEntity.created(URI.create("/api/v1/certificates/" + id)).body(track(actor, id));
    }

    @Operation(
            operationId = "listOwnCertificates",
            summary = "本企业的证书",
            description = "最近提交的在前，写明状态和还有几天到期；waiting=true 只列等企业办的：被退回的、快到期和已经到期的。")
    @Allow(person = true)
    @GetMapping("/api/v1/enterprises/{enterprise}/certificates")
    Page<CertificateCard> list(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @RequestParam(defaultValue = "false") boolean waiting,
            @ParameterObject PageRequest page) {
        return reading.ofEnterprise(actor, enterprise, waiting, page);
    }

    @Operation(operationId = "trackCertificate", summary = "证书详情和经过")
    @Allow(person = true)
    @GetMapping("/api/v1/certificates/{certificate}")
    CertificateScreen track(Actor actor, @PathVariable CertificateId certificate) {
        return reading.track(actor, certificate);
    }

    @Operation(
            operationId = "resubmitCertificate",
            summary = "重新提交被退回的证书",
            description = "文件以这次列出的为准：沿用的列上原来的编号，不再列的会删除。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("certificate.resubmit")
    @PostMapping("/api/v1/certificates/{certificate}/resubmission")
    CertificateScreen resubmit(
            Actor actor,
            @PathVariable CertificateId certificate,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody CertificateRequest request) {
        once(
                actor,
                "resubmitCertificate",
                certificate,
                key,
                request,
                () -> handingIn.resubmit(actor, certificate, request.said(), request.files()));
        return track(actor, certificate);
    }

    @Operation(operationId = "withdrawCertificate", summary = "撤回还没有核验通过的证书", description = "上传的影像随即删除。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("certificate.withdraw")
    @PostMapping("/api/v1/certificates/{certificate}/withdrawal")
    CertificateScreen withdraw(
            Actor actor,
            @PathVariable CertificateId certificate,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        once(actor, "withdrawCertificate", certificate, key, certificate, () -> handingIn.withdraw(actor, certificate));
        return track(actor, certificate);
    }

    @Operation(operationId = "openCertificateFile", summary = "查看证书影像", description = "返回 5 分钟内有效的下载地址，每次查看都有记录。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("file.link")
    @PostMapping("/api/v1/certificates/{certificate}/files/{file}/link")
    FileLink link(Actor actor, @PathVariable CertificateId certificate, @PathVariable FileId file) {
        return handingIn.link(actor, certificate, file);
    }

    private void once(
            Actor actor, String operation, CertificateId id, @Nullable String key, Object said, Runnable work) {
        requests.once(actor.account(), operation + " " + id, key, said, CertificateId.class, () -> {
            work.run();
            return id;
        });
    }
}
