package io.qihang.notification.domain;

import io.qihang.notification.RecipientState;
import io.qihang.notification.domain.DeliveryMapper.Delivery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue of subscribe messages. A message is claimed in a transaction of its own, committed before WeChat is called,
 * and its outcome is written only by whoever still holds the claim: so no message is sent by two nodes, and one whose
 * node died is never sent again.
 */
@Repository
class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final DeliveryMapper mapper;
    private final SubscriptionMapper subscriptions;
    private final CampaignMapper campaigns;
    private final Clock clock;

    Deliveries(DeliveryMapper mapper, SubscriptionMapper subscriptions, CampaignMapper campaigns, Clock clock) {
        this.mapper = mapper;
        this.subscriptions = subscriptions;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** What a claim brought: how many messages were taken up, and which of them are to be sent. */
    record Claim(int taken, List<Delivery> toSend) {}

    /** Claims messages that are due, and sets aside an accept of each; who has none left is not sent any. */
    @Transactional
    public Claim claim(int limit) {
        Instant now = clock.instant();
        List<Delivery> due = new ArrayList<>(mapper.claim(now, limit));
        due.sort(Comparator.comparing(it -> it.person().value()));
        List<Delivery> toSend = new ArrayList<>();
        for (Delivery it : due) {
            if (subscriptions.take(it.person(), it.template(), now) == 1) toSend.add(it);
            else mapper.finish(it, RecipientState.UNSUBSCRIBED, "", null, null, now);
        }
        return new Claim(due.size(), List.copyOf(toSend));
    }

    /** Writes down what an attempt came to. */
    @Transactional
    public void finish(Delivery it, Outcome outcome) {
        Instant now = clock.instant();
        Instant nextAt = outcome.retryAfter() == null ? null : now.plus(outcome.retryAfter());
        if (mapper.finish(it, outcome.state(), outcome.reason(), outcome.msgid(), nextAt, now) == 0) {
            log.warn("delivery {} attempt {} came back after its lease", it.campaign(), it.attempt());
            return;
        }
        switch (outcome.credit()) {
            case USED -> {}
            case GIVEN_BACK -> subscriptions.add(it.person(), it.template(), Integer.MAX_VALUE, now);
            case NONE_LEFT -> subscriptions.clear(it.person(), it.template(), now);
        }
        if (outcome.messageAtFault()) {
            int others = mapper.failRest(it.campaign(), outcome.reason(), now);
            log.error("campaign {} stopped: {}, {} recipients not tried", it.campaign(), outcome.reason(), others);
        }
    }

    /** Ends what a dead node left behind, and closes campaigns whose recipients have all come to an end. */
    @Transactional
    public void tidy() {
        Instant now = clock.instant();
        int lapsed = mapper.giveUpLapsed("发送时系统中断，可能已送达，不再重发", now);
        if (lapsed > 0) log.warn("{} deliveries ended unknown: their node died while sending", lapsed);
        campaigns.closeEnded(now);
    }
}
