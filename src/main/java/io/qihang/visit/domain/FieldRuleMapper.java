package io.qihang.visit.domain;

import io.qihang.agenda.TaskRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** What the rules of field work ask, in the order of the enterprises' ids; the SQL stands in {@code FieldRuleMapper.xml}. */
@Mapper
interface FieldRuleMapper {

    /** Enterprises with a main commissioner today whom nobody visited since that day. */
    List<SilentRow> silent(TaskRule.Question question, LocalDate since);

    /** Open promises with a last day up to that one. */
    List<DueRow> promisesDue(TaskRule.Question question, LocalDate until);

    /** Tickets closed in that time about whose enterprise nobody has asked since they were to be. */
    List<ClosedRow> toRecheck(TaskRule.Question question, Instant from, Instant until);

    record SilentRow(
            UUID enterpriseId, LocalDate startsOn, @Nullable Instant visitedAt) {}

    record DueRow(UUID id, UUID enterpriseId, String what, LocalDate dueOn) {}

    record ClosedRow(UUID ticketId, UUID enterpriseId, String number, String title, Instant closedAt) {}
}
