package io.qihang.enterprise.domain;

import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface PosterMapper {

    @Insert("""
            insert into poster (code, region_code, unit_code, event, held_on, made_by, made_at)
            values (#{code}, #{county}, #{unit}, #{event}, #{heldOn}, #{by}, #{now}) on conflict do nothing
            """)
    int insert(
            String code,
            RegionCode county,
            RegionCode unit,
            @Nullable String event,
            @Nullable LocalDate heldOn,
            UUID by,
            Instant now);

    @Select("select code from poster where unit_code = #{unit} and event is not distinct from #{event}")
    String codeOf(RegionCode unit, @Nullable String event);

    @Select("select unit_code from poster where code = #{code}")
    @Nullable
    RegionCode unitOf(String code);

    /** Notes from which poster a registration came; a code that does not exist is none. */
    @Insert("""
            insert into poster_source (registration_id, code, region_code, noted_at)
            select #{registration}, code, region_code, #{now} from poster where code = #{code} on conflict do nothing
            """)
    int noteSource(RegistrationId registration, String code, Instant now);

    /** The unit's posters, the standing one first, then the latest, with what came by each. */
    @Select("""
            select p.code, p.event, p.held_on, p.made_at, count(r.id) as registrations,
                count(r.id) filter (where r.status = 'ACCEPTED') as accepted
            from poster p left join poster_source s on s.code = p.code left join registration r on r.id = s.registration_id
            where p.unit_code = #{unit} group by p.code order by p.event is not null, p.made_at desc, p.code
            """)
    List<Posters.Line> list(RegionCode unit);
}
