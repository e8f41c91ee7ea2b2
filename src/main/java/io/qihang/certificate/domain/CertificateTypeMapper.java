package io.qihang.certificate.domain;

import io.qihang.platform.RegionCode;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CertificateTypeMapper {

    @Select("""
            select code, name, levels, fact_key, valid_years, note, in_use from certificate_type
            where region_code = case when exists (select from certificate_type where region_code = #{county})
                then #{county} else #{nation} end
            order by seq
            """)
    List<Row> types(RegionCode nation, RegionCode county);

    @Update("update certificate_type set in_use = false where region_code = #{region}")
    void retire(RegionCode region);

    @Insert("""
            insert into certificate_type (region_code, code, name, levels, fact_key, valid_years, documents, note, seq,
                in_use)
            values (#{region}, #{type.code}, #{type.name}, #{levels}, #{type.factKey}, #{type.validYears},
                #{documents}, #{type.note}, #{seq}, true)
            on conflict (region_code, code) do update set name = excluded.name, levels = excluded.levels,
                fact_key = excluded.fact_key, valid_years = excluded.valid_years, documents = excluded.documents,
                note = excluded.note, seq = excluded.seq, in_use = true
            """)
    void put(RegionCode region, CertificateTypesFile.Listed type, String levels, String documents, int seq);

    record Row(
            String code,
            String name,
            String levels,
            String factKey,
            @Nullable Integer validYears,
            @Nullable String note,
            boolean inUse) {

        CertificateTypes.Type type() {
            return new CertificateTypes.Type(
                    code, name, CertificateTypes.Type.levels(levels), factKey, validYears, note, inUse);
        }
    }
}
