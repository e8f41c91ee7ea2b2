package io.qihang.identity.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qihang.access.Actor;
import io.qihang.access.Actor.Pending;
import io.qihang.access.Client;
import io.qihang.access.Scope;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a person may at this moment: everything of their own once they accepted the texts in force, and what the staff
 * account bound to them may. Kept for a few seconds; what changes here is forgotten at once, elsewhere within those.
 */
@Component
class PersonStandings {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final PersonMapper mapper;
    private final ConsentTexts texts;
    private final Cache<PersonId, Optional<Standing>> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(50_000).build();

    PersonStandings(PersonMapper mapper, ConsentTexts texts) {
        this.mapper = mapper;
        this.texts = texts;
    }

    private record Standing(Set<String> accepted, @Nullable StaffId account) {}

    /** The person as an actor; null when there is no such person any more. */
    @Nullable
    Actor actor(PersonId person) {
        Standing standing = kept.get(person, this::load).orElse(null);
        if (standing == null) return null;
        boolean consents =
                texts.current().stream().allMatch(it -> standing.accepted().contains(mark(it)));
        return new Actor(
                person.value(),
                Client.PHONE,
                Set.of(),
                Scope.own(person.value()),
                consents ? Set.of() : Set.of(Pending.CONSENT));
    }

    /** The staff account bound to the person; null without one. */
    @Nullable
    StaffId account(PersonId person) {
        return kept.get(person, this::load).map(Standing::account).orElse(null);
    }

    /** Asks anew once the running transaction has committed, or now without one. */
    void forget(PersonId person) {
        kept.invalidate(person);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                kept.invalidate(person);
            }
        });
    }

    private Optional<Standing> load(PersonId person) {
        return Optional.ofNullable(mapper.standing(person))
                .map(it -> new Standing(Set.of(it.accepted().split(",")), it.accountId()));
    }

    private static String mark(ConsentText text) {
        return text.document() + " " + text.version();
    }
}
