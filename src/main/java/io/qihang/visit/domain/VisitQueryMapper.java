package io.qihang.visit.domain;

import io.qihang.access.Scope;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.visit.VisitId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Reads for the screens; the SQL stands in {@code VisitQueryMapper.xml}. */
@Mapper
interface VisitQueryMapper {

    List<VisitRows.CardRow> ofAuthor(
            StaffId author, @Nullable EnterpriseId enterprise, PageRequest.@Nullable Position after, int limit);

    VisitRows.@Nullable RecordRow own(StaffId author, UUID clientId);

    List<VisitRows.CardRow> within(Scope scope, VisitSearch search, PageRequest.@Nullable Position after, int limit);

    VisitRows.@Nullable RecordRow oneWithin(VisitId id, Scope scope);

    List<VisitRows.ShortRow> ofMember(
            EnterpriseId enterprise, PersonId person, PageRequest.@Nullable Position after, int limit);

    /** The enterprise's last visits, whoever made them. */
    List<VisitRows.RecordRow> last(EnterpriseId enterprise, int limit);

    /** An enterprise the commissioner looks after today; null for any other. */
    VisitRows.@Nullable HeadRow head(StaffId staff, EnterpriseId enterprise, LocalDate today);

    /** The open promises about these enterprises, due soonest first, so many of each. */
    List<VisitRows.LedgerRow> openOf(Collection<EnterpriseId> enterprises, int most);

    /** The last visits of each of these enterprises, whoever made them, the latest first. */
    List<VisitRows.PastRow> lastOf(Collection<EnterpriseId> enterprises, int most);

    /** The enterprises within the scope that a commissioner looked after on a day, not counting those acted for. */
    List<VisitRows.FirmRow> firmsOf(StaffId staff, LocalDate day, Scope scope, @Nullable UUID after, int limit);

    /** Open tasks about the enterprises a commissioner looks after today, the most pressing first. */
    List<VisitRows.TaskRow> tasksInPortfolio(
            StaffId staff,
            @Nullable EnterpriseId enterprise,
            LocalDate today,
            @Nullable LocalDate afterDay,
            @Nullable UUID afterId,
            int limit);

    /** Open tasks within the scope, the most pressing first. */
    List<VisitRows.TaskRow> tasksWithin(
            Scope scope,
            @Nullable RegionCode unit,
            @Nullable String rule,
            @Nullable LocalDate afterDay,
            @Nullable UUID afterId,
            int limit);

    /** Tasks about the enterprises a commissioner looks after today that somebody took off, the latest first. */
    List<VisitRows.DismissedRow> dismissedInPortfolio(
            StaffId staff,
            @Nullable EnterpriseId enterprise,
            LocalDate today,
            PageRequest.@Nullable Position after,
            int limit);

    /** Tasks within the scope that somebody took off, the latest first. */
    List<VisitRows.DismissedRow> dismissedWithin(
            Scope scope,
            @Nullable RegionCode unit,
            @Nullable String rule,
            PageRequest.@Nullable Position after,
            int limit);

    List<VisitRows.PortfolioRow> portfolio(StaffId staff, LocalDate today, @Nullable UUID after, int limit);

    /** Open promises about the enterprises a commissioner looks after today, due soonest first. */
    List<VisitRows.LedgerRow> openInPortfolio(
            StaffId staff,
            @Nullable EnterpriseId enterprise,
            LocalDate today,
            @Nullable LocalDate afterDue,
            @Nullable UUID afterId,
            int limit);

    VisitRows.@Nullable LedgerRow promiseWithin(PromiseId id, Scope scope);

    /** Promises within the scope, due soonest first. */
    List<VisitRows.LedgerRow> ledger(
            Scope scope,
            PromiseSearch search,
            LocalDate today,
            @Nullable LocalDate afterDue,
            @Nullable UUID afterId,
            int limit);

    /** Open promises about an enterprise within the scope, due soonest first. */
    List<VisitRows.LedgerRow> openWithin(
            EnterpriseId enterprise, Scope scope, @Nullable LocalDate afterDue, @Nullable UUID afterId, int limit);
}
