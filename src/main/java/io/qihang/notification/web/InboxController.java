package io.qihang.notification.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.RateClass;
import io.qihang.identity.PersonId;
import io.qihang.notification.Topic;
import io.qihang.notification.domain.Inbox;
import io.qihang.notification.domain.InboxItem;
import io.qihang.notification.domain.Muting;
import io.qihang.notification.domain.Subscriptions;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "消息")
@RestController
class InboxController {

    private final Inbox inbox;
    private final Subscriptions subscriptions;
    private final Muting muting;
    private final IdempotentRequests requests;

    InboxController(Inbox inbox, Subscriptions subscriptions, Muting muting, IdempotentRequests requests) {
        this.inbox = inbox;
        this.subscriptions = subscriptions;
        this.muting = muting;
        this.requests = requests;
    }

    @Schema(name = "SubscriptionAnswerRequest")
    record AnswerRequest(
            @NotBlank(message = "请给出模板编号") @Size(max = 100, message = "模板编号太长")
            String templateId,

            @NotNull(message = "请给出弹窗的结果") Subscriptions.Answer answer) {}

    record SubscriptionReport(
            @NotEmpty(message = "请给出弹窗的结果") @Size(max = 5, message = "一次最多 5 个模板")
            List<@Valid @NotNull(message = "请给出弹窗的结果") AnswerRequest> answers) {}

    record SubscriptionsView(List<Subscriptions.Offer> templates) {}

    @Operation(operationId = "listInbox", summary = "我的消息", description = "未读的在前，新的在前。")
    @Allow(person = true)
    @GetMapping("/api/v1/me/inbox")
    Page<InboxItem> list(Actor actor, @ParameterObject PageRequest page) {
        return inbox.of(new PersonId(actor.account()), page);
    }

    record UnreadView(int unread) {}

    @Operation(operationId = "countUnread", summary = "还有几条消息没有看")
    @Allow(person = true)
    @GetMapping("/api/v1/me/inbox/unread")
    UnreadView unread(Actor actor) {
        return new UnreadView(inbox.unread(new PersonId(actor.account())));
    }

    @Operation(operationId = "markMessageRead", summary = "消息记为已读", description = "重复调用只记第一次。")
    @Allow(person = true, rate = RateClass.WRITE)
    @PutMapping("/api/v1/me/inbox/{message}/receipt")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void markRead(Actor actor, @PathVariable UUID message) {
        inbox.markRead(new PersonId(actor.account()), message);
    }

    @Schema(name = "TopicChoiceRequest")
    record ChoiceRequest(
            @NotNull(message = "请说明是哪一类消息") Topic topic,
            @NotNull(message = "请说明要不要微信提醒") Boolean muted) {}

    @Operation(operationId = "listTopics", summary = "消息的类别，各要不要微信提醒", description = "关了的站内照样收到；自己办的事、依法告知的不能关。")
    @Allow(person = true)
    @GetMapping("/api/v1/me/topics")
    List<Muting.Choice> topics(Actor actor) {
        return muting.of(new PersonId(actor.account()));
    }

    @Operation(operationId = "chooseTopic", summary = "一类消息要不要微信提醒", description = "重复调用结果一样。")
    @Allow(person = true, rate = RateClass.WRITE)
    @PutMapping("/api/v1/me/topics")
    List<Muting.Choice> choose(Actor actor, @Valid @RequestBody ChoiceRequest request) {
        return muting.choose(new PersonId(actor.account()), request.topic(), request.muted());
    }

    @Operation(
            operationId = "listSubscriptions",
            summary = "可订阅的微信消息",
            description = "给 wx.requestSubscribeMessage 用的模板编号，和各还能收几条。")
    @Allow(person = true)
    @GetMapping("/api/v1/me/subscriptions")
    SubscriptionsView subscriptions(Actor actor) {
        return new SubscriptionsView(subscriptions.of(new PersonId(actor.account())));
    }

    @Operation(
            operationId = "reportSubscriptions",
            summary = "上报订阅弹窗的结果",
            description = "每次弹窗后原样上报；订阅与否不影响任何功能。须带 Idempotency-Key。")
    @Allow(person = true, rate = RateClass.WRITE)
    @PostMapping("/api/v1/me/subscriptions")
    SubscriptionsView report(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody SubscriptionReport report) {
        var reports = report.answers().stream()
                .map(it -> new Subscriptions.Report(it.templateId(), it.answer()))
                .toList();
        return requests.once(
                actor.account(),
                "reportSubscriptions",
                key,
                report,
                SubscriptionsView.class,
                () -> new SubscriptionsView(subscriptions.report(new PersonId(actor.account()), reports)));
    }
}
