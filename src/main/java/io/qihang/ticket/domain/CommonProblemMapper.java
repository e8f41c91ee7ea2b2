package io.qihang.ticket.domain;

import io.qihang.access.Scope;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.CommonProblemId;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.TicketQueryMapper.CardRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** 共性问题 and what looks alike; the SQL of the reads stands in {@code CommonProblemMapper.xml}. */
@Mapper
interface CommonProblemMapper {

    @Insert("""
            insert into common_problem (id, region_code, category, title, summary, office, created_by, created_at)
            values (#{id}, #{county}, #{category}, #{title}, #{summary}, #{office}, #{account}, #{now})
            """)
    void add(
            CommonProblemId id,
            RegionCode county,
            String category,
            String title,
            String summary,
            String office,
            UUID account,
            Instant now);

    /** The problem, locked until the transaction ends: its tickets are counted, and then one more comes in. */
    @Nullable
    @Select("select id from common_problem where id = #{id} for update")
    CommonProblemId lock(CommonProblemId id);

    /** The problem, wherever it is. */
    @Nullable
    CommonProblem find(CommonProblemId id);

    List<CommonProblem> list(Scope scope, boolean open, PageRequest.@Nullable Position after, int limit);

    /** The county's problems that still have an open ticket, newest first, with the enterprise's own ticket in it. */
    List<OfferedRow> offered(RegionCode county, EnterpriseId enterprise, int limit);

    /** The open tickets of a category in a county, newest first. */
    List<CardRow> openOfCategory(RegionCode county, String category, int limit);

    /** What stands in a problem, oldest first. */
    List<CardRow> within(CommonProblemId problem);

    /** The open tickets of a problem in the order in which they are locked. */
    @Select("select id from ticket where common_problem = #{problem} and status <> 'CLOSED' order by id")
    List<TicketId> open(CommonProblemId problem);

    /** Titles of open tickets of one category in one unit, without those of the enterprise itself. */
    @Select("""
            select t.enterprise_id, t.title from ticket t
            join enterprise_reach e on e.enterprise_id = t.enterprise_id
            where t.region_code = #{county} and t.category = #{category} and t.status <> 'CLOSED'
              and e.unit_code = #{unit} and t.enterprise_id <> #{enterprise}
            order by t.created_at desc, t.id desc limit #{limit}
            """)
    List<NearbyRow> nearby(RegionCode county, RegionCode unit, String category, EnterpriseId enterprise, int limit);

    record NearbyRow(EnterpriseId enterpriseId, String title) {}

    record OfferedRow(
            CommonProblemId id,
            String category,
            String title,
            String summary,
            String office,
            Instant createdAt,
            int enterprises,
            @Nullable TicketId own) {}
}
