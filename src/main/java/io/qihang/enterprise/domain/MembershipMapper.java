package io.qihang.enterprise.domain;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MembershipId;
import io.qihang.identity.PersonId;
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

    @Select("select exists (select from membership where enterprise_id = #{enterprise} and manager)")
    boolean hasManager(EnterpriseId enterprise);
}
