package io.qihang.ticket.domain;

import io.qihang.identity.PersonContent;
import io.qihang.platform.Problem;
import io.qihang.storage.FileId;
import io.qihang.storage.StoredFiles;
import io.qihang.ticket.domain.ContentCheckMapper.Due;
import io.qihang.wechat.CheckScene;
import io.qihang.wechat.ImageGiven;
import io.qihang.wechat.MediaChecked;
import io.qihang.wechat.TextVerdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has what people of enterprises write and send checked after it is saved, so that no ticket waits for WeChat. Whatever
 * WeChat does not pass is left to a person; nothing passes by waiting. Every node does it; a claim ends by itself when
 * its node dies.
 */
@Component
public class ContentChecking {

    private static final int AT_ONCE = 8;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /** Two hours, after which WeChat checks nothing of a person who did not come back. */
    private static final int MOST_TRIES = 12;

    private static final Duration VERDICT_WITHIN = Duration.ofMinutes(30);
    private static final Duration VERDICTS_KEPT = Duration.ofDays(1);
    private static final int RAISED = 1;

    private final ContentCheckMapper mapper;
    private final PersonContent content;
    private final StoredFiles files;
    private final ListedWords words;
    private final Clock clock;

    ContentChecking(
            ContentCheckMapper mapper, PersonContent content, StoredFiles files, ListedWords words, Clock clock) {
        this.mapper = mapper;
        this.content = content;
        this.files = files;
        this.words = words;
        this.clock = clock;
    }

    /** Takes up what WeChat told, and checks until nothing is due. */
    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT5S")
    public void run() {
        mapper.settle();
        mapper.giveUp(clock.instant());
        List<Due> claimed;
        do {
            Instant now = clock.instant();
            claimed = mapper.claim(now, now.plus(LEASE), AT_ONCE);
            claimed.forEach(this::check);
        } while (claimed.size() == AT_ONCE);
    }

    /** Joins the transaction that works the push off; the image may not be known by its number yet. */
    @EventListener
    void on(MediaChecked told) {
        mapper.hear(told, clock.instant());
    }

    /** Verdicts on what is not ours. */
    @Scheduled(cron = "0 43 3 * * *", zone = "Asia/Shanghai")
    public void forget() {
        mapper.forget(clock.instant().minus(VERDICTS_KEPT));
    }

    private void check(Due due) {
        CheckScene scene = due.seq() == RAISED && due.file() == null ? CheckScene.FORUM : CheckScene.COMMENT;
        TextVerdict verdict = due.text().isBlank()
                ? new TextVerdict.Passed()
                : content.check(due.author(), scene, due.title(), due.text());
        if (verdict instanceof TextVerdict.Doubtful it) {
            finish(due, CheckState.REVIEW, CheckCause.DOUBTFUL, it.label());
        } else if (verdict instanceof TextVerdict.Risky it) {
            finish(due, CheckState.HELD, CheckCause.RISKY, it.label());
        } else if (verdict instanceof TextVerdict.Unchecked) {
            unchecked(due);
        } else if (verdict instanceof TextVerdict.Later) {
            later(due);
        } else if (due.file() == null) {
            finish(due, CheckState.PASSED, null, null);
        } else {
            give(due, due.file());
        }
    }

    private void give(Due due, FileId image) {
        ImageGiven given;
        try {
            String address = files.checkAddress(image, due.ticket().value());
            given = content.give(due.author(), CheckScene.COMMENT, address);
        } catch (Problem gone) {
            given = new ImageGiven.Unchecked(0);
        }
        if (given instanceof ImageGiven.Taken it) {
            Instant until = clock.instant().plus(VERDICT_WITHIN);
            mapper.finish(due, CheckState.WAITING, until, it.traceId(), null, null);
        } else if (given instanceof ImageGiven.Unchecked) {
            unchecked(due);
        } else {
            later(due);
        }
    }

    private void later(Due due) {
        if (due.tries() >= MOST_TRIES) {
            unchecked(due);
            return;
        }
        Instant next = clock.instant().plus(pause(due.tries()));
        mapper.finish(due, CheckState.WAITING, next, null, null, null);
    }

    /** WeChat does not look at it: the county's own words do, and a person. */
    private void unchecked(Due due) {
        boolean listed = words.isIn(due.title() + " " + due.text());
        finish(
                due,
                listed ? CheckState.HELD : CheckState.REVIEW,
                listed ? CheckCause.LISTED_WORD : CheckCause.UNCHECKED,
                null);
    }

    private void finish(Due due, CheckState state, @Nullable CheckCause cause, @Nullable Integer label) {
        mapper.finish(due, state, null, null, cause, label);
    }

    private static Duration pause(int tries) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
