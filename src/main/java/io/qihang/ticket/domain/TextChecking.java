package io.qihang.ticket.domain;

import io.qihang.identity.PersonTexts;
import io.qihang.ticket.domain.TextCheckMapper.Due;
import io.qihang.wechat.TextVerdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has what people of enterprises write checked after it is saved, so that no ticket waits for WeChat. Every node does
 * it; a claim ends by itself when its node dies.
 */
@Component
public class TextChecking {

    private static final int AT_ONCE = 16;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** WeChat checks only who was here within two hours; until then they may come back. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(7);

    private final TextCheckMapper mapper;
    private final PersonTexts texts;
    private final Clock clock;

    TextChecking(TextCheckMapper mapper, PersonTexts texts, Clock clock) {
        this.mapper = mapper;
        this.texts = texts;
        this.clock = clock;
    }

    /** Checks until nothing is due. */
    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT5S")
    public void run() {
        List<Due> claimed;
        do {
            Instant now = clock.instant();
            claimed = mapper.claim(now, now.plus(LEASE), AT_ONCE);
            claimed.forEach(this::check);
        } while (claimed.size() == AT_ONCE);
    }

    private void check(Due due) {
        TextVerdict verdict =
                due.text().isBlank() ? new TextVerdict.Passed() : texts.check(due.author(), due.title(), due.text());
        if (verdict instanceof TextVerdict.Passed) {
            finish(due, TextState.PASSED, null, null);
        } else if (verdict instanceof TextVerdict.Held held) {
            finish(due, TextState.HELD, null, held.label());
        } else {
            Instant now = clock.instant();
            boolean absent = verdict instanceof TextVerdict.Unchecked;
            if (absent && now.isAfter(due.at().plus(GIVEN_UP_AFTER))) {
                finish(due, TextState.HELD, null, null);
            } else {
                finish(due, TextState.WAITING, now.plus(absent ? LONGEST_PAUSE : pause(due.tries())), null);
            }
        }
    }

    private void finish(Due due, TextState state, @Nullable Instant next, @Nullable Integer label) {
        mapper.finish(due, state, next, label);
    }

    private static Duration pause(int tries) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
