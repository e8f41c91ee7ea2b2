package io.qihang.plan.domain;

import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface PlanMapper {

    /** A plan whole, in one statement; the SQL stands in {@code PlanMapper.xml}. */
    @Nullable
    Plan find(RegionCode county, int year);

    @Select("select year, status, name from plan where region_code = #{county} order by year desc")
    List<Line> list(RegionCode county);

    @Select("select exists (select from plan where region_code = #{county} and year = #{year})")
    boolean exists(RegionCode county, int year);

    @Insert("""
            insert into plan (region_code, year, status, name, document, clause, remark, deadline_note, sources,
                loaded_at)
            values (#{plan.county}, #{plan.year}, #{plan.status}, #{plan.name}, #{plan.document}, #{plan.clause},
                #{plan.remark}, #{plan.deadlineNote}, #{plan.sources}, #{now})
            on conflict (region_code, year) do update set status = excluded.status, name = excluded.name,
                document = excluded.document, clause = excluded.clause, remark = excluded.remark,
                deadline_note = excluded.deadline_note, sources = excluded.sources, loaded_at = excluded.loaded_at
            """)
    void put(Plan plan, Instant now);

    @Delete("delete from plan_item where region_code = #{county} and year = #{year}")
    void clearItems(RegionCode county, int year);

    @Delete("delete from plan_target where region_code = #{county} and year = #{year}")
    void clearTargets(RegionCode county, int year);

    @Insert("""
            <script>insert into plan_item (region_code, year, no, key, name, unit_name, measure, total, deadline,
                deadline_on, office, clause, note)
            values <foreach collection="items" item="it" separator=",">(#{county}, #{year}, #{it.no}, #{it.key},
                #{it.name}, #{it.unitName}, #{it.measure}, #{it.total}, #{it.deadline}, #{it.deadlineOn},
                #{it.office}, #{it.clause}, #{it.note})</foreach></script>
            """)
    void insertItems(RegionCode county, int year, List<PlanItem> items);

    @Insert("""
            <script>insert into plan_target (region_code, year, seq, kind, item_no, item_key, item_name, unit_code,
                level, op, value, unit_name, measure, deadline, clause, quote, note)
            values <foreach collection="targets" item="it" separator=",">(#{county}, #{year}, #{it.seq}, #{it.kind},
                #{it.itemNo}, #{it.itemKey}, #{it.itemName}, #{it.unitCode}, #{it.level}, #{it.op}, #{it.value},
                #{it.unitName}, #{it.measure}, #{it.deadline}, #{it.clause}, #{it.quote}, #{it.note})</foreach></script>
            """)
    void insertTargets(RegionCode county, int year, List<PlanTarget> targets);

    /** A plan in the list of plans. */
    record Line(int year, PlanStatus status, String name) {}
}
