package io.qihang.agenda.domain;

import io.qihang.agenda.Occasion;
import io.qihang.agenda.TaskId;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The kept tasks; what is longer stands in {@code TaskMapper.xml}. */
@Mapper
interface TaskMapper {

    /** A task that a rule calls for, under the id it gets if it is new. */
    record Row(TaskId id, Occasion occasion) {}

    /** The days a county has for the rule, or else the country; null when it is off. */
    @Select("""
            select days from (select days, enabled from agenda_rule
                where rule = #{rule} and region_code in ('100000', #{county})
                order by (region_code = #{county}) desc limit 1) s
            where s.enabled
            """)
    @Nullable
    Integer days(RegionCode county, String rule);

    @Insert("""
            insert into agenda_rule (region_code, rule, enabled, days, label)
            values (#{region}, #{rule.rule}, #{rule.enabled}, #{rule.days}, #{label})
            on conflict (region_code, rule) do update set enabled = excluded.enabled, days = excluded.days,
                label = excluded.label
            """)
    void put(RegionCode region, TaskRulesFile.RuleSetting rule, String label);

    /** Takes the turn until the transaction ends; false when another has it. */
    @Select("select pg_try_advisory_xact_lock(hashtextextended('task ' || #{turn}, 0))")
    boolean takeTurn(String turn);

    /** Waits for the turn. */
    @Select("select pg_advisory_xact_lock(hashtextextended('task ' || #{turn}, 0)) is not null")
    boolean awaitTurn(String turn);

    /** Opens them; one that is there stays as it is unless it had closed by itself. */
    int open(TaskStretch stretch, List<Row> rows, Instant now);

    /** Closes what is open in the stretch and not among the occasions. */
    int close(TaskStretch stretch, List<Occasion> occasions, Instant now);

    @Select("select subject_id from agenda_task where id = #{id}")
    @Nullable
    UUID subjectOf(TaskId id);

    @Update("""
            update agenda_task set closed_at = #{now}, closing = 'DISMISSED', reason = #{reason}, dismissed_by = #{by}
            where id = #{id} and closed_at is null
            """)
    int dismiss(TaskId id, String reason, UUID by, Instant now);
}
