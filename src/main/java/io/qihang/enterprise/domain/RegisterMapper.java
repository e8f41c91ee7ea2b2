package io.qihang.enterprise.domain;

import io.qihang.crypto.Sealed;
import io.qihang.enterprise.Uscc;
import io.qihang.platform.RegionCode;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface RegisterMapper {

    @Select("""
            select id, uscc, name, name_key, unit_code, contact_phone from register_entry
            where region_code = #{county} and uscc = #{uscc}
            """)
    @Nullable
    Listed find(RegionCode county, Uscc uscc);

    /** An enterprise as the county's register lists it. */
    record Listed(
            UUID id,
            Uscc uscc,
            String name,
            String nameKey,
            @Nullable RegionCode unitCode,
            @Nullable Sealed contactPhone) {}
}
