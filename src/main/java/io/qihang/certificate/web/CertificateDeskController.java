package io.qihang.certificate.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.certificate.CertificateId;
import io.qihang.certificate.CertificateLevel;
import io.qihang.certificate.domain.CertificateCard;
import io.qihang.certificate.domain.CertificateReading;
import io.qihang.certificate.domain.CertificateScreen;
import io.qihang.certificate.domain.CertificateSearch;
import io.qihang.certificate.domain.CertificateStatus;
import io.qihang.certificate.domain.CertificateValidity;
import io.qihang.certificate.domain.ReturnReason;
import io.qihang.certificate.domain.Verifying;
import io.qihang.certificate.web.CertificateRequests.CertificateDecisionRequest;
import io.qihang.certificate.web.CertificateRequests.CertificateReturnRequest;
import io.qihang.certificate.web.CertificateRequests.CertificateRevokeRequest;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.storage.FileId;
import io.qihang.storage.FileLink;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "证书核验")
@RestController
class CertificateDeskController {

    private final Verifying verifying;
    private final CertificateReading reading;

    CertificateDeskController(Verifying verifying, CertificateReading reading) {
        this.verifying = verifying;
        this.reading = reading;
    }

    record CertificateReturnReasonView(ReturnReason code, String name) {}

    @Operation(operationId = "listCertificateReturnReasons", summary = "退回证书的原因")
    @Allow(staff = Role.COUNTY_OFFICER)
    @GetMapping("/api/v1/desk/certificate-return-reasons")
    List<CertificateReturnReasonView> reasons() {
        return Arrays.stream(ReturnReason.values())
                .map(it -> new CertificateReturnReasonView(it, it.label()))
                .toList();
    }

    @Operation(operationId = "listCertificates", summary = "证书列表", description = "只列出职责范围内的，等得最久的在前；默认只列待核验的。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/certificates")
    Page<CertificateCard> list(
            Actor actor,
            @RequestParam(defaultValue = "SUBMITTED") CertificateStatus status,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable CertificateLevel level,
            @RequestParam(required = false) CertificateValidity.@Nullable State validity,
            @ParameterObject PageRequest page) {
        return reading.search(actor, new CertificateSearch(status, type, level, validity), page);
    }

    @Operation(operationId = "listEnterpriseCertificates", summary = "一家企业的证书", description = "只列本人办理范围内的，最近提交的在前。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/enterprises/{enterprise}/certificates")
    Page<CertificateCard> ofEnterprise(
            Actor actor, @PathVariable EnterpriseId enterprise, @ParameterObject PageRequest page) {
        return reading.ofEnterpriseWithin(actor, enterprise, page);
    }

    @Operation(operationId = "showCertificate", summary = "证书详情和经过")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/certificates/{certificate}")
    CertificateScreen show(Actor actor, @PathVariable CertificateId certificate) {
        return reading.show(actor, certificate);
    }

    @Operation(operationId = "viewCertificateFile", summary = "查看证书影像", description = "返回 5 分钟内有效的下载地址，每次查看都有记录。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER},
            rate = RateClass.WRITE)
    @Audited("file.link")
    @PostMapping("/api/v1/desk/certificates/{certificate}/files/{file}/link")
    FileLink link(Actor actor, @PathVariable CertificateId certificate, @PathVariable FileId file) {
        return verifying.link(actor, certificate, file);
    }

    @Operation(operationId = "verifyCertificate", summary = "核验通过", description = "证书从发证日期起成为企业的事实，到有效期截止日为止。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("certificate.verify")
    @PostMapping("/api/v1/desk/certificates/{certificate}/verification")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verify(
            Actor actor,
            @PathVariable CertificateId certificate,
            @Valid @RequestBody CertificateDecisionRequest request) {
        verifying.verify(actor, certificate, request.seenVersion());
    }

    @Operation(operationId = "returnCertificate", summary = "退回证书", description = "企业改好后可以重新提交。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("certificate.return")
    @PostMapping("/api/v1/desk/certificates/{certificate}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(
            Actor actor,
            @PathVariable CertificateId certificate,
            @Valid @RequestBody CertificateReturnRequest request) {
        verifying.giveBack(actor, certificate, request.seenVersion(), request.reason(), request.text());
    }

    @Operation(
            operationId = "revokeCertificate",
            summary = "撤销认定",
            description = "认定被取消的，从取消之日起企业不再有这一事实；核验有误的，从发证日期起撤销。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("certificate.revoke")
    @PostMapping("/api/v1/desk/certificates/{certificate}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(
            Actor actor,
            @PathVariable CertificateId certificate,
            @Valid @RequestBody CertificateRevokeRequest request) {
        verifying.revoke(actor, certificate, request.seenVersion(), request.from(), request.reason());
    }
}
