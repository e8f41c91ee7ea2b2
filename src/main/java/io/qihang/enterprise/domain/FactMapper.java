package io.qihang.enterprise.domain;

import io.qihang.enterprise.CurrentFacts;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.FactSource;
import io.qihang.enterprise.FactValue;
import io.qihang.enterprise.NewFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface FactMapper {

    String COLUMNS = "id, fact_key, value, unit, source_kind, source_ref, effective_from, recorded_at, confirmed_by";

    @Insert("""
            <script>
            insert into enterprise_fact (id, region_code, enterprise_id, fact_key, value, unit, source_kind, source_ref,
                effective_from, recorded_at, recorded_by, confirmed_at, confirmed_by)
            select v.id::uuid, e.region_code, e.id, v.key, v.value::jsonb, v.unit, v.kind, v.ref, v.since::date,
                #{now}, v.by::uuid, case when v.confirmed::uuid is null then null else #{now}::timestamptz end,
                v.confirmed::uuid
            from (values <foreach collection="facts" item="it" separator=",">
                (#{it.id}::text, #{it.fact.enterprise}::uuid, #{it.fact.key}, #{it.fact.value}::text, #{it.fact.unit},
                #{it.fact.source.kind}, #{it.fact.source.ref}, #{it.fact.effectiveFrom}::text,
                #{it.fact.recordedBy}::text, #{it.fact.confirmedBy}::text)</foreach>)
                v (id, enterprise, key, value, unit, kind, ref, since, by, confirmed)
            join enterprise e on e.id = v.enterprise
            </script>
            """)
    int insert(List<Numbered> facts, Instant now);

    /** Those who write facts of an enterprise take turns, so the current row never misses one. */
    @Select("""
            <script>select id from enterprise where id in
            <foreach collection="enterprises" item="it" open="(" close=")" separator=",">#{it}</foreach>
            order by id for no key update</script>
            """)
    List<EnterpriseId> lock(Collection<EnterpriseId> enterprises);

    @Insert("""
            <script>
            insert into enterprise_current_facts (enterprise_id, region_code, facts, updated_at, changed)
            select e.id, e.region_code, jsonb_build_object('facts', coalesce((
                select jsonb_object_agg(f.fact_key, jsonb_build_object('value', f.value, 'unit', f.unit,
                    'effectiveFrom', f.effective_from, 'source', f.source_kind,
                    'confirmed', f.confirmed_by is not null))
                from (select distinct on (fact_key) * from enterprise_fact
                    where enterprise_id = e.id and withdrawn_at is null
                    order by fact_key, effective_from desc, recorded_at desc, id desc) f), '{}')), #{now}, true
            from enterprise e where e.id in
            <foreach collection="enterprises" item="it" open="(" close=")" separator=",">#{it}</foreach>
            on conflict (enterprise_id) do update set facts = excluded.facts, updated_at = excluded.updated_at,
                changed = true
            </script>
            """)
    void refresh(Collection<EnterpriseId> enterprises, Instant now);

    @Select("""
            select distinct enterprise_id from enterprise_fact
            where source_kind = #{kind} and source_ref = #{ref} and withdrawn_at is null
            """)
    List<EnterpriseId> saidBy(FactSource source);

    @Update("""
            update enterprise_fact set withdrawn_at = #{now}, withdrawn_by = #{by}
            where source_kind = #{source.kind} and source_ref = #{source.ref} and withdrawn_at is null
            """)
    void withdraw(FactSource source, @Nullable UUID by, Instant now);

    @Select("select " + COLUMNS + """
             from enterprise_fact
            where enterprise_id = #{enterprise} and fact_key = #{key} and effective_from <= #{day}
                and withdrawn_at is null
            order by effective_from desc, recorded_at desc, id desc limit 1
            """)
    @Nullable
    Row asOf(EnterpriseId enterprise, String key, LocalDate day);

    @Select("select " + COLUMNS + """
             from enterprise_fact
            where enterprise_id = #{enterprise} and fact_key = #{key} and withdrawn_at is null
            order by effective_from desc, recorded_at desc, id desc
            """)
    List<Row> history(EnterpriseId enterprise, String key);

    @Select("""
            <script>select enterprise_id, facts from enterprise_current_facts where enterprise_id in
            <foreach collection="enterprises" item="it" open="(" close=")" separator=",">#{it}</foreach></script>
            """)
    List<CurrentRow> current(Collection<EnterpriseId> enterprises);

    /** Some whose facts have changed since they were last taken; other nodes take others. */
    @Select(value = """
            with taken as (select enterprise_id from enterprise_current_facts where changed
                order by enterprise_id limit #{limit} for update skip locked)
            update enterprise_current_facts f set changed = false from taken
            where f.enterprise_id = taken.enterprise_id
            returning f.enterprise_id, f.facts
            """, affectData = true)
    List<CurrentRow> takeChanged(int limit);

    record Numbered(UUID id, NewFact fact) {}

    record CurrentRow(EnterpriseId enterpriseId, CurrentFacts facts) {}

    record Row(
            UUID id,
            String factKey,
            FactValue value,
            @Nullable String unit,
            FactSource.Kind sourceKind,
            String sourceRef,
            LocalDate effectiveFrom,
            Instant recordedAt,
            @Nullable UUID confirmedBy) {}
}
