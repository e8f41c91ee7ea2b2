package io.qihang.policy.web;

import io.qihang.platform.RegionCode;
import io.qihang.policy.domain.Audience;
import io.qihang.policy.domain.Content;
import io.qihang.policy.domain.Particulars;
import io.qihang.policy.domain.PolicyAnswer;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the desk sends about policies. */
final class PolicyRequests {

    private PolicyRequests() {}

    record ParticularsRequest(
            @NotNull(message = "请选择文件种类") Particulars.Kind kind,

            @Nullable @Size(max = 200, message = "标题不超过 200 字")
            String title,

            @NotBlank(message = "请填写简称") @Size(max = 100, message = "简称不超过 100 字")
            String shortTitle,

            @Nullable @Size(max = 100, message = "发文机关不超过 100 字")
            String issuer,

            @Nullable @Size(max = 50, message = "文号不超过 50 字")
            String documentNumber,

            @Nullable LocalDate issuedOn,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodUntil,
            @Nullable LocalDate applyFrom,
            @Nullable LocalDate applyUntil,

            @Nullable @Size(max = 100, message = "受理单位不超过 100 字")
            String applyOffice,

            @Nullable @Size(max = 200, message = "申报渠道不超过 200 字")
            String applyChannel,

            @Nullable @Size(max = 500, message = "说明不超过 500 字")
            String remark) {

        Particulars particulars() {
            return new Particulars(
                    kind,
                    title,
                    shortTitle.strip(),
                    issuer,
                    documentNumber,
                    issuedOn,
                    publishedOn,
                    effectiveFrom,
                    effectiveUntil,
                    periodFrom,
                    periodUntil,
                    applyFrom,
                    applyUntil,
                    applyOffice,
                    applyChannel,
                    remark);
        }
    }

    record FactRequest(
            @NotNull(message = "请选择企业事实") @Pattern(regexp = "[a-z][a-z0-9_]{1,59}", message = "没有这项企业事实")
            String fact,

            @NotBlank(message = "请填写企业事实的值") @Size(max = 100, message = "企业事实的值不超过 100 字")
            String value) {}

    record AudienceRequest(
            @Nullable @Size(max = 200, message = "区划不超过 200 个")
            Set<RegionCode> regions,

            @Nullable @Size(max = 100, message = "行业不超过 100 个")
            Set<@Pattern(regexp = "[A-T](\\d\\d)?", message = "行业代码应为门类字母，或门类字母加两位大类，如 C13") String> industries,

            @Nullable @Size(max = 20, message = "企业事实不超过 20 项")
            List<@Valid @NotNull(message = "请选择企业事实") FactRequest> facts) {

        Audience audience() {
            return new Audience(
                    Objects.requireNonNullElse(regions, Set.of()),
                    Objects.requireNonNullElse(industries, Set.of()),
                    facts == null
                            ? List.of()
                            : facts.stream()
                                    .map(it -> new Audience.FactEquals(it.fact(), it.value()))
                                    .toList());
        }
    }

    record ContentRequest(
            @Valid @NotNull(message = "请填写文件要素") ParticularsRequest particulars,

            @Valid @Nullable AudienceRequest audience,

            @NotBlank(message = "请填写正文") @Size(max = Content.MAX_LENGTH, message = "正文不超过 60000 字")
            String text) {

        Content content() {
            return new Content(
                    particulars.particulars(), audience == null ? Audience.EVERYONE : audience.audience(), text);
        }
    }

    record DraftRequest(
            @NotNull(message = "请填写政策所属的区划代码") RegionCode region,

            @Valid @NotNull(message = "请填写政策内容") ContentRequest content) {}

    record PolicyAnswerRequest(
            @NotNull(message = "请选择：我要申报、不适合、请联系我") PolicyAnswer.Kind kind,

            @Schema(description = "不适合的原因；只在不适合时填") PolicyAnswer.@Nullable Unfit reason,

            @Schema(description = "请联系我时想问什么，可不填") @Nullable @Size(max = 500, message = "想问的不超过 500 字")
            String words) {}

    record WithdrawalRequest(
            @NotBlank(message = "请写明撤回原因，读者会看到") @Size(max = 200, message = "撤回原因不超过 200 字")
            String reason) {}
}
