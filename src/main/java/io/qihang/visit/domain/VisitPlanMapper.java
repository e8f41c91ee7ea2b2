package io.qihang.visit.domain;

import io.qihang.access.Scope;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Planned visits; what is longer stands in {@code VisitPlanMapper.xml}. */
@Mapper
interface VisitPlanMapper {

    /** Who plans for the enterprise waits here until the transaction before has ended. */
    @Select("select pg_advisory_xact_lock(hashtextextended('visit-plan ' || #{enterprise}::text, 0)) is not null")
    boolean takeTurn(EnterpriseId enterprise);

    @Select("select enterprise_id from enterprise_reach where region_code = #{county} and uscc = #{uscc}")
    @Nullable
    EnterpriseId enterpriseWith(RegionCode county, String uscc);

    @Insert("""
            insert into visit_plan (id, region_code, enterprise_id, planned_on, purpose, department, office, planner_id,
                joint_with, status, first_on, made_at, version)
            values (#{it.id}, #{it.regionCode}, #{it.enterpriseId}, #{it.plannedOn}, #{it.purpose}, #{it.department},
                #{office}, #{it.plannerId}, #{it.jointWith}, 'PLANNED', #{it.plannedOn}, #{now}, 0)
            """)
    void add(VisitPlan it, @Nullable String office, Instant now);

    @Select("""
            select id, region_code, enterprise_id, planned_on, purpose, department, planner_id, joint_with,
                status = 'CANCELLED' as cancelled, version
            from visit_plan where id = #{id} for update
            """)
    @Nullable
    VisitPlan lock(PlanId id);

    @Select("""
            select id, region_code, enterprise_id, planned_on, purpose, department, planner_id, joint_with,
                status = 'CANCELLED' as cancelled, version
            from visit_plan where id = #{id}
            """)
    @Nullable
    VisitPlan find(PlanId id);

    /** The planners of all that go together. */
    @Select("""
            select distinct planner_id from visit_plan
            where status = 'PLANNED' and (id = #{together} or joint_with = #{together})
            """)
    List<StaffId> planners(PlanId together);

    @Update("""
            update visit_plan set status = 'CANCELLED', cancelled_at = #{now}, version = version + 1
            where id = #{id} and status = 'PLANNED'
            """)
    int cancel(PlanId id, Instant now);

    /** Puts off all that go together. */
    @Update("""
            update visit_plan set planned_on = #{to}, postponed_at = #{now}, postponed_note = #{note},
                version = version + 1
            where status = 'PLANNED' and (id = #{together} or joint_with = #{together})
            """)
    int postpone(PlanId together, LocalDate to, String note, Instant now);

    /** The days of a stretch on which somebody comes or came to the enterprise. */
    @Select("""
            select planned_on from visit_plan
            where enterprise_id = #{enterprise} and status = 'PLANNED' and planned_on between #{from} and #{until}
            union
            select (visited_at at time zone 'Asia/Shanghai')::date from visit
            where enterprise_id = #{enterprise} and kind = 'ON_SITE'
              and visited_at >= #{from}::timestamp at time zone 'Asia/Shanghai'
              and visited_at < (#{until}::date + 1)::timestamp at time zone 'Asia/Shanghai'
            """)
    List<LocalDate> taken(EnterpriseId enterprise, LocalDate from, LocalDate until);

    @Select("""
            select id as plan, department, planned_on as "on" from visit_plan
            where enterprise_id = #{enterprise} and status = 'PLANNED' and planned_on between #{from} and #{until}
              and planner_id <> #{except}
            order by planned_on, id
            """)
    List<PlanViews.NearPlan> near(EnterpriseId enterprise, LocalDate from, LocalDate until, StaffId except);

    /** Within the scope, or planned by the asker or the asker's office, by day. */
    List<PlanRow> within(
            Scope scope,
            LocalDate from,
            LocalDate until,
            @Nullable RegionCode unit,
            int nearDays,
            @Nullable LocalDate afterDay,
            @Nullable UUID afterId,
            int limit);

    /** Of the enterprises a commissioner looks after today. */
    List<PlanRow> inPortfolio(
            StaffId staff,
            LocalDate today,
            int nearDays,
            @Nullable LocalDate afterDay,
            @Nullable UUID afterId,
            int limit);

    /** Of a member's enterprise, from a day on. */
    List<ComingRow> ofMember(
            EnterpriseId enterprise,
            PersonId person,
            LocalDate from,
            @Nullable LocalDate afterDay,
            @Nullable UUID afterId,
            int limit);

    record PlanRow(
            PlanId id,
            EnterpriseId enterpriseId,
            String enterpriseName,
            RegionCode unitCode,
            LocalDate plannedOn,
            String department,
            StaffId plannerId,
            String purpose,
            boolean joint,
            boolean cancelled,
            LocalDate firstOn,
            @Nullable Instant postponedAt,
            @Nullable String postponedNote,
            PlanViews.NearPlans near) {}

    record ComingRow(
            PlanId id,
            RegionCode regionCode,
            LocalDate plannedOn,
            String department,
            String purpose,
            boolean joint,
            LocalDate firstOn) {}
}
