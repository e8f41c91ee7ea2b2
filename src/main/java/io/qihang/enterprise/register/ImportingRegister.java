package io.qihang.enterprise.register;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.crypto.Sealed;
import io.qihang.crypto.Vault;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.enterprise.FactBook;
import io.qihang.enterprise.FactSource;
import io.qihang.enterprise.NewFact;
import io.qihang.enterprise.Uscc;
import io.qihang.enterprise.domain.Industries;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The county bureau brings its register in from Excel: first to see what would happen, then for good. A row that is
 * wrong keeps the whole file out. Rows that say what is there already are left alone.
 */
@Service
public class ImportingRegister {

    private static final int BATCH = 500;
    private static final int SHOWN_ERRORS = 200;
    private static final String TABLE = "register_entry";

    private final RegisterImportMapper mapper;
    private final Regions regions;
    private final Industries industries;
    private final FactBook facts;
    private final Vault vault;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    ImportingRegister(
            RegisterImportMapper mapper,
            Regions regions,
            Industries industries,
            FactBook facts,
            Vault vault,
            AuditTrail audit,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.mapper = mapper;
        this.regions = regions;
        this.industries = industries;
        this.facts = facts;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a file would do, or did.
     *
     * @param importId null for a dry run
     * @param unchanged rows that say what is there already
     * @param columns headings understood
     * @param ignoredColumns headings not understood; their content is not kept
     * @param errorCount all wrong cells; {@code errors} shows the first 200
     */
    public record Report(
            @Nullable UUID importId,
            int rows,
            int added,
            int changed,
            int unchanged,
            List<String> columns,
            List<String> ignoredColumns,
            int errorCount,
            List<RowError> errors) {}

    private record Checked(
            List<RegisterRow> rows, int rowCount, List<String> columns, List<String> ignored, List<RowError> errors) {}

    private record Plan(List<RegisterImportMapper.NewEntry> added, List<RegisterImportMapper.NewEntry> changed) {

        List<RegisterImportMapper.NewEntry> all() {
            var all = new ArrayList<>(added);
            all.addAll(changed);
            return all;
        }
    }

    /** Checks a file and says what it would do; writes nothing. */
    public Report dryRun(Actor officer, RegionCode county, LocalDate effectiveFrom, byte[] content) {
        Checked checked = check(officer, county, effectiveFrom, content);
        Plan plan = plan(county, checked.rows());
        return report(null, checked, plan);
    }

    /**
     * Applies a file whole.
     *
     * @throws Problem {@code ROWS_WRONG} naming the wrong cells; nothing is applied then
     */
    public Report apply(Actor officer, RegionCode county, String fileName, LocalDate effectiveFrom, byte[] content) {
        Checked checked = check(officer, county, effectiveFrom, content);
        if (!checked.errors().isEmpty()) {
            throw Problem.of(
                    WorkbookProblem.ROWS_WRONG,
                    checked.errors().stream()
                            .limit(SHOWN_ERRORS)
                            .map(it -> new Problem.FieldError("第 " + it.row() + " 行 " + it.column(), it.reason()))
                            .toList());
        }
        return Objects.requireNonNull(
                transaction.execute(status -> write(officer, county, fileName, effectiveFrom, checked)));
    }

    private Report write(Actor officer, RegionCode county, String fileName, LocalDate effectiveFrom, Checked checked) {
        mapper.takeTurn(county);
        Plan plan = plan(county, checked.rows());
        UUID id = ids.next();
        mapper.insertImport(
                id,
                county,
                fileName,
                effectiveFrom,
                checked.rowCount(),
                plan.added().size(),
                plan.changed().size(),
                officer.account(),
                clock.instant());
        for (var batch : batches(plan.all())) {
            mapper.keepBefore(
                    id,
                    county,
                    batch.stream().map(RegisterImportMapper.NewEntry::id).toList());
            mapper.put(id, county, batch, clock.instant());
        }
        facts.record(newFacts(id, officer));
        audit.record(
                "register.import",
                "register-import",
                id,
                "导入企业名录，新增 " + plan.added().size() + " 家，变化 " + plan.changed().size() + " 家");
        return report(id, checked, plan);
    }

    private List<NewFact> newFacts(UUID id, Actor officer) {
        var source = new FactSource(FactSource.Kind.REGISTER_IMPORT, id.toString());
        return mapper.factsOf(id).stream()
                .flatMap(it -> it.facts().facts().stream()
                        .map(fact -> new NewFact(
                                it.enterprise(),
                                fact.key(),
                                fact.value(),
                                fact.unit(),
                                source,
                                fact.effectiveFrom(),
                                officer.account(),
                                officer.account())))
                .toList();
    }

    private Checked check(Actor officer, RegionCode county, LocalDate effectiveFrom, byte[] content) {
        if (!officer.scope().counties().contains(county)) throw Problem.of(PlatformProblem.NOT_FOUND);
        if (effectiveFrom.isAfter(Times.dayOf(clock.instant()))) {
            throw Problem.of(EnterpriseProblem.FACT_FROM_THE_FUTURE);
        }
        Sheet sheet = Sheet.read(content);
        Map<RegisterColumn, Integer> places = new EnumMap<>(RegisterColumn.class);
        List<String> columns = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        sheet.headings().forEach((place, heading) -> RegisterColumn.of(heading)
                .filter(it -> places.putIfAbsent(it, place) == null)
                .ifPresentOrElse(it -> columns.add(heading), () -> ignored.add(heading)));
        for (RegisterColumn needed : List.of(RegisterColumn.USCC, RegisterColumn.NAME)) {
            if (!places.containsKey(needed)) {
                throw Problem.of(WorkbookProblem.COLUMN_MISSING, needed.heading());
            }
        }
        var reader = new RowReader(county, effectiveFrom, places, regions, industries);
        List<RegisterRow> rows = reader.read(sheet.rows());
        return new Checked(rows, sheet.rows().size(), columns, ignored, reader.errors());
    }

    /** Which rows are new and which say something else than the register does now. */
    private Plan plan(RegionCode county, List<RegisterRow> rows) {
        Map<Uscc, RegisterImportMapper.Entry> there = new HashMap<>();
        for (var batch : batches(rows)) {
            mapper.entries(county, batch.stream().map(RegisterRow::uscc).toList())
                    .forEach(it -> there.put(it.uscc(), it));
        }
        List<RegisterImportMapper.NewEntry> added = new ArrayList<>();
        List<RegisterImportMapper.NewEntry> changed = new ArrayList<>();
        for (RegisterRow row : rows) {
            var entry = there.get(row.uscc());
            if (entry == null) added.add(sealed(ids.next(), row));
            else if (!same(entry, row)) changed.add(sealed(entry.id(), row));
        }
        return new Plan(added, changed);
    }

    private boolean same(RegisterImportMapper.Entry entry, RegisterRow row) {
        return entry.name().equals(row.name().value())
                && Objects.equals(entry.unitCode(), row.unit())
                && Objects.equals(entry.industryCode(), row.industry())
                && Objects.equals(open(entry.id(), "contact_name", entry.contactName()), row.contactName())
                && Objects.equals(open(entry.id(), "contact_phone", entry.contactPhone()), row.contactPhone())
                && entry.facts().saysTheSameAs(row.facts());
    }

    private RegisterImportMapper.NewEntry sealed(UUID id, RegisterRow row) {
        return new RegisterImportMapper.NewEntry(
                id,
                row.uscc(),
                row.name().value(),
                row.name().key(),
                row.unit(),
                row.industry(),
                seal(id, "contact_name", row.contactName()),
                seal(id, "contact_phone", row.contactPhone()),
                row.facts());
    }

    private @Nullable Sealed seal(UUID id, String column, @Nullable String text) {
        return text == null ? null : vault.seal(TABLE, column, id, text);
    }

    private @Nullable String open(UUID id, String column, @Nullable Sealed sealed) {
        return sealed == null ? null : vault.open(TABLE, column, id, sealed);
    }

    private static Report report(@Nullable UUID id, Checked checked, Plan plan) {
        int added = plan.added().size();
        int changed = plan.changed().size();
        return new Report(
                id,
                checked.rowCount(),
                added,
                changed,
                checked.rows().size() - added - changed,
                checked.columns(),
                checked.ignored(),
                checked.errors().size(),
                checked.errors().stream().limit(SHOWN_ERRORS).toList());
    }

    private static <T> List<List<T>> batches(List<T> all) {
        return IntStream.iterate(0, it -> it < all.size(), it -> it + BATCH)
                .mapToObj(it -> all.subList(it, Math.min(it + BATCH, all.size())))
                .toList();
    }
}
