package io.qihang.enterprise.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.FactSource;
import io.qihang.enterprise.NewFact;
import io.qihang.enterprise.Uscc;
import io.qihang.enterprise.tally.RegistrationTally;
import io.qihang.platform.Ids;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the enterprise out of a registration: its row, its dated places, its first member. */
@Component
class Accepting {

    private final EnterpriseRecords enterprises;
    private final Registrations registrations;
    private final PlaceMapper places;
    private final CountyRegister register;
    private final FactRecords facts;
    private final RegistrationTally tally;
    private final Ids ids;
    private final Clock clock;

    Accepting(
            EnterpriseRecords enterprises,
            Registrations registrations,
            PlaceMapper places,
            CountyRegister register,
            FactRecords facts,
            RegistrationTally tally,
            Ids ids,
            Clock clock) {
        this.enterprises = enterprises;
        this.registrations = registrations;
        this.places = places;
        this.register = register;
        this.facts = facts;
        this.tally = tally;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds the enterprise. What the register says of name and unit outranks what the person says: a stranger's word
     * moves no figure. The caller holds the lock on the code.
     *
     * @param by the officer who accepted; null when the register did
     */
    Enterprise add(Registration registration, CountyRegister.@Nullable Entry listed, @Nullable UUID by) {
        var id = new EnterpriseId(ids.next());
        EnterpriseName name = listed == null ? registration.name() : listed.name();
        RegionCode unit = listed == null || listed.unit() == null ? registration.unit() : listed.unit();
        Uscc uscc = registration.uscc();
        var enterprise = new Enterprise(
                id,
                registration.county(),
                uscc,
                name.value(),
                name.key(),
                unit,
                registration.industryCode(),
                enterprises.seal(id, "contact_name", opened(registration, "contact_name")),
                enterprises.seal(id, "contact_phone", opened(registration, "contact_phone")),
                clock.instant(),
                by,
                0);
        enterprises.add(enterprise);
        UUID source = Objects.requireNonNullElse(by, registration.person().value());
        begin(enterprise, PlaceKind.REGISTERED, registration.registeredUnit(), source);
        begin(enterprise, PlaceKind.OPERATING, registration.operatingUnit(), source);
        begin(enterprise, PlaceKind.COUNTING, unit, source);
        register.find(registration.county(), uscc).ifPresent(it -> take(enterprise, it));
        tally.registered(id);
        return enterprise;
    }

    /** What the register says of the code becomes facts of the enterprise, as if it had been there at the import. */
    private void take(Enterprise enterprise, CountyRegister.Entry listed) {
        var source = new FactSource(
                FactSource.Kind.REGISTER_IMPORT, listed.importId().toString());
        facts.add(listed.facts().facts().stream()
                .map(it -> new NewFact(
                        enterprise.id(),
                        it.key(),
                        it.value(),
                        it.unit(),
                        source,
                        it.effectiveFrom(),
                        listed.importedBy(),
                        listed.importedBy()))
                .toList());
    }

    private String opened(Registration registration, String column) {
        var sealed = column.equals("contact_name") ? registration.contactName() : registration.contactPhone();
        return registrations.open(registration.id(), column, sealed);
    }

    private void begin(Enterprise enterprise, PlaceKind kind, @Nullable RegionCode unit, UUID by) {
        if (unit == null) return;
        var now = clock.instant();
        places.insert(new Place(
                ids.next(), enterprise.county(), enterprise.id(), kind, unit, Times.dayOf(now), now, by, "登记", true));
    }
}
