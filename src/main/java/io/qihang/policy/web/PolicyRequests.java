package io.qihang.policy.web;

import io.qihang.platform.RegionCode;
import io.qihang.policy.domain.Audience;
import io.qihang.policy.domain.Content;
import io.qihang.policy.domain.Particulars;
import io.qihang.policy.domain.PolicyAnswer;
import io.qihang.rule.Condition;
import io.qihang.rule.Operator;
import io.qihang.rule.RuleCase;
import io.qihang.rule.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

            @Schema(description = "每年同一时候都可以申报") @Nullable Boolean applyYearly,

            @Nullable @Size(max = 100, message = "受理单位不超过 100 字")
            String applyOffice,

            @Nullable @Size(max = 200, message = "申报渠道不超过 200 字")
            String applyChannel,

            @Schema(description = "依法必须告知的写明依据哪部法律法规哪一条；这样的消息本人不能关，件数有上限")
            @Nullable
            @Size(max = 200, message = "依据不超过 200 字")
            String statutoryBasis,

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
                    applyYearly,
                    applyOffice,
                    applyChannel,
                    statutoryBasis == null || statutoryBasis.isBlank() ? null : statutoryBasis.strip(),
                    remark);
        }
    }

    @Schema(description = "一组条件（of），或者一条（fact、operator、values、unit、source）")
    record ConditionRequest(
            @NotNull(message = "请选择全部满足、满足任一、不是，或一条") Condition.Kind kind,

            @Nullable @Size(max = Condition.MOST_LINES, message = "一组条件不超过 50 条")
            List<@Valid @NotNull(message = "条件里有空的一条") ConditionRequest> of,

            @Schema(description = "企业事实，见 listFactTerms") @Nullable @Size(max = 60, message = "没有这项企业事实")
            String fact,

            @Nullable Operator operator,

            @Nullable @Size(max = 50, message = "一条里的值不超过 50 个")
            List<@NotBlank(message = "条件里有一个值没有填") @Size(max = 100, message = "条件里的值不超过 100 字") String> values,

            @Schema(description = "值的单位，如万元、人") @Nullable @Size(max = 10, message = "单位不超过 10 字")
            String unit,

            @Schema(description = "出自文件的哪一句") @Nullable @Size(max = 300, message = "出处不超过 300 字")
            String source) {

        Condition condition() {
            List<Condition> inner = of == null
                    ? List.of()
                    : of.stream().map(ConditionRequest::condition).toList();
            return new Condition(kind, inner, fact, operator, values == null ? List.of() : values, unit, source);
        }
    }

    @Schema(description = "试例：这些事实，应判为什么；没有写的事实是不知道")
    record CaseRequest(
            @NotBlank(message = "请给试例起个名字") @Size(max = 50, message = "试例的名字不超过 50 字")
            String name,

            @NotNull(message = "请填写试例的事实") @Size(max = 50, message = "试例的事实不超过 50 项")
            Map<String, @NotBlank(message = "试例里有一个值没有填") @Size(max = 100, message = "试例的值不超过 100 字") String> facts,

            @Nullable @Size(max = 50, message = "试例的单位不超过 50 项")
            Map<String, @NotBlank(message = "试例里有一个单位没有填") String> units,

            @NotNull(message = "请选择应判为什么") Verdict expected) {

        RuleCase kept() {
            return new RuleCase(name.strip(), facts, units == null ? Map.of() : units, expected);
        }
    }

    record AudienceRequest(
            @Nullable @Size(max = 200, message = "区划不超过 200 个")
            Set<RegionCode> regions,

            @Nullable @Size(max = 100, message = "行业不超过 100 个")
            Set<@Pattern(regexp = "[A-T](\\d\\d)?", message = "行业代码应为门类字母，或门类字母加两位大类，如 C13") String> industries,

            @Valid @Nullable ConditionRequest condition,

            @Nullable @Size(max = 20, message = "试例不超过 20 个")
            List<@Valid @NotNull(message = "有一个试例是空的") CaseRequest> cases) {

        Audience audience() {
            return new Audience(
                    Objects.requireNonNullElse(regions, Set.of()),
                    Objects.requireNonNullElse(industries, Set.of()),
                    condition == null ? null : condition.condition(),
                    cases == null
                            ? List.of()
                            : cases.stream().map(CaseRequest::kept).toList());
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

    /** A draft is changed from what it was when it was opened. */
    record RevisionRequest(
            @Schema(description = "打开时、或上一次保存后的 version") @NotNull(message = "请带上打开时的版本号，刷新以后再改")
            Integer seenVersion,

            @Valid @NotNull(message = "请填写文件要素") ParticularsRequest particulars,

            @Valid @Nullable AudienceRequest audience,

            @NotBlank(message = "请填写正文") @Size(max = Content.MAX_LENGTH, message = "正文不超过 60000 字")
            String text) {

        Content content() {
            return new ContentRequest(particulars, audience, text).content();
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

    /** A draft is signed as it was seen. */
    record SignatureRequest(
            @NotNull(message = "请带上看过的版本号，刷新以后再签发") Integer seenVersion) {}

    @Schema(name = "PolicyReturnRequest")
    record ReturnRequest(
            @NotBlank(message = "请写明要改什么，起草的人看得到") @Size(max = 200, message = "退回原因不超过 200 字")
            String reason) {}

    record WithdrawalRequest(
            @NotBlank(message = "请写明撤回原因，读者会看到") @Size(max = 200, message = "撤回原因不超过 200 字")
            String reason) {}
}
