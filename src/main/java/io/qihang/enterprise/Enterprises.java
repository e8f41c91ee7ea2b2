package io.qihang.enterprise;

import io.qihang.access.Scope;
import io.qihang.enterprise.domain.EnterpriseReading;
import io.qihang.identity.PersonId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What other modules ask about enterprises and their members. Another's enterprise is refused like a missing one. */
@Component
public class Enterprises {

    private final EnterpriseReading reading;

    Enterprises(EnterpriseReading reading) {
        this.reading = reading;
    }

    /**
     * The enterprise, if it lies within the staff member's scope.
     *
     * @throws Problem {@code NOT_FOUND} when it does not, or there is none
     */
    public EnterpriseCard require(EnterpriseId id, Scope scope) {
        return reading.within(id, scope).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    /**
     * The enterprise, if the person is a confirmed member of it.
     *
     * @throws Problem {@code NOT_FOUND} when not, or there is none
     */
    public EnterpriseCard requireOwn(EnterpriseId id, PersonId person) {
        return reading.ofMember(id, person).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    /** The enterprise's confirmed members: who may see its data and get its messages. */
    public List<Member> confirmedMembers(EnterpriseId enterprise) {
        return reading.members(enterprise);
    }

    /** The person's confirmed membership of the enterprise. */
    public Optional<Member> membershipOf(PersonId person, EnterpriseId enterprise) {
        return reading.member(enterprise, person);
    }

    /** The enterprises with these ids, in one query; unknown ids are left out. For system use, without a scope. */
    public Map<EnterpriseId, EnterpriseCard> cards(Collection<EnterpriseId> ids) {
        return reading.cards(ids).stream().collect(Collectors.toMap(EnterpriseCard::id, it -> it));
    }

    /** The county's accepted enterprises with these codes, in one query. For system use, without a scope. */
    public Map<Uscc, EnterpriseCard> of(RegionCode county, Collection<Uscc> codes) {
        return reading.ofCodes(county, codes).stream().collect(Collectors.toMap(EnterpriseCard::uscc, it -> it));
    }

    /** The names for these ids, in one query; unknown ids are left out. */
    public Map<EnterpriseId, String> names(Collection<EnterpriseId> ids) {
        return reading.cards(ids).stream().collect(Collectors.toMap(EnterpriseCard::id, EnterpriseCard::name));
    }

    /** The unit in whose figures the enterprise counts on a day; empty before its registration. */
    public Optional<RegionCode> unitOf(EnterpriseId enterprise, LocalDate day) {
        return reading.unitOf(enterprise, day);
    }
}
