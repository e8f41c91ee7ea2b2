package io.qihang.notification.domain;

import io.qihang.identity.PersonId;
import io.qihang.platform.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which subscribe messages a person asked for, as the phone reports it. A hint: WeChat's own answer to a send is the
 * truth. Nothing in the system depends on it, for nobody may be made to subscribe.
 */
@Service
public class Subscriptions {

    /** More accepts than this are not believed. */
    private static final int MOST = 50;

    private final SubscriptionMapper mapper;
    private final NotificationSettings settings;
    private final Clock clock;

    Subscriptions(SubscriptionMapper mapper, NotificationSettings settings, Clock clock) {
        this.mapper = mapper;
        this.settings = settings;
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
     * @param balance how many messages the person may still be sent
     */
    public record Offer(String name, String templateId, String purpose, int balance) {}

    /** The templates WeChat has granted, with the person's balance of each. */
    public List<Offer> of(PersonId person) {
        Map<String, Integer> balances = mapper.of(person).stream()
                .collect(Collectors.toMap(SubscriptionMapper.Balance::template, SubscriptionMapper.Balance::balance));
        return settings.templates().entrySet().stream()
                .filter(it -> it.getValue().isGranted())
                .sorted(Map.Entry.comparingByKey())
                .map(it -> new Offer(
                        it.getKey(),
                        it.getValue().id(),
                        it.getValue().purpose(),
                        balances.getOrDefault(it.getKey(), 0)))
                .toList();
    }

    /** Books what the pop-up returned: an accept is good for one message, a rejection ends what was left. */
    @Transactional
    public List<Offer> report(PersonId person, List<Report> reports) {
        for (Report report : reports) {
            String template = settings.templates().entrySet().stream()
                    .filter(it -> it.getValue().id().equals(report.templateId()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> Problem.of(NotificationProblem.TEMPLATE_UNKNOWN));
            switch (report.answer()) {
                case ACCEPT -> mapper.add(person, template, MOST, clock.instant());
                case REJECT, BAN -> mapper.clear(person, template, clock.instant());
                case FILTER -> {}
            }
        }
        return of(person);
    }
}
