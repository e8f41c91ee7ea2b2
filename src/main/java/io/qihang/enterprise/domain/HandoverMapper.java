package io.qihang.enterprise.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MembershipId;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface HandoverMapper {

    @Select("""
            select id, giver_id, receiver_id from membership_handover
            where enterprise_id = #{enterprise} and status = 'OPEN'
            """)
    @Nullable
    Offer open(EnterpriseId enterprise);

    @Insert("""
            insert into membership_handover (id, region_code, enterprise_id, giver_id, receiver_id, offered_at, status)
            values (#{id}, #{county}, #{enterprise}, #{giver}, #{receiver}, #{now}, 'OPEN')
            """)
    void add(
            UUID id,
            RegionCode county,
            EnterpriseId enterprise,
            MembershipId giver,
            MembershipId receiver,
            Instant now);

    @Update("""
            update membership_handover set status = #{status}, settled_at = #{now}
            where enterprise_id = #{enterprise} and status = 'OPEN'
            """)
    int settle(EnterpriseId enterprise, String status, Instant now);

    /** An offer that waits for the receiver. */
    record Offer(UUID id, MembershipId giverId, MembershipId receiverId) {}
}
