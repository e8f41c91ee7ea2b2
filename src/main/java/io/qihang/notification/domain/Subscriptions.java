package io.qihang.notification.domain;

import io.qihang.identity.PersonId;
import io.qihang.platform.Ids;
import io.qihang.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of what each person lets WeChat send: an accept is good for one message of a one-time template, for all of a
 * long-term one, until the person takes it back. The phone tells an answer and WeChat pushes the same, each perhaps never
 * and in any order; it counts once. A hint: WeChat's own answer to a send is the truth. Nothing else in the system depends
 * on it, for nobody may be made to subscribe.
 */
@Service
public class Subscriptions {

    /** More accepts than this are not believed. */
    private static final int MOST = 50;

    /** The phone's and WeChat's word within this time of each other mean the same tap. */
    static final Duration SAME_TAP = Duration.ofMinutes(10);

    private final SubscriptionMapper mapper;
    private final NotificationSettings settings;
    private final Ids ids;
    private final Clock clock;

    Subscriptions(SubscriptionMapper mapper, NotificationSettings settings, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the person chose for a template in WeChat's pop-up. */
    public enum Answer {
        ACCEPT,
        REJECT,
        /** WeChat has banned the template. */
        BAN,
        /** WeChat left the template out, for another has the same title. */
        FILTER
    }

    /** The answer for one of WeChat's template ids. */
    public record Report(String templateId, Answer answer) {}

    /**
     * A template the phone may ask for.
     *
     * @param name our name of it
     * @param templateId WeChat's id, for {@code wx.requestSubscribeMessage}
     * @param purpose what it is for
     * @param longTerm whether one accept holds until it is taken back
     * @param balance how many messages the person may still be sent; 1 for a long-term one that holds
     * @param rejected whether the person has said no since the last accept
     */
    public record Offer(
            String name, String templateId, String purpose, boolean longTerm, int balance, boolean rejected) {}

    /** The templates WeChat has granted, with the person's balance of each. */
    public List<Offer> of(PersonId person) {
        Map<String, SubscriptionMapper.Balance> balances = mapper.of(person).stream()
                .collect(Collectors.toMap(SubscriptionMapper.Balance::template, Function.identity()));
        return settings.templates().entrySet().stream()
                .filter(it -> it.getValue().isGranted())
                .sorted(Map.Entry.comparingByKey())
                .map(it -> offer(it.getKey(), it.getValue(), balances.get(it.getKey())))
                .toList();
    }

    private static Offer offer(
            String name, NotificationSettings.Template template, SubscriptionMapper.@Nullable Balance balance) {
        return new Offer(
                name,
                template.id(),
                template.purpose(),
                template.isLongTerm(),
                balance == null ? 0 : balance.balance(),
                balance != null && balance.rejected());
    }

    /** Books what the phone's pop-up returned. */
    @Transactional
    public List<Offer> report(PersonId person, List<Report> reports) {
        Instant now = now();
        for (Report report : reports) {
            String template = settings.named(report.templateId())
                    .orElseThrow(() -> Problem.of(NotificationProblem.TEMPLATE_UNKNOWN));
            switch (report.answer()) {
                case ACCEPT -> book(person, template, true, AnswerSource.PHONE, now);
                case REJECT -> book(person, template, false, AnswerSource.PHONE, now);
                case BAN ->
                    mapper.exhaust(
                            new SubscriptionMapper.Accounts(
                                    List.of(new SubscriptionMapper.Account(person.value(), template))),
                            now);
                case FILTER -> {}
            }
        }
        return of(person);
    }

    /** Books one answer, in the caller's transaction; the same one told again, or by the other source, changes nothing. */
    void book(PersonId person, String template, boolean accepted, AnswerSource source, Instant at) {
        Instant now = now();
        var kind = Objects.requireNonNull(settings.templates().get(template));
        if (mapper.open(person, template, kind.isLongTerm(), now) == 0) return;
        UUID same = mapper.unpaired(person, template, accepted, source.other(), at.minus(SAME_TAP), at.plus(SAME_TAP));
        boolean overtaken = mapper.later(person, template, !accepted, at) > 0;
        boolean counts = same == null && !(accepted && overtaken);
        int kept = mapper.keep(ids.next(), person, template, accepted, source, at, same != null, counts, now);
        if (kept == 0) return;
        if (same != null) mapper.confirm(same);
        if (!counts) return;
        if (accepted) mapper.accept(person, template, MOST, now);
        else mapper.reject(person, template, mapper.later(person, template, true, at), now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
