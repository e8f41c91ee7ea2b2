package io.qihang.enterprise.domain;

import io.qihang.crypto.Sealed;
import io.qihang.crypto.Vault;
import io.qihang.identity.PersonId;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** Registrations as they are kept: the contact sealed, every change with the step that made it. */
@Repository
class Registrations {

    private static final String TABLE = "registration";
    private static final String CODE_COLUMN = "registration.confirmation_code";

    private final RegistrationMapper mapper;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    Registrations(RegistrationMapper mapper, Vault vault, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** The registration, locked until the transaction ends. */
    Registration lock(RegistrationId id) {
        return Optional.ofNullable(mapper.lock(id)).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    Optional<Registration> lockByConfirmationCode(String code) {
        return Optional.ofNullable(mapper.lockByCode(vault.blindIndexes(CODE_COLUMN, code)));
    }

    /** Whether the person already has one for this code under way or given back. */
    boolean isOpen(PersonId person, RegistrationForm form) {
        return mapper.isOpen(person, form.county(), form.uscc());
    }

    /** Whether the person has another one for the code of this registration under way or given back. */
    boolean isOpen(PersonId person, Registration registration) {
        return mapper.isOpen(person, registration.county(), registration.uscc());
    }

    void add(Registration registration, RegistrationStep step, UUID actor) {
        mapper.insert(registration);
        addStep(registration, step, actor, "");
    }

    void save(Registration registration, RegistrationStep step, @Nullable UUID actor, String note) {
        if (mapper.updateById(registration) == 0) {
            throw new OptimisticLockingFailureException("stale " + registration.id());
        }
        addStep(registration, step, actor, note);
    }

    private void addStep(Registration registration, RegistrationStep step, @Nullable UUID actor, String note) {
        mapper.addStep(ids.next(), registration.county(), registration.id(), step, actor, note, clock.instant());
    }

    Registration.Contact seal(RegistrationId id, RegistrationForm form) {
        return new Registration.Contact(
                vault.seal(TABLE, "contact_name", id.value(), form.contactName()),
                vault.seal(TABLE, "contact_phone", id.value(), form.contactPhone()));
    }

    String open(RegistrationId id, String column, Sealed sealed) {
        return vault.open(TABLE, column, id.value(), sealed);
    }

    String confirmationIndex(String code) {
        return vault.blindIndex(CODE_COLUMN, code);
    }
}
