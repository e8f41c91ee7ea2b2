package io.qihang.enterprise.domain;

import io.qihang.access.Scope;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Member;
import io.qihang.enterprise.Uscc;
import io.qihang.identity.PersonId;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What other modules may read, behind {@link io.qihang.enterprise.Enterprises}. */
@Service
public class EnterpriseReading {

    private final EnterpriseQueryMapper queries;
    private final PlaceMapper places;

    EnterpriseReading(EnterpriseQueryMapper queries, PlaceMapper places) {
        this.queries = queries;
        this.places = places;
    }

    public Optional<EnterpriseCard> within(EnterpriseId id, Scope scope) {
        return Optional.ofNullable(queries.within(id, scope));
    }

    public Optional<EnterpriseCard> ofMember(EnterpriseId id, PersonId person) {
        return Optional.ofNullable(queries.ofMember(id, person));
    }

    public List<EnterpriseCard> cards(Collection<EnterpriseId> ids) {
        return ids.isEmpty() ? List.of() : queries.cards(ids);
    }

    public List<EnterpriseCard> ofCodes(RegionCode county, Collection<Uscc> codes) {
        return codes.isEmpty() ? List.of() : queries.ofCodes(county, codes);
    }

    public List<Member> members(EnterpriseId enterprise) {
        return queries.members(enterprise);
    }

    public Optional<Member> member(EnterpriseId enterprise, PersonId person) {
        return Optional.ofNullable(queries.member(enterprise, person));
    }

    public Optional<RegionCode> unitOf(EnterpriseId enterprise, LocalDate day) {
        return Optional.ofNullable(places.unitOn(enterprise, PlaceKind.COUNTING, day));
    }
}
