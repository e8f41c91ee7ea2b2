package io.qihang.policy.domain;

import io.qihang.agenda.TaskRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Policies sent and not read; the SQL stands in {@code PolicyAgendaMapper.xml}. */
@Mapper
interface PolicyAgendaMapper {

    /** Those sent to these enterprises, the newest first, so many of each. */
    List<UnreadRow> unread(Collection<UUID> subjects, int most);

    /** Those published since then to enterprises of the county, in the order of the enterprises' ids. */
    List<UnreadRow> unreadIn(TaskRule.Question question, Instant since);

    record UnreadRow(
            UUID id,
            UUID enterpriseId,
            String title,
            Instant publishedAt,
            @Nullable LocalDate applyUntil) {}
}
