package io.qihang.policy.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.Client;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import io.qihang.policy.domain.Particulars;
import io.qihang.policy.domain.PolicyAnswer;
import io.qihang.policy.domain.PolicyAnswers;
import io.qihang.policy.web.PolicyRequests.PolicyAnswerRequest;
import io.qihang.region.Regions;
import io.qihang.rule.Finding;
import io.qihang.ticket.TicketId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "政策答复")
@RestController
class PolicyAnswerController {

    private final PolicyAnswers answers;
    private final Regions regions;

    PolicyAnswerController(PolicyAnswers answers, Regions regions) {
        this.answers = answers;
        this.regions = regions;
    }

    record PolicyAnswerView(
            PolicyAnswer.Kind kind,
            String kindLabel,
            PolicyAnswer.@Nullable Unfit reason,
            @Nullable String reasonLabel,
            Instant answeredAt,
            @Nullable TicketId ticket) {

        static PolicyAnswerView of(PolicyAnswer answer) {
            return new PolicyAnswerView(
                    answer.kind(),
                    answer.kind().label(),
                    answer.reason(),
                    answer.reason() == null ? null : answer.reason().label(),
                    answer.answeredAt(),
                    answer.ticket());
        }
    }

    record PolicyStandingView(
            boolean addressed,
            String demanded,
            @Nullable Finding found,
            @Nullable LocalDate applyFrom,
            @Nullable LocalDate applyUntil,
            Particulars.Window window,
            String windowLabel,
            @Nullable Integer workingDaysLeft,
            @Nullable String applyOffice,
            @Nullable String applyChannel,
            List<PolicyAnswerView> answers) {

        static PolicyStandingView of(PolicyAnswers.Standing standing) {
            Particulars known = standing.particulars();
            Particulars.Window window = known.window(standing.today());
            return new PolicyStandingView(
                    standing.addressed(),
                    standing.demanded(),
                    standing.found(),
                    known.applyFrom(),
                    known.applyUntil(),
                    window,
                    window.label(),
                    standing.workingDaysLeft(),
                    known.applyOffice(),
                    known.applyChannel(),
                    standing.answers().stream().map(PolicyAnswerView::of).toList());
        }
    }

    record UnfitView(PolicyAnswer.Unfit reason, String label, int enterprises) {}

    record PolicyOutcomeView(
            int told,
            int metLater,
            int metToday,
            int apply,
            int unfit,
            int contact,
            int contactClosed,
            List<UnfitView> reasons) {

        static PolicyOutcomeView of(PolicyAnswers.Outcome outcome) {
            return new PolicyOutcomeView(
                    outcome.told(),
                    outcome.metLater(),
                    outcome.metToday(),
                    outcome.apply(),
                    outcome.unfit(),
                    outcome.contact(),
                    outcome.closed(),
                    outcome.reasons().stream()
                            .map(it -> new UnfitView(it.reason(), it.reason().label(), it.enterprises()))
                            .toList());
        }
    }

    record PolicyAnswerLine(
            EnterpriseId enterprise,
            String name,
            RegionCode unit,
            String unitName,
            PolicyAnswerView answer,
            @Nullable String ticketNumber,
            @Nullable Instant ticketClosedAt) {}

    @Operation(
            operationId = "showPolicyStanding",
            summary = "本企业和一项政策",
            description = "是否发给了本企业，按县里已有的资料逐条看符合不符合、还差多少、缺什么，找谁、走什么渠道申报，离截止还有几个工作日（今天不算），本企业答复过什么。")
    @Allow(person = true)
    @GetMapping("/api/v1/enterprises/{enterprise}/policies/{policy}")
    PolicyStandingView standing(Actor actor, @PathVariable EnterpriseId enterprise, @PathVariable PolicyId policy) {
        return PolicyStandingView.of(answers.standing(actor, enterprise, policy));
    }

    @Operation(
            operationId = "answerPolicy",
            summary = "答复一项政策",
            description = "我要申报、不适合（选原因）、请联系我（登记一件诉求，上一件没销号的不另登记）。前两种以后一次为准；重复提交不会多记。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("policy.answer")
    @PutMapping("/api/v1/enterprises/{enterprise}/policies/{policy}/answer")
    PolicyStandingView answer(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @PathVariable PolicyId policy,
            @Valid @RequestBody PolicyAnswerRequest said) {
        String words = Objects.requireNonNullElse(said.words(), "");
        return PolicyStandingView.of(answers.answer(actor, enterprise, policy, said.kind(), said.reason(), words));
    }

    @Operation(
            operationId = "tellPolicy",
            summary = "登记当面告知",
            description = "服务专员当面向企业讲了这项政策；只限本人今天帮包（或代班）的企业和发给它的政策。重复登记只记第一次，这家的“新政策还没有看”随即关闭。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("policy.tell")
    @PutMapping("/api/v1/field/enterprises/{enterprise}/policies/{policy}/telling")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tell(Actor actor, @PathVariable EnterpriseId enterprise, @PathVariable PolicyId policy) {
        answers.tell(actor, enterprise, policy);
    }

    @Operation(
            operationId = "reportPolicyOutcome",
            summary = "政策发出后怎么样了",
            description = "当面告知、发布后新符合（今天几家）、要申报、不适合（按原因）、请联系我各多少家，请联系我的有多少家已答复销号。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/policies/{policy}/outcome")
    PolicyOutcomeView outcome(Actor actor, @PathVariable PolicyId policy) {
        return PolicyOutcomeView.of(answers.outcome(actor, policy));
    }

    @Operation(operationId = "listPolicyAnswers", summary = "企业对政策的答复", description = "哪一家、什么答复、请联系我登记成哪件诉求；新的在前。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/policies/{policy}/answers")
    Page<PolicyAnswerLine> list(
            Actor actor,
            @PathVariable PolicyId policy,
            @RequestParam PolicyAnswer.@Nullable Kind kind,
            @ParameterObject PageRequest page) {
        return answers.answers(actor, policy, kind, page)
                .map(it -> new PolicyAnswerLine(
                        it.enterprise(),
                        it.name(),
                        it.unit(),
                        regions.nameOf(it.unit()),
                        PolicyAnswerView.of(it.answer()),
                        it.callback() == null ? null : it.callback().number(),
                        it.callback() == null ? null : it.callback().closedAt()));
    }
}
