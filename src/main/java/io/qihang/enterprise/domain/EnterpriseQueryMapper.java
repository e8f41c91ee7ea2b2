package io.qihang.enterprise.domain;

import io.qihang.access.Scope;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Member;
import io.qihang.enterprise.Uscc;
import io.qihang.identity.PersonId;
import io.qihang.platform.RegionCode;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Reads for other modules; the SQL stands in {@code EnterpriseQueryMapper.xml}. */
@Mapper
interface EnterpriseQueryMapper {

    @Nullable
    EnterpriseCard within(EnterpriseId id, Scope scope);

    @Nullable
    EnterpriseCard ofMember(EnterpriseId id, PersonId person);

    List<EnterpriseCard> cards(Collection<EnterpriseId> ids);

    List<EnterpriseCard> ofCodes(RegionCode county, Collection<Uscc> codes);

    List<Member> members(EnterpriseId enterprise);

    @Nullable
    Member member(EnterpriseId enterprise, PersonId person);
}
