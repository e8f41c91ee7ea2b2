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
            select e.id, e.uscc, e.name, e.unit_code, e.contact_phone, e.facts, e.import_id, i.imported_by
            from register_entry e left join register_import i on i.id = e.import_id
            where e.region_code = #{county} and e.uscc = #{uscc}
            """)
    @Nullable
    Listed find(RegionCode county, Uscc uscc);

    /** An enterprise as the county's register lists it. */
    record Listed(
            UUID id,
            Uscc uscc,
            String name,
            @Nullable RegionCode unitCode,
            @Nullable Sealed contactPhone,
            RegisterFacts facts,
            UUID importId,
            @Nullable UUID importedBy) {}
}
