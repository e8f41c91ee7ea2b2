package io.qihang.notification.domain;

import io.qihang.identity.People;
import io.qihang.identity.PersonId;
import io.qihang.wechat.MessageSettled;
import io.qihang.wechat.SubscriptionChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What WeChat pushes about subscribe messages, in the transaction that works a push off. The same may come again, in any
 * order; a person or template unknown here is passed over.
 */
@Repository
public class ReportBook {

    /** WeChat tells whole seconds, and its clock is not ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(ReportBook.class);

    private final DeliveryMapper deliveries;
    private final Subscriptions subscriptions;
    private final NotificationSettings settings;
    private final People people;
    private final Clock clock;

    ReportBook(
            DeliveryMapper deliveries,
            Subscriptions subscriptions,
            NotificationSettings settings,
            People people,
            Clock clock) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.people = people;
        this.clock = clock;
    }

    @EventListener
    void on(MessageSettled told) {
        String msgid = told.msgid().isEmpty() ? null : told.msgid();
        sent(told.openid(), told.templateId(), msgid, told.at(), told.errorCode());
    }

    @EventListener
    void on(SubscriptionChanged told) {
        answered(told.openid(), told.templateId(), told.accepted(), told.at());
    }

    private record Whom(PersonId person, String template) {}

    /**
     * What became of a message: a doubt is resolved, and what WeChat first took may turn out to have failed.
     *
     * @param msgid WeChat's number of the message, if it told one
     * @param code WeChat's ErrorCode, 0 for delivered
     */
    @Transactional
    public void sent(String openid, String templateId, @Nullable String msgid, Instant at, int code) {
        Whom whom = whom(openid, templateId);
        if (whom == null) return;
        var attempt = deliveries.reported(whom.person(), whom.template(), msgid, at.plus(CLOCKS_DIFFER));
        if (attempt == null) return;
        var change = code == 0 ? RecipientChange.TAKEN : RecipientChange.REFUSED;
        if (attempt.state() == RecipientChange.CLAIMED.to()) {
            deliveries.hear(attempt, code, msgid);
        } else if (change.isAllowedFrom(attempt.state())) {
            String reason = code == 0 ? "" : "微信事后报告发送失败（" + code + "）";
            deliveries.resolve(attempt, change, reason, code, msgid, clock.instant());
        }
    }

    /** What a person answered in the pop-up or in WeChat's notification management. */
    @Transactional
    public void answered(String openid, String templateId, boolean accepted, Instant at) {
        Whom whom = whom(openid, templateId);
        if (whom == null) return;
        subscriptions.book(whom.person(), whom.template(), accepted, AnswerSource.WECHAT, at);
    }

    private @Nullable Whom whom(String openid, String templateId) {
        String template = settings.named(templateId).orElse(null);
        PersonId person = people.withOpenid(openid).orElse(null);
        if (template == null || person == null) {
            log.info("WeChat pushed about a {} unknown here", template == null ? "template" : "person");
            return null;
        }
        return new Whom(person, template);
    }
}
