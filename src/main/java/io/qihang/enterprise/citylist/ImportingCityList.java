package io.qihang.enterprise.citylist;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import io.qihang.workbook.RowError;
import io.qihang.workbook.Sheet;
import io.qihang.workbook.WorkbookProblem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The county bureau brings in the city platform's list: first to see whether it is right, then for good. A row that is
 * wrong keeps the whole file out. Each file is a snapshot of its own day; the newest one that was not taken back counts.
 */
@Service
public class ImportingCityList {

    private static final int BATCH = 500;
    private static final int SHOWN_ERRORS = 200;

    private final CityListMapper mapper;
    private final Regions regions;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    ImportingCityList(
            CityListMapper mapper,
            Regions regions,
            AuditTrail audit,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.mapper = mapper;
        this.regions = regions;
        this.audit = audit;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is in a file.
     *
     * @param listing null for a dry run
     * @param rows the enterprises that are right
     * @param errorCount all wrong cells; {@code errors} shows the first 200
     */
    public record ListingReport(
            @Nullable UUID listing, LocalDate listedOn, int rows, int errorCount, List<RowError> errors) {}

    private record Checked(List<CityListRow> rows, List<RowError> errors) {}

    /** Checks a file; writes nothing. */
    public ListingReport dryRun(Actor officer, RegionCode county, LocalDate listedOn, byte[] content) {
        Checked checked = check(officer, county, listedOn, content);
        return new ListingReport(
                null,
                listedOn,
                checked.rows().size(),
                checked.errors().size(),
                checked.errors().stream().limit(SHOWN_ERRORS).toList());
    }

    /**
     * Takes a file in whole.
     *
     * @throws Problem {@code ROWS_WRONG} naming the wrong cells; nothing is taken in then
     */
    public ListingReport apply(Actor officer, RegionCode county, String fileName, LocalDate listedOn, byte[] content) {
        Checked checked = check(officer, county, listedOn, content);
        if (!checked.errors().isEmpty()) {
            throw Problem.of(
                    WorkbookProblem.ROWS_WRONG,
                    checked.errors().stream()
                            .limit(SHOWN_ERRORS)
                            .map(it -> new Problem.FieldError("第 " + it.row() + " 行 " + it.column(), it.reason()))
                            .toList());
        }
        UUID id = ids.next();
        transaction.executeWithoutResult(status -> write(id, officer, county, fileName, listedOn, checked.rows()));
        return new ListingReport(id, listedOn, checked.rows().size(), 0, List.of());
    }

    private void write(
            UUID id, Actor officer, RegionCode county, String fileName, LocalDate listedOn, List<CityListRow> rows) {
        mapper.insert(id, county, fileName, listedOn, rows.size(), officer.account(), clock.instant());
        for (int from = 0; from < rows.size(); from += BATCH) {
            mapper.insertEntries(id, county, rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
        mapper.count(id);
        audit.record(
                "platform-listing.import",
                "platform-listing",
                id,
                "导入市平台名单（名单日期 " + listedOn + "），" + rows.size() + " 家");
    }

    private Checked check(Actor officer, RegionCode county, LocalDate listedOn, byte[] content) {
        if (!officer.scope().counties().contains(county)) throw Problem.of(PlatformProblem.NOT_FOUND);
        if (listedOn.isAfter(Times.dayOf(clock.instant()))) {
            throw Problem.of(EnterpriseProblem.LISTING_FROM_THE_FUTURE);
        }
        var reader = new CityListReader(county, listedOn, regions, ids);
        List<CityListRow> rows = reader.read(Sheet.read(content));
        return new Checked(rows, reader.errors());
    }
}
