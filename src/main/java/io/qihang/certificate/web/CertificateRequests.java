package io.qihang.certificate.web;

import io.qihang.certificate.CertificateLevel;
import io.qihang.certificate.domain.Particulars;
import io.qihang.certificate.domain.ReturnReason;
import io.qihang.storage.FileId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is sent in about certificates. */
final class CertificateRequests {

    private CertificateRequests() {}

    record CertificateRequest(
            @NotBlank(message = "请选择证书类型") @Size(max = 60, message = "证书类型不对，请从列表里选")
            String type,

            @NotNull(message = "请选择级别") CertificateLevel level,

            @NotBlank(message = "请填写证书编号") @Size(max = 60, message = "证书编号不超过 60 字")
            String number,

            @NotNull(message = "请填写发证日期") LocalDate issuedOn,

            @Schema(description = "证书上没有写的不填") @Nullable LocalDate validUntil,

            @NotNull(message = "请上传证书影像") @Size(min = 1, max = 9, message = "请上传 1 到 9 个文件")
            List<@NotNull(message = "文件编号不对") FileId> files) {

        Particulars said() {
            return new Particulars(type, level, number.strip(), issuedOn, validUntil);
        }
    }

    record CertificateDecisionRequest(
            @Schema(description = "打开详情时的 version") @NotNull(message = "请带上打开时的版本号")
            Integer seenVersion) {}

    record CertificateReturnRequest(
            @NotNull(message = "请带上打开时的版本号") Integer seenVersion,

            @NotNull(message = "请选择退回原因") ReturnReason reason,

            @Nullable @Size(max = 200, message = "说明不超过 200 字")
            String note) {

        @Schema(hidden = true)
        @AssertTrue(message = "选了“其他”，请写明原因")
        boolean isOtherExplained() {
            return reason != ReturnReason.OTHER || !text().isEmpty();
        }

        String text() {
            return Objects.requireNonNullElse(note, "").strip();
        }
    }

    record CertificateRevokeRequest(
            @NotNull(message = "请带上打开时的版本号") Integer seenVersion,

            @Schema(description = "从哪天起不再是") @NotNull(message = "请填写从哪天起撤销")
            LocalDate from,

            @NotBlank(message = "请写明撤销的原因和依据") @Size(max = 200, message = "原因不超过 200 字")
            String reason) {}
}
