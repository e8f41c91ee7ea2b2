package io.qihang.enterprise.domain;

import io.qihang.access.Scope;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.MembershipId;
import io.qihang.identity.PersonId;
import io.qihang.platform.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Reads of what happened to members; the SQL stands in {@code MemberHistoryMapper.xml}. */
@Mapper
interface MemberHistoryMapper {

    List<StepRow> ofManager(EnterpriseId enterprise, PersonId manager, PageRequest.@Nullable Position after, int limit);

    List<StepRow> within(EnterpriseId enterprise, Scope scope, PageRequest.@Nullable Position after, int limit);

    record StepRow(
            UUID id,
            MembershipId membershipId,
            MemberStep step,
            MemberRole role,
            MemberDeed.Party party,
            String note,
            Instant at) {}
}
