package io.qihang.notification.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.identity.PersonId;
import io.qihang.notification.domain.DeliveryMapper.Delivery;
import io.qihang.notification.domain.SubscriptionMapper.Account;
import io.qihang.notification.domain.SubscriptionMapper.Accounts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue of subscribe messages. Messages are claimed in a transaction of its own, committed before WeChat is called,
 * and an outcome is written only by whoever still holds the claim: so no message is sent by two nodes, and one whose node
 * died is never sent again.
 */
@Repository
class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final int RELEASED_AT_ONCE = 20_000;

    private final DeliveryMapper mapper;
    private final SubscriptionMapper subscriptions;
    private final CampaignMapper campaigns;
    private final NotificationSettings settings;
    private final Quiet quiet;
    private final Clock clock;
    private final LoadingCache<UUID, CampaignMapper.Words> words;

    Deliveries(
            DeliveryMapper mapper,
            SubscriptionMapper subscriptions,
            CampaignMapper campaigns,
            NotificationSettings settings,
            Quiet quiet,
            Clock clock) {
        this.mapper = mapper;
        this.subscriptions = subscriptions;
        this.campaigns = campaigns;
        this.settings = settings;
        this.quiet = quiet;
        this.clock = clock;
        words = Caffeine.newBuilder().maximumSize(500).build(campaigns::words);
    }

    /** One message to be sent and its words. */
    record ToSend(Delivery delivery, CampaignMapper.Words words) {

        String template() {
            return Objects.requireNonNull(words.template());
        }

        Account account() {
            return new Account(delivery.person().value(), template());
        }
    }

    /** What an attempt came to. */
    record Finished(ToSend sent, Outcome outcome) {}

    /** What a claim brought: how many messages were taken up, and which of them are to be sent. */
    record Claim(int taken, List<ToSend> toSend) {}

    /**
     * Claims messages that are due, and sets aside an accept of each; who has none left is not sent any, and in a county's
     * quiet hours they go back into the queue.
     */
    @Transactional
    public Claim claim(int limit) {
        mapper.awaitTurn();
        Instant now = clock.instant();
        List<ToSend> due = mapper.claim(now, limit, settings.lease().toSeconds()).stream()
                .map(it -> new ToSend(it, words.get(it.campaign())))
                .toList();
        if (due.isEmpty()) return new Claim(0, due);
        List<DeliveryResults.Item> ended = new ArrayList<>();
        List<ToSend> awake = new ArrayList<>();
        for (ToSend it : due) {
            Instant allowed = quiet.nextAllowed(it.words().regionCode(), now);
            if (allowed.isAfter(now)) ended.add(item(it, RecipientChange.POSTPONED, "", null, allowed));
            else awake.add(it);
        }
        Set<PersonId> took = awake.isEmpty() ? Set.of() : new HashSet<>(subscriptions.take(accounts(awake), now));
        List<ToSend> toSend = new ArrayList<>();
        for (ToSend it : awake) {
            if (took.contains(it.delivery().person())) toSend.add(it);
            else ended.add(item(it, RecipientChange.NOT_SUBSCRIBED, "", null, null));
        }
        if (!ended.isEmpty()) mapper.finish(new DeliveryResults(ended), now);
        return new Claim(due.size(), List.copyOf(toSend));
    }

    /** Writes down what attempts came to. */
    @Transactional
    public void finish(List<Finished> finished) {
        Instant now = clock.instant();
        Map<Key, Finished> byKey = new HashMap<>();
        List<DeliveryResults.Item> items = new ArrayList<>();
        for (Finished it : finished) {
            byKey.put(Key.of(it.sent().delivery()), it);
            items.add(item(it, now));
        }
        List<Delivery> written = mapper.finish(new DeliveryResults(items), now);
        if (written.size() < items.size()) {
            log.warn("{} deliveries came back after their lease", items.size() - written.size());
        }
        Map<Outcome.Credit, List<ToSend>> credits = new EnumMap<>(Outcome.Credit.class);
        Map<UUID, MessageFault> faults = new HashMap<>();
        for (Delivery row : written) {
            Finished it = Objects.requireNonNull(byKey.get(Key.of(row)));
            credits.computeIfAbsent(it.outcome().credit(), credit -> new ArrayList<>())
                    .add(it.sent());
            MessageFault fault = it.outcome().fault();
            if (fault != null) faults.put(row.campaign(), fault);
        }
        settle(credits, now);
        faults.forEach((campaign, fault) -> halt(campaign, fault, now));
    }

    private void settle(Map<Outcome.Credit, List<ToSend>> credits, Instant now) {
        credits.forEach((credit, sent) -> {
            switch (credit) {
                case USED -> {}
                case GIVEN_BACK -> subscriptions.giveBack(accounts(sent), now);
                case NONE_LEFT -> subscriptions.exhaust(accounts(sent), now);
            }
        });
    }

    private void halt(UUID campaign, MessageFault fault, Instant now) {
        int others = mapper.halt(campaign, RecipientChange.HALTED, fault.reason() + "，没有发", now);
        campaigns.noteFault(campaign, fault.code());
        log.error("campaign {} stopped: {}, {} recipients not tried", campaign, fault, others);
    }

    /**
     * Ends what a dead node left behind, lets the held go whose first ones came to something, stops waiting for WeChat's
     * reports, and closes campaigns whose time is over.
     *
     * @return whether some of the held were let go
     */
    @Transactional
    public boolean tidy() {
        Instant now = clock.instant();
        int lapsed = mapper.giveUpLapsed("发送时系统中断，可能已送达，不再重发", now);
        if (lapsed > 0) log.warn("{} deliveries are in doubt: their node died while sending", lapsed);
        boolean letGo = false;
        for (CampaignMapper.Held it : campaigns.ripe()) {
            int released = campaigns.release(it.id(), quiet.nextAllowed(it.region(), now), RELEASED_AT_ONCE);
            if (released < RELEASED_AT_ONCE) campaigns.noteNoneHeld(it.id());
            letGo |= released > 0;
        }
        mapper.giveUpDoubtful(RecipientChange.GIVEN_UP, now.minus(settings.doubt()), now);
        campaigns.over(now).forEach(it -> mapper.halt(it, RecipientChange.HALTED, "到结束时还没有发成", now));
        campaigns.settle(now);
        campaigns.close(now);
        return letGo;
    }

    private DeliveryResults.Item item(Finished it, Instant now) {
        Outcome outcome = it.outcome();
        Instant nextAt = outcome.retryAfter() == null
                ? null
                : quiet.nextAllowed(it.sent().words().regionCode(), now.plus(outcome.retryAfter()));
        return item(it.sent(), outcome.change(), outcome.reason(), outcome.msgid(), nextAt);
    }

    private static DeliveryResults.Item item(
            ToSend it, RecipientChange change, String reason, @Nullable String msgid, @Nullable Instant nextAt) {
        Delivery row = it.delivery();
        return new DeliveryResults.Item(
                row.campaign(), row.person().value(), row.attempt(), change.to(), reason, msgid, nextAt);
    }

    private static Accounts accounts(List<ToSend> messages) {
        return new Accounts(messages.stream().map(ToSend::account).collect(Collectors.toList()));
    }

    private record Key(UUID campaign, PersonId person) {

        static Key of(Delivery row) {
            return new Key(row.campaign(), row.person());
        }
    }
}
