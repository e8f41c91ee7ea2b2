package io.qihang.policy.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.FactTerms;
import io.qihang.enterprise.FactValue;
import io.qihang.identity.StaffId;
import io.qihang.notification.RecipientState;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import io.qihang.policy.domain.PolicyAudience;
import io.qihang.policy.domain.PolicyFeed;
import io.qihang.policy.domain.PolicyReach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "政策触达")
@RestController
class PolicyReachController {

    private final PolicyAudience audience;
    private final PolicyReach reach;
    private final PolicyFeed feed;
    private final ReachViews views;
    private final PolicyViews policies;
    private final FactTerms terms;

    PolicyReachController(
            PolicyAudience audience,
            PolicyReach reach,
            PolicyFeed feed,
            ReachViews views,
            PolicyViews policies,
            FactTerms terms) {
        this.audience = audience;
        this.reach = reach;
        this.feed = feed;
        this.views = views;
        this.policies = policies;
        this.terms = terms;
    }

    @Operation(operationId = "listPoliciesSentTo", summary = "发给一家企业的政策", description = "只限本人办理范围内的企业，新的在前。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/enterprises/{enterprise}/policies")
    Page<PolicyViews.CardView> sentTo(
            Actor actor, @PathVariable EnterpriseId enterprise, @ParameterObject PageRequest page) {
        return feed.sentTo(actor, enterprise, page).map(policies::card);
    }

    @Operation(
            operationId = "previewAudience",
            summary = "发给谁",
            description = "草稿按现在的发送范围算，已发布的按发布时确定的企业；给出数量和名单。part 选列哪些：ALL 全部；BEYOND_WECHAT 现在推不到微信的"
                    + "（没有成员订阅，或次数用完、已排了别的消息）；NEW 新匹配的，TOLD_BEFORE 以前的版本已经告知的；"
                    + "MISSING 缺资料、判不了符合不符合的，各缺什么。unit、commissioner 只列一个单位、一位主责专员的。"
                    + "enjoys 是企业自己答复过已经享受；没有答复的是未知，不是没有享受。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/policies/{policy}/audience")
    ReachViews.AudienceView audience(
            Actor actor,
            @PathVariable PolicyId policy,
            @RequestParam(defaultValue = "ALL") PolicyAudience.Part part,
            @RequestParam @Nullable RegionCode unit,
            @RequestParam @Nullable StaffId commissioner,
            @ParameterObject PageRequest page) {
        return views.audience(audience.preview(actor, policy, part, unit, commissioner, page));
    }

    @Operation(
            operationId = "countAudienceShares",
            summary = "发给谁，按单位和专员",
            description = "每个单位、每位主责专员各多少家，其中推不到微信的、上一版已告知的；没有专员的合计一行，commissioner 为空。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/policies/{policy}/audience/shares")
    PolicyAudience.Shares shares(Actor actor, @PathVariable PolicyId policy) {
        return audience.shares(actor, policy);
    }

    @Operation(
            operationId = "explainVerdict",
            summary = "一家企业为什么符合、不符合",
            description = "逐条给出要求、已知、还差多少、缺什么和出处；没有条件的政策 found 为空。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/policies/{policy}/verdicts/{enterprise}")
    PolicyAudience.Explained explain(
            Actor actor, @PathVariable PolicyId policy, @PathVariable EnterpriseId enterprise) {
        return audience.explain(actor, policy, enterprise);
    }

    @Operation(operationId = "tryCases", summary = "试例", description = "和条件存在一起的试例，应为什么、按现在的条件判为什么；有一个不对就不能发布。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/policies/{policy}/cases")
    List<PolicyAudience.Tried> cases(Actor actor, @PathVariable PolicyId policy) {
        return audience.cases(actor, policy);
    }

    record FactTermView(
            String key,
            String label,
            FactValue.Type type,
            @Nullable String unit,
            List<String> choices) {}

    @Operation(operationId = "listFactTerms", summary = "可以写进条件的企业事实", description = "名称、类型、单位和可选的值；证书按类型和级别各一项。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/counties/{county}/fact-terms")
    List<FactTermView> terms(Actor actor, @PathVariable RegionCode county) {
        if (!actor.scope().counties().contains(county)) throw Problem.of(PlatformProblem.NOT_FOUND);
        return terms.in(county).stream()
                .map(it -> new FactTermView(it.key(), it.label(), it.type(), it.unit(), it.choices()))
                .toList();
    }

    @Operation(operationId = "reportReach", summary = "触达情况", description = "每种最终状态各多少人；全部有了最终状态即结束。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/policies/{policy}/reach")
    ReachViews.ReportView report(Actor actor, @PathVariable PolicyId policy) {
        return ReachViews.report(reach.report(actor, policy));
    }

    @Operation(operationId = "listTold", summary = "触达名单", description = "每个接收人代表哪家企业、微信消息的状态和原因、站内消息和政策是否已读。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/policies/{policy}/reach/recipients")
    Page<ReachViews.ToldView> told(
            Actor actor,
            @PathVariable PolicyId policy,
            @RequestParam @Nullable RecipientState state,
            @ParameterObject PageRequest page) {
        return reach.told(actor, policy, state, page).map(ReachViews.ToldView::of);
    }

    record ResentView(int persons) {}

    @Operation(
            operationId = "resendFailed",
            summary = "重发失败的",
            description = "只重发微信发送失败的人：先发头 20 人，有了结果再发其余的。已送达、未订阅、结果未知的不重发。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("policy.resend")
    @PostMapping("/api/v1/desk/policies/{policy}/reach/resend")
    ResentView resend(Actor actor, @PathVariable PolicyId policy) {
        return new ResentView(reach.resendFailed(actor, policy));
    }
}
