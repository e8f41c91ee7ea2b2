package io.qihang.policy.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.RateClass;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import io.qihang.policy.domain.PolicyFeed;
import io.qihang.policy.domain.PolicySearch;
import io.qihang.policy.domain.ReadingPolicies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "政策")
@RestController
class PolicyController {

    private final ReadingPolicies reading;
    private final PolicySearch search;
    private final PolicyFeed feed;
    private final PolicyViews views;

    PolicyController(ReadingPolicies reading, PolicySearch search, PolicyFeed feed, PolicyViews views) {
        this.reading = reading;
        this.search = search;
        this.feed = feed;
        this.views = views;
    }

    @Operation(
            operationId = "listPolicies",
            summary = "一地的政策",
            description = "不用登录。县、市、省三级发布过的政策，新的在前；已失效、已撤回、已被替代的照样列出并标明。")
    @Allow(anyone = true)
    @GetMapping("/api/v1/regions/{region}/policies")
    Page<PolicyViews.CardView> list(@PathVariable RegionCode region, @ParameterObject PageRequest page) {
        return reading.in(region, page).map(views::card);
    }

    @Operation(
            operationId = "searchPolicies",
            summary = "搜索政策",
            description = "不用登录。两个字起，搜标题、文号、发文机关和每个条款；几个词用空格隔开，须在同一条款里。标题里有的在前。")
    @Allow(anyone = true)
    @GetMapping("/api/v1/regions/{region}/policy-search")
    Page<PolicyViews.HitView> search(
            @PathVariable RegionCode region, @RequestParam String q, @ParameterObject PageRequest page) {
        return search.search(region, q, page).map(views::hit);
    }

    @Operation(operationId = "readPolicy", summary = "政策全文", description = "不用登录。正文按条款给出，每条都可单独引用。")
    @Allow(anyone = true)
    @GetMapping("/api/v1/policies/{policy}")
    PolicyViews.PolicyView read(@PathVariable PolicyId policy) {
        return views.reading(reading.published(policy));
    }

    @Operation(operationId = "readClause", summary = "政策的一个条款", description = "不用登录。条款号如“二（一）1”。")
    @Allow(anyone = true)
    @GetMapping("/api/v1/policies/{policy}/clauses/{ref}")
    PolicyViews.PartView clause(@PathVariable PolicyId policy, @PathVariable String ref) {
        return PolicyViews.PartView.of(reading.clause(policy, ref));
    }

    @Operation(operationId = "listEditions", summary = "政策的各个版本", description = "不用登录。新的在前，旧版本仍可读。")
    @Allow(anyone = true)
    @GetMapping("/api/v1/policies/{policy}/editions")
    List<PolicyViews.CardView> editions(@PathVariable PolicyId policy) {
        return reading.editions(policy).stream().map(views::card).toList();
    }

    @Operation(
            operationId = "listEnterprisePolicies",
            summary = "我企业的政策",
            description = "本企业所在县、市、省的政策：未读的在前，新的在前；addressed 表示发布时发给了本企业。")
    @Allow(person = true)
    @GetMapping("/api/v1/enterprises/{enterprise}/policies")
    Page<PolicyViews.FeedView> feed(
            Actor actor, @PathVariable EnterpriseId enterprise, @ParameterObject PageRequest page) {
        return feed.of(enterprise, new PersonId(actor.account()), page).map(views::feed);
    }

    record OpeningView(
            PolicyViews.CardView policy,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean expected,
            @Nullable Integer workingDaysToOpen,
            @Nullable Integer workingDaysLeft) {}

    @Operation(
            operationId = "listPolicyWindows",
            summary = "我企业的申报日历",
            description = "发给本企业、可以申报或将要开始申报的政策，先截止的在前；工作日今天不算。每年都有的，过了截止列出明年的日子，expected 为真，是按往年推的。只看最近发来的 200 项。")
    @Allow(person = true)
    @GetMapping("/api/v1/enterprises/{enterprise}/policy-windows")
    List<OpeningView> windows(Actor actor, @PathVariable EnterpriseId enterprise) {
        return feed.openings(enterprise, new PersonId(actor.account())).stream()
                .map(it -> new OpeningView(
                        views.card(it.policy()),
                        it.span().from(),
                        it.span().until(),
                        it.span().expected(),
                        it.workingDaysToOpen(),
                        it.workingDaysLeft()))
                .toList();
    }

    @Operation(operationId = "markPolicyRead", summary = "记为已读", description = "重复调用只记第一次。")
    @Allow(person = true, rate = RateClass.WRITE)
    @PutMapping("/api/v1/policies/{policy}/receipt")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void markRead(Actor actor, @PathVariable PolicyId policy) {
        reading.markRead(actor, policy);
    }
}
