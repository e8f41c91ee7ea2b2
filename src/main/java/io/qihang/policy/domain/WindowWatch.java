package io.qihang.policy.domain;

import io.qihang.identity.PersonId;
import io.qihang.platform.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds the enterprises a policy was sent to before applications open and before they close; those that said it does
 * not fit are left alone. Each day is reminded of once, whichever node looks.
 */
@Component
public class WindowWatch {

    /** So many days ahead. */
    private static final int AHEAD = 7;

    private final FollowingMapper mapper;
    private final PolicyNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WindowWatch(FollowingMapper mapper, PolicyNotices notices, TransactionTemplate transaction, Clock clock) {
        this.mapper = mapper;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Reminds of the days that have come near. */
    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT2M")
    public void run() {
        LocalDate today = Times.dayOf(clock.instant());
        for (PolicyCard policy : mapper.near(today, today.plusDays(AHEAD))) {
            transaction.executeWithoutResult(status -> remind(policy, today));
        }
    }

    private void remind(PolicyCard policy, LocalDate today) {
        Particulars known = policy.particulars();
        LocalDate from = known.applyFrom();
        LocalDate until = known.applyUntil();
        List<PersonId> persons = mapper.willing(policy.id());
        if (from != null && isNear(from, today)) notices.remind(policy, "opens", from, "申报开始", persons);
        if (until != null && isNear(until, today)) notices.remind(policy, "closes", until, "申报截止", persons);
    }

    private static boolean isNear(LocalDate day, LocalDate today) {
        return day.isAfter(today) && !day.isAfter(today.plusDays(AHEAD));
    }
}
