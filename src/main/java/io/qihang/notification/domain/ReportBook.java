package io.qihang.notification.domain;

import io.qihang.identity.People;
import io.qihang.identity.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What WeChat pushes about subscribe messages, as it is kept; see {@link io.qihang.notification.WeChatReports}. */
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

    private record Whom(PersonId person, String template) {}

    /** What became of a message: a doubt is resolved, and what WeChat first took may turn out to have failed. */
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

    /** What a person answered. */
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
