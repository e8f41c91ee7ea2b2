package io.qihang.enterprise.register;

import io.qihang.crypto.Sealed;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Uscc;
import io.qihang.enterprise.domain.RegisterFacts;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface RegisterImportMapper {

    /** One import or undo of a county's register at a time; freed with the transaction. */
    @Select("select pg_advisory_xact_lock(815004, hashtext(#{county})) is null")
    boolean takeTurn(RegionCode county);

    @Select("""
            <script>select id, uscc, name, unit_code, industry_code, contact_name, contact_phone, facts
            from register_entry where region_code = #{county} and uscc in
            <foreach collection="codes" item="it" open="(" close=")" separator=",">#{it}</foreach></script>
            """)
    List<Entry> entries(RegionCode county, Collection<Uscc> codes);

    @Insert("""
            insert into register_import (id, region_code, file_name, effective_from, row_count, added, changed,
                imported_by, imported_at)
            values (#{id}, #{county}, #{fileName}, #{effectiveFrom}, #{rows}, #{added}, #{changed}, #{by}, #{now})
            """)
    void insertImport(
            UUID id,
            RegionCode county,
            String fileName,
            LocalDate effectiveFrom,
            int rows,
            int added,
            int changed,
            UUID by,
            Instant now);

    /** Keeps the rows as they are before an import writes them. */
    @Insert("""
            <script>insert into register_change (import_id, entry_id, region_code, before)
            select #{importId}, v.id, #{county}, to_jsonb(r)
            from (values <foreach collection="entries" item="it" separator=",">(#{it}::uuid)</foreach>) v (id)
            left join register_entry r on r.id = v.id</script>
            """)
    void keepBefore(UUID importId, RegionCode county, Collection<UUID> entries);

    @Insert("""
            <script>insert into register_entry (id, region_code, uscc, name, name_key, unit_code, industry_code,
                contact_name, contact_phone, facts, import_id, recorded_at)
            values <foreach collection="entries" item="it" separator=",">(#{it.id}, #{county}, #{it.uscc}, #{it.name},
                #{it.nameKey}, #{it.unitCode}, #{it.industryCode}, #{it.contactName}, #{it.contactPhone},
                #{it.facts}, #{importId}, #{now})</foreach>
            on conflict (region_code, uscc) do update set name = excluded.name, name_key = excluded.name_key,
                unit_code = excluded.unit_code, industry_code = excluded.industry_code,
                contact_name = excluded.contact_name, contact_phone = excluded.contact_phone, facts = excluded.facts,
                import_id = excluded.import_id, recorded_at = excluded.recorded_at</script>
            """)
    void put(UUID importId, RegionCode county, Collection<NewEntry> entries, Instant now);

    @Select("""
            select e.id as enterprise, r.facts from register_entry r
            join enterprise e on e.region_code = r.region_code and e.uscc = r.uscc where r.import_id = #{importId}
            """)
    List<EnterpriseFacts> factsOf(UUID importId);

    @Select("select * from register_import where id = #{id} for update")
    @Nullable
    ImportRow lock(UUID id);

    @Select("""
            <script>select * from register_import where region_code = #{county}
            <if test="after != null">and id &lt; #{after}</if> order by id desc limit #{limit}</script>
            """)
    List<ImportRow> imports(RegionCode county, @Nullable UUID after, int limit);

    @Select("""
            select exists (select from register_change c join register_entry e on e.id = c.entry_id
                where c.import_id = #{id} and e.import_id <> #{id})
            """)
    boolean touchedLater(UUID id);

    @Update("""
            update register_entry e set name = b.name, name_key = b.name_key, unit_code = b.unit_code,
                industry_code = b.industry_code, contact_name = b.contact_name, contact_phone = b.contact_phone,
                facts = b.facts, import_id = b.import_id, recorded_at = b.recorded_at
            from register_change c, jsonb_populate_record(null::register_entry, c.before) b
            where c.import_id = #{id} and c.before is not null and e.id = c.entry_id
            """)
    void restore(UUID id);

    @Delete("""
            delete from register_entry e using register_change c
            where c.import_id = #{id} and c.before is null and e.id = c.entry_id
            """)
    void removeAdded(UUID id);

    @Update("update register_import set undone_by = #{by}, undone_at = #{now} where id = #{id}")
    void undone(UUID id, UUID by, Instant now);

    record Entry(
            UUID id,
            Uscc uscc,
            String name,
            @Nullable RegionCode unitCode,
            @Nullable String industryCode,
            @Nullable Sealed contactName,
            @Nullable Sealed contactPhone,
            RegisterFacts facts) {}

    record NewEntry(
            UUID id,
            Uscc uscc,
            String name,
            String nameKey,
            @Nullable RegionCode unitCode,
            @Nullable String industryCode,
            @Nullable Sealed contactName,
            @Nullable Sealed contactPhone,
            RegisterFacts facts) {}

    record EnterpriseFacts(EnterpriseId enterprise, RegisterFacts facts) {}

    record ImportRow(
            UUID id,
            RegionCode regionCode,
            String fileName,
            LocalDate effectiveFrom,
            int rowCount,
            int added,
            int changed,
            UUID importedBy,
            Instant importedAt,
            @Nullable UUID undoneBy,
            @Nullable Instant undoneAt) {}
}
