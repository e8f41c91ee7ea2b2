package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.enterprise.MemberProof;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Ids;
import io.qihang.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A commissioner enters a registration at the enterprise's table and hands over a code; the enterprise's person
 * confirms with it on their own phone. Both are on record, and the commissioner, who handed the code over in person,
 * vouches for the member.
 */
@Service
public class RegisteringOnBehalf {

    static final Duration CODE_LIVES = Duration.ofDays(7);
    private static final int CODE_LENGTH = 10;

    private final Registrations registrations;
    private final EnterpriseRecords enterprises;
    private final Registering registering;
    private final ConfirmingMembers members;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    RegisteringOnBehalf(
            Registrations registrations,
            EnterpriseRecords enterprises,
            Registering registering,
            ConfirmingMembers members,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.registrations = registrations;
        this.enterprises = enterprises;
        this.registering = registering;
        this.members = members;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the commissioner hands over. */
    public record Entered(RegistrationId registration, String confirmationCode, Instant validUntil) {}

    /** Enters a registration for the enterprise to confirm. */
    @Transactional
    public Entered enter(Actor commissioner, RegistrationForm form) {
        registering.check(form);
        var id = new RegistrationId(ids.next());
        String code = RandomCodes.lower(CODE_LENGTH);
        Instant now = clock.instant();
        var registration = Registration.onBehalf(
                new StaffId(commissioner.account()),
                id,
                form,
                registrations.seal(id, form),
                registrations.confirmationIndex(code),
                now.plus(CODE_LIVES),
                now);
        registrations.add(registration, RegistrationStep.ENTERED_ON_BEHALF, commissioner.account());
        audit.record("registration.enter-on-behalf", "registration", id, "代企业登记 " + form.uscc());
        return new Entered(id, code, now.plus(CODE_LIVES));
    }

    /** The enterprise's person confirms what was entered; from here on it is their registration. */
    @Transactional
    public Registering.Outcome confirm(PersonId person, String code) {
        Registration registration = registrations
                .lockByConfirmationCode(code.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Problem.of(EnterpriseProblem.CONFIRMATION_REFUSED));
        enterprises.lockCode(registration.county(), registration.uscc());
        if (registrations.isOpen(person, registration)) throw Problem.of(EnterpriseProblem.REGISTRATION_OPEN);
        registration.confirm(person, clock.instant());
        registrations.save(registration, RegistrationStep.CONFIRMED, person.value(), "");
        audit.record("registration.confirm", "registration", registration.id(), "企业确认代登记");
        Registering.Outcome outcome = registering.settle(registration);
        if (outcome.enterprise() == null) return outcome;
        StaffId commissioner = Objects.requireNonNull(registration.commissioner());
        members.vouch(outcome.enterprise(), person, MemberProof.OFFICER, commissioner.value());
        return outcome.proven();
    }
}
