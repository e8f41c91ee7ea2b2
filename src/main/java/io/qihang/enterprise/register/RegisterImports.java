package io.qihang.enterprise.register;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.enterprise.FactBook;
import io.qihang.enterprise.FactSource;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The imports of a county's register, and how one is taken back. */
@Service
public class RegisterImports {

    private final RegisterImportMapper mapper;
    private final FactBook facts;
    private final AuditTrail audit;
    private final Clock clock;

    RegisterImports(RegisterImportMapper mapper, FactBook facts, AuditTrail audit, Clock clock) {
        this.mapper = mapper;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    /** An import in the list. */
    public record ImportLine(
            UUID id,
            String fileName,
            LocalDate effectiveFrom,
            int rows,
            int added,
            int changed,
            Instant importedAt,
            @Nullable Instant undoneAt) {}

    /** The county's imports, the newest first. */
    public Page<ImportLine> list(Actor officer, RegionCode county, PageRequest page) {
        requireCounty(officer, county);
        var rows = mapper.imports(county, page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString())
                .map(it -> new ImportLine(
                        it.id(),
                        it.fileName(),
                        it.effectiveFrom(),
                        it.rowCount(),
                        it.added(),
                        it.changed(),
                        it.importedAt(),
                        it.undoneAt()));
    }

    /**
     * Takes an import back: the register and the facts are as they were before it. Enterprises that registered with its
     * help stay registered.
     *
     * @throws Problem {@code REGISTER_IMPORT_OVERTAKEN} when a later import wrote some of the same rows
     */
    @Transactional
    public void undo(Actor officer, UUID id) {
        var row = mapper.lock(id);
        if (row == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        requireCounty(officer, row.regionCode());
        mapper.takeTurn(row.regionCode());
        if (row.undoneAt() != null) throw Problem.of(EnterpriseProblem.REGISTER_IMPORT_UNDONE);
        if (mapper.touchedLater(id)) throw Problem.of(EnterpriseProblem.REGISTER_IMPORT_OVERTAKEN);
        mapper.restore(id);
        mapper.removeAdded(id);
        mapper.undone(id, officer.account(), clock.instant());
        facts.withdraw(new FactSource(FactSource.Kind.REGISTER_IMPORT, id.toString()), officer.account());
        audit.record("register.undo", "register-import", id, "撤销企业名录导入 " + row.fileName());
    }

    private static void requireCounty(Actor officer, RegionCode county) {
        if (!officer.scope().counties().contains(county)) throw Problem.of(PlatformProblem.NOT_FOUND);
    }
}
