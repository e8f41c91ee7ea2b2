package io.qihang.enterprise.domain;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Uscc;
import io.qihang.platform.RegionCode;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface EnterpriseMapper extends BaseMapper<Enterprise> {

    /** One transaction at a time works on a code of a county; freed with the transaction. */
    @Select("select pg_advisory_xact_lock(815003, hashtext(#{county} || #{uscc})) is null")
    boolean lockCode(RegionCode county, Uscc uscc);

    @Select("select * from enterprise where region_code = #{county} and uscc = #{uscc}")
    @Nullable
    Enterprise findByCode(RegionCode county, Uscc uscc);

    @Select("select * from enterprise where id = #{id} for update")
    @Nullable
    Enterprise lock(EnterpriseId id);
}
