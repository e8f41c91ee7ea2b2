package io.qihang.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands events again to listeners that did not finish: their node died, or they failed. One node at a time, each event
 * after its own pause, so that one that always fails keeps no other waiting; the listeners are idempotent all the same.
 */
@Component
class EventSweep {

    private static final Logger log = LoggerFactory.getLogger(EventSweep.class);

    /** Said of an event whose type this version of the application does not know. */
    private static final String UNREADABLE = "UnreadableEvent";

    private final IncompleteEventPublications publications;
    private final PublicationMapper mapper;
    private final OutboxSettings settings;
    private final Clock clock;

    EventSweep(
            IncompleteEventPublications publications, PublicationMapper mapper, OutboxSettings settings, Clock clock) {
        this.publications = publications;
        this.mapper = mapper;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT15S")
    @Transactional
    public void run() {
        if (!mapper.takeTurn()) return;
        Instant now = clock.instant();
        mapper.takeBack(now.minus(settings.abandonedAfter()));
        for (var dead : mapper.layDown(settings.tries(), now)) {
            log.warn(
                    "event {} is a dead letter: {} for {} failed {} times, last with {}",
                    dead.id(),
                    dead.eventType(),
                    dead.listenerId(),
                    dead.tries(),
                    dead.lastError());
        }
        List<UUID> due = mapper.due(now);
        if (due.isEmpty()) return;
        var ids = new HashSet<>(due);
        publications.resubmitIncompletePublications(it -> ids.contains(it.getIdentifier()));
        mapper.countUnreadable(
                due,
                UNREADABLE,
                now,
                settings.firstPause().toSeconds(),
                settings.longestPause().toSeconds());
    }
}
