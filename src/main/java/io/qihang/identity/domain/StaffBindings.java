package io.qihang.identity.domain;

import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Ids;
import io.qihang.platform.RegionCode;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which staff account works on which person's phone: one account one phone, one phone one account. */
@Component
class StaffBindings {

    private final PersonMapper mapper;
    private final PersonStandings standings;
    private final Ids ids;
    private final Clock clock;

    StaffBindings(PersonMapper mapper, PersonStandings standings, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.standings = standings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Binds the account to the person; former bindings of either end. */
    void bind(PersonId person, StaffId account, RegionCode county) {
        mapper.lock(person);
        end(person, account);
        mapper.bind(ids.next(), county, person, account, clock.instant());
        standings.forget(person);
    }

    /** Whether there was a binding to end. */
    boolean endOf(PersonId person) {
        return end(person, null);
    }

    /** Ends the account's binding; the phone is the person's own again. */
    void endOf(StaffId account) {
        end(null, account);
    }

    private boolean end(@Nullable PersonId person, @Nullable StaffId account) {
        var ended = mapper.endBindings(person, account, clock.instant());
        ended.forEach(standings::forget);
        return !ended.isEmpty();
    }
}
