package io.qihang.notification.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands events again to listeners that did not finish: their node died, or they failed. One node at a time, and only
 * events old enough that nobody is at work on them; the listeners are idempotent all the same.
 */
@Component
class EventSweep {

    static final Duration MINIMUM_AGE = Duration.ofSeconds(45);

    private static final Logger log = LoggerFactory.getLogger(EventSweep.class);

    private final IncompleteEventPublications publications;
    private final EventSweepMapper mapper;
    private final Clock clock;

    EventSweep(IncompleteEventPublications publications, EventSweepMapper mapper, Clock clock) {
        this.publications = publications;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT15S")
    @Transactional
    public void run() {
        if (!mapper.takeTurn()) return;
        Instant before = clock.instant().minus(MINIMUM_AGE);
        int stuck = mapper.freeOlderThan(before);
        if (stuck == 0) return;
        log.warn("{} events are handed again to their listeners", stuck);
        publications.resubmitIncompletePublications(it -> lastHanded(it).isBefore(before));
    }

    private static Instant lastHanded(EventPublication publication) {
        return Objects.requireNonNullElse(publication.getLastResubmissionDate(), publication.getPublicationDate());
    }
}
