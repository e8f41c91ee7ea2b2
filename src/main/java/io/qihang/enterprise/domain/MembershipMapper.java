package io.qihang.enterprise.domain;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MembershipId;
import io.qihang.identity.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface MembershipMapper extends BaseMapper<Membership> {

    @Select("select * from membership where id = #{id} and enterprise_id = #{enterprise} for update")
    @Nullable
    Membership lock(EnterpriseId enterprise, MembershipId id);

    @Select("""
            select * from membership where enterprise_id = #{enterprise} and person_id = #{person}
                and status in ('REQUESTED', 'ACTIVE')
            """)
    @Nullable
    Membership open(EnterpriseId enterprise, PersonId person);

    @Select("select * from membership where enterprise_id = #{enterprise} and manager")
    @Nullable
    Membership manager(EnterpriseId enterprise);

    @Select("""
            select exists (select from membership
                where enterprise_id = #{enterprise} and status = 'ACTIVE' and proof <> 'SELF_REPORTED')
            """)
    boolean hasConfirmed(EnterpriseId enterprise);

    @Insert("""
            insert into membership_step (id, region_code, membership_id, step, role, party, account, note, at)
            values (#{id}, #{membership.regionCode}, #{membership.id}, #{deed.step}, #{membership.role}, #{deed.party},
                #{deed.account}, #{deed.note}, #{now})
            """)
    void addStep(UUID id, Membership membership, MemberDeed deed, Instant now);
}
