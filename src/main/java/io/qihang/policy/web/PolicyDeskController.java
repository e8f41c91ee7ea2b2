package io.qihang.policy.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.qihang.policy.PolicyId;
import io.qihang.policy.domain.Content;
import io.qihang.policy.domain.PolicyStatus;
import io.qihang.policy.domain.ReadingPolicies;
import io.qihang.policy.domain.WritingPolicies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "政策发布")
@RestController
class PolicyDeskController {

    private final WritingPolicies writing;
    private final ReadingPolicies reading;
    private final PolicyViews views;
    private final IdempotentRequests requests;

    PolicyDeskController(
            WritingPolicies writing, ReadingPolicies reading, PolicyViews views, IdempotentRequests requests) {
        this.writing = writing;
        this.reading = reading;
        this.views = views;
        this.requests = requests;
    }

    record PolicyRef(PolicyId id) {}

    @Operation(operationId = "listOwnPolicies", summary = "本县的政策，含草稿", description = "awaiting=true 只列待签发的。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/policies")
    Page<PolicyViews.CardView> list(
            Actor actor,
            @RequestParam @Nullable PolicyStatus status,
            @RequestParam(defaultValue = "false") boolean awaiting,
            @ParameterObject PageRequest page) {
        return reading.desk(actor, status, awaiting, page).map(views::card);
    }

    @Operation(
            operationId = "draftPolicy",
            summary = "起草政策",
            description = "正文一行一段，标题行以 # 开头；不收网页代码。须带 Idempotency-Key。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("policy.draft")
    @PostMapping("/api/v1/desk/policies")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PolicyRef> draft(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody PolicyRequests.DraftRequest request) {
        Content content = request.content().content();
        return created(requests.once(
                actor.account(),
                "draftPolicy",
                key,
                request,
                PolicyId.class,
                () -> writing.draft(actor, request.region(), content)));
    }

    @Operation(operationId = "countStatutory", summary = "近三十天的依法告知", description = "已发几件、最多几件；most 为空是不限。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/counties/{county}/statutory-notices")
    WritingPolicies.Statutory statutory(Actor actor, @PathVariable RegionCode county) {
        return writing.statutory(actor, county);
    }

    @Operation(operationId = "openPolicy", summary = "政策的要素、发送范围和原稿")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/policies/{policy}")
    PolicyViews.DeskView open(Actor actor, @PathVariable PolicyId policy) {
        return views.desk(actor, reading.desk(actor, policy));
    }

    @Operation(operationId = "previewPolicy", summary = "预览", description = "与手机上看到的一样。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/policies/{policy}/preview")
    PolicyViews.PolicyView preview(Actor actor, @PathVariable PolicyId policy) {
        return views.reading(reading.preview(actor, policy));
    }

    /** The draft's version, to send along with the next change. */
    record DraftVersion(int version) {}

    @Operation(
            operationId = "revisePolicy",
            summary = "修改草稿",
            description = "seenVersion 是打开时、或上一次保存后的 version，之后有别人改过的不予保存。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("policy.revise")
    @PutMapping("/api/v1/desk/policies/{policy}")
    DraftVersion revise(
            Actor actor, @PathVariable PolicyId policy, @Valid @RequestBody PolicyRequests.RevisionRequest request) {
        return new DraftVersion(writing.revise(actor, policy, request.seenVersion(), request.content()));
    }

    @Operation(operationId = "submitPolicy", summary = "提交签发", description = "试例都判得对才能提交；提交以后再改，要重新提交。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("policy.submit")
    @PostMapping("/api/v1/desk/policies/{policy}/submission")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void submit(Actor actor, @PathVariable PolicyId policy) {
        writing.submit(actor, policy);
    }

    @Operation(operationId = "returnPolicy", summary = "退回修改", description = "待签发的退回起草的人，写明要改什么；提交的人也可以自己收回。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.LEADER},
            rate = RateClass.WRITE)
    @Audited("policy.return")
    @PostMapping("/api/v1/desk/policies/{policy}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(
            Actor actor, @PathVariable PolicyId policy, @Valid @RequestBody PolicyRequests.ReturnRequest request) {
        writing.giveBack(actor, policy, request.reason());
    }

    @Operation(
            operationId = "publishPolicy",
            summary = "签发",
            description =
                    "由提交的人以外的另一个人签发，签发即发布：发送范围这时定下来，内容不能再改，它替代的版本同时标为已被替代。" + "seenVersion 是看过的 version，之后又改了的不予签发。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.LEADER},
            rate = RateClass.WRITE)
    @Audited("policy.publish")
    @PostMapping("/api/v1/desk/policies/{policy}/publication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publish(
            Actor actor, @PathVariable PolicyId policy, @Valid @RequestBody PolicyRequests.SignatureRequest request) {
        writing.publish(actor, policy, request.seenVersion());
    }

    @Operation(operationId = "withdrawPolicy", summary = "撤回", description = "撤回后仍可读，并显示撤回原因。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("policy.withdraw")
    @PostMapping("/api/v1/desk/policies/{policy}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(
            Actor actor, @PathVariable PolicyId policy, @Valid @RequestBody PolicyRequests.WithdrawalRequest request) {
        writing.withdraw(actor, policy, request.reason());
    }

    @Operation(operationId = "draftReplacement", summary = "起草替代版本", description = "以现行版本的内容开始；发布后现行版本标为已被替代。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("policy.draft-replacement")
    @PostMapping("/api/v1/desk/policies/{policy}/replacement")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PolicyRef> draftReplacement(Actor actor, @PathVariable PolicyId policy) {
        return created(writing.draftReplacement(actor, policy));
    }

    private static ResponseEntity<PolicyRef> created(PolicyId id) {
        return ResponseEntity.created(URI.create("/api/v1/desk/policies/" + id)).body(new PolicyRef(id));
    }
}
