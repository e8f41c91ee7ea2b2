package io.qihang.ticket.domain;

import io.qihang.access.Scope;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.storage.FileId;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.TicketOrigin;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads for the screens; the SQL stands in {@code TicketQueryMapper.xml}. */
@Mapper
interface TicketQueryMapper {

    @Nullable
    TicketRecord within(TicketId id, Scope scope);

    @Nullable
    TicketRecord ofMember(TicketId id, PersonId person);

    List<CardRow> ofEnterprise(
            EnterpriseId enterprise, PersonId person, boolean open, PageRequest.@Nullable Position after, int limit);

    /** What is checked and stands so, as far as the tickets are within reach. */
    List<CheckRow> checks(Scope scope, CheckState state, PageRequest.@Nullable Position after, int limit);

    @Nullable
    CheckRow checkWithin(ContentCheckId id, Scope scope);

    record CheckRow(
            ContentCheckId id,
            TicketId ticket,
            String number,
            String title,
            String enterpriseName,
            @Nullable FileId file,
            @Nullable String name,
            @Nullable String text,
            Instant writtenAt,
            CheckState state,
            @Nullable CheckCause cause,
            @Nullable Integer label,
            @Nullable String reason,
            @Nullable Instant decidedAt) {

        ContentReview asReview() {
            return new ContentReview(
                    id,
                    ticket,
                    number,
                    title,
                    enterpriseName,
                    file,
                    name,
                    text,
                    writtenAt,
                    state,
                    state.label(),
                    cause == null ? null : cause.words(label),
                    reason,
                    decidedAt);
        }
    }

    List<CardRow> ofEnterpriseWithin(
            EnterpriseId enterprise, Scope scope, PageRequest.@Nullable Position after, int limit);

    List<CardRow> search(
            Scope scope, TicketSearch search, Instant now, PageRequest.@Nullable Position after, int limit);

    /** How many stand where; closed ones only since then. */
    List<CountRow> counts(Scope scope, Instant now, Instant closedSince);

    /** How many tickets of a category each office solved since then, the most first. */
    List<ExperienceRow> experience(RegionCode county, String category, Instant since, Instant now);

    /** What each person of these offices has on the desk; of all offices when none is named. */
    List<BacklogRow> backlogs(RegionCode county, Set<String> offices, Instant now);

    /** What somebody has on the desk of an office, the soonest due first. */
    List<TicketId> openOf(RegionCode county, String office, UUID handler, int limit);

    /** What somebody has on the desk, in the order in which it is locked. */
    @Select("""
            select id from ticket
            where region_code = #{county} and handler = #{handler} and status <> 'CLOSED' order by id
            """)
    List<TicketId> handledBy(RegionCode county, UUID handler);

    /** What enterprises raised so far, to tell a line of a list that came in before. */
    List<TitleRow> titles(Collection<EnterpriseId> enterprises);

    record TitleRow(EnterpriseId enterpriseId, String title, Instant receivedAt, String number) {}

    record ExperienceRow(String office, int solved) {}

    record BacklogRow(
            String office,
            @Nullable UUID handler,
            int open,
            int overdue,
            @Nullable Instant oldestDue) {}

    List<LedgerRow> ledger(Scope scope, Instant from, Instant until, int limit);

    record CountRow(TicketStatus status, int tickets, int overdue) {}

    record CardRow(
            TicketId id,
            RegionCode regionCode,
            EnterpriseId enterpriseId,
            String enterpriseName,
            String number,
            String category,
            String title,
            TicketOrigin origin,
            Instant receivedAt,
            Instant createdAt,
            TicketStatus status,
            @Nullable String office,
            @Nullable TicketOutcome outcome,
            @Nullable Instant nextDueAt,
            @Nullable Light light) {}

    record LedgerRow(
            RegionCode regionCode,
            String number,
            String enterpriseName,
            RegionCode unitCode,
            String category,
            String title,
            TicketOrigin origin,
            @Nullable String originNote,
            Instant receivedAt,
            @Nullable String office,
            TicketStatus status,
            @Nullable TicketOutcome outcome,
            @Nullable Instant closedAt,
            int reopened,
            Instant acceptDueAt,
            @Nullable Instant acceptMetAt,
            Instant replyDueAt,
            @Nullable Instant replyMetAt,
            Instant solveDueAt,
            @Nullable Instant solveMetAt,
            @Nullable String result,
            int files) {}
}
