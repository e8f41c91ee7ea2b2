package io.qihang.ticket.domain;

import io.qihang.indicator.CountedMember;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Counts; the SQL stands in {@code TicketFigureMapper.xml}. */
@Mapper
interface TicketFigureMapper {

    List<Count> counts(List<TicketFigure> figures, TicketFigures.Bounds time);

    List<CountedMember> members(
            TicketFigure figure, RegionCode place, TicketFigures.Bounds time, @Nullable UUID after, int limit);

    /** Deadlines of offices that were met since; at most so many, the latest first. */
    @Select("""
            select kind, started_at, met_at from ticket_step
            where region_code = #{county} and kind in ('ACCEPT', 'REPLY', 'SOLVE') and met_at >= #{since}
            order by met_at desc limit #{limit}
            """)
    List<MetStep> met(RegionCode county, Instant since, int limit);

    record Count(TicketFigure figure, RegionCode unit, int tickets) {}

    record MetStep(StepKind kind, Instant startedAt, Instant metAt) {}
}
