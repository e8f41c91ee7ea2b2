package io.qihang.certificate.domain;

import io.qihang.platform.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the end of expired certificates into the fact book, and has enterprises told before it comes. What has ended stands in the database, so an outage loses
 * nothing; nodes skip each other's rows, and each certificate has a transaction of its own.
 */
@Component
public class ExpiryWatch {

    private static final Logger log = LoggerFactory.getLogger(ExpiryWatch.class);
    private static final UUID START = new UUID(0, 0);

    /** How long before the last day an enterprise is told; as long as lists call the end near. */
    private static final int DAYS_AHEAD = CertificateValidity.NEAR;

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

    /** Goes through all that ended or will soon; one that fails is logged and passed by until the next time. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    public void run() {
        LocalDate today = Times.dayOf(clock.instant());
        all(after -> certificates.claimEnded(today, after), this::end);
        all(after -> certificates.claimEnding(today, today.plusDays(DAYS_AHEAD), after), this::remind);
    }

    private void end(Certificate certificate) {
        certificate.end(clock.instant());
        certificates.saveEnded(certificate);
        facts.restate(certificate.enterprise(), certificate.factKey(), null);
    }

    private void remind(Certificate certificate) {
        certificate.remind(clock.instant());
        certificates.saveReminded(certificate);
    }

    private void all(Function<UUID, Optional<Certificate>> claim, Consumer<Certificate> deal) {
        UUID place = START;
        while (place != null) place = next(place, claim, deal);
    }

    /** The id of the certificate dealt with; null when there is no other. */
    private @Nullable UUID next(UUID after, Function<UUID, Optional<Certificate>> claim, Consumer<Certificate> deal) {
        AtomicReference<@Nullable UUID> found = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> claim.apply(after).ifPresent(certificate -> {
                found.set(certificate.id().value());
                deal.accept(certificate);
            }));
        } catch (RuntimeException e) {
            UUID failed = found.get();
            if (failed == null) throw e;
            log.error("the end of certificate {} was not dealt with", failed, e);
        }
        return found.get();
    }
}
