package io.qihang.certificate.domain;

import io.qihang.platform.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the end of expired certificates into the fact book. What has ended stands in the database, so an outage loses
 * nothing; nodes skip each other's rows, and each certificate has a transaction of its own.
 */
@Component
public class ExpiryWatch {

    private static final Logger log = LoggerFactory.getLogger(ExpiryWatch.class);
    private static final UUID START = new UUID(0, 0);

    private final Certificates certificates;
    private final ProvenFacts facts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExpiryWatch(Certificates certificates, ProvenFacts facts, TransactionTemplate transaction, Clock clock) {
        this.certificates = certificates;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes through all that ended; one that fails is logged and passed by until the next time. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    public void run() {
        LocalDate today = Times.dayOf(clock.instant());
        UUID place = START;
        while (place != null) place = next(today, place);
    }

    /** The id of the certificate dealt with; null when there is no other. */
    private @Nullable UUID next(LocalDate today, UUID after) {
        AtomicReference<@Nullable UUID> found = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(
                    status -> certificates.claimEnded(today, after).ifPresent(certificate -> {
                        found.set(certificate.id().value());
                        certificate.end(clock.instant());
                        certificates.saveEnded(certificate);
                        facts.restate(certificate.enterprise(), certificate.factKey(), null);
                    }));
        } catch (RuntimeException e) {
            UUID failed = found.get();
            if (failed == null) throw e;
            log.error("the end of certificate {} was not recorded", failed, e);
        }
        return found.get();
    }
}
