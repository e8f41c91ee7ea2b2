package io.qihang.outbox;

import io.qihang.audit.AuditTrail;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Events whose listener has failed, as the system administrator sees them, and how a dead one is sent again. */
@Service
class DeadLetters {

    private final PublicationMapper mapper;
    private final AuditTrail audit;

    DeadLetters(PublicationMapper mapper, AuditTrail audit) {
        this.mapper = mapper;
        this.audit = audit;
    }

    /**
     * An event that has not reached its listener. Of the event only its kind, never its content.
     *
     * @param event simple name of the event's type
     * @param listener simple name of the listener's class, and its method
     * @param since when the event was published
     * @param tries how often it was tried since then or since it was last sent again
     * @param lastError simple name of the last failure's type; null when the node died over it
     * @param dead whether it is tried no more
     * @param nextTryAt when it is tried again; null when dead or as soon as possible
     */
    record DeadLetter(
            UUID id,
            String event,
            String listener,
            Instant since,
            int tries,
            @Nullable String lastError,
            boolean dead,
            @Nullable Instant nextTryAt) {}

    /** Events that failed at least once and have not succeeded since, the newest first. */
    public Page<DeadLetter> list(PageRequest page) {
        var after = page.afterPosition();
        var rows = mapper.list(after == null ? null : after.at(), after == null ? null : after.id(), page.fetch());
        return Page.of(rows, page.size(), it -> PageRequest.key(it.publicationDate(), it.id()))
                .map(DeadLetters::shown);
    }

    /**
     * Gives a dead letter its tries anew, the first within seconds.
     *
     * @throws Problem {@code NOT_FOUND} when there is no such dead letter
     */
    @Transactional
    public void retry(UUID id) {
        if (mapper.revive(id) == 0) throw Problem.of(PlatformProblem.NOT_FOUND);
        audit.record("dead-letter.retry", "event-publication", id, "重新投递没有办成的事件");
    }

    private static DeadLetter shown(PublicationMapper.Row row) {
        boolean dead = row.deadSince() != null;
        return new DeadLetter(
                row.id(),
                simple(row.eventType(), 1),
                simple(row.listenerId().replaceAll("\\(.*", ""), 2),
                row.publicationDate(),
                row.tries(),
                row.lastError(),
                dead,
                dead ? null : row.nextTryAt());
    }

    /** The last parts of a dotted name. */
    private static String simple(String name, int parts) {
        int cut = name.length();
        for (int i = 0; i < parts && cut > 0; i++) cut = name.lastIndexOf('.', cut - 1);
        return name.substring(cut + 1);
    }
}
