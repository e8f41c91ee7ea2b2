package io.qihang.enterprise.assignment;

import io.qihang.access.Actor;
import io.qihang.access.Role;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Uscc;
import io.qihang.identity.StaffDirectory;
import io.qihang.platform.Ids;
import io.qihang.platform.Problem;
import io.qihang.platform.Times;
import io.qihang.region.Offices;
import io.qihang.workbook.RowError;
import io.qihang.workbook.WorkbookProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** A round's list comes in from Excel: first to see what would happen, then for good. One wrong row keeps all out. */
@Service
public class ImportingAssignments {

    private static final int SHOWN_ERRORS = 200;

    private final AssignmentRecords records;
    private final AssignmentMapper mapper;
    private final StaffDirectory staff;
    private final Offices offices;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    ImportingAssignments(
            AssignmentRecords records,
            AssignmentMapper mapper,
            StaffDirectory staff,
            Offices offices,
            AuditTrail audit,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.records = records;
        this.mapper = mapper;
        this.staff = staff;
        this.offices = offices;
        this.audit = audit;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a list would do, or did.
     *
     * @param added rows for which nobody stood there
     * @param replaced rows that follow somebody of an earlier list
     * @param unchanged rows that say what is there already
     * @param errorCount all wrong cells; {@code errors} shows the first 200
     */
    @Schema(name = "AssignmentImportReport")
    public record Report(int rows, int added, int replaced, int unchanged, int errorCount, List<RowError> errors) {}

    /** Checks a list and says what it would do; writes nothing. */
    public Report dryRun(Actor officer, RoundId round, byte[] content) {
        return run(officer, round, content, false);
    }

    /**
     * Applies a list whole.
     *
     * @throws Problem {@code ROWS_WRONG} naming the wrong cells; nothing is applied then
     */
    public Report apply(Actor officer, RoundId round, byte[] content) {
        return run(officer, round, content, true);
    }

    private Report run(Actor officer, RoundId id, byte[] content, boolean apply) {
        AssignmentRound round = records.require(officer, id);
        var sheet = new AssignmentSheet(content);
        List<ListedAssignment> rows = sheet.rows();
        return Objects.requireNonNull(transaction.execute(status -> {
            AssignmentPlan plan = plan(round, rows, apply);
            List<RowError> errors = new ArrayList<>(sheet.errors());
            errors.addAll(plan.errors());
            if (apply) {
                refuse(errors);
                write(officer, round, plan);
            }
            return new Report(
                    sheet.size(),
                    plan.changes().size() - plan.replaced(),
                    plan.replaced(),
                    plan.unchanged(),
                    errors.size(),
                    errors.stream().limit(SHOWN_ERRORS).toList());
        }));
    }

    private AssignmentPlan plan(AssignmentRound round, List<ListedAssignment> rows, boolean lock) {
        var codes = rows.stream().map(ListedAssignment::uscc).distinct().toList();
        Map<Uscc, AssignmentMapper.Listed> enterprises = codes.isEmpty()
                ? Map.of()
                : mapper.enterprises(round.county(), codes, lock).stream()
                        .collect(Collectors.toMap(AssignmentMapper.Listed::uscc, it -> it));
        var logins = rows.stream().map(ListedAssignment::loginName).collect(Collectors.toSet());
        var plan = new AssignmentPlan(
                round,
                Times.dayOf(clock.instant()),
                enterprises,
                staff.holders(Role.COMMISSIONER, round.county(), logins),
                assignments(enterprises),
                text -> SendingUnit.of(offices, round.county(), text));
        rows.forEach(plan::add);
        return plan;
    }

    private Map<EnterpriseId, List<Assignment>> assignments(Map<Uscc, AssignmentMapper.Listed> enterprises) {
        if (enterprises.isEmpty()) return Map.of();
        var ofThem =
                enterprises.values().stream().map(AssignmentMapper.Listed::id).toList();
        return mapper.ofEnterprises(ofThem).stream().collect(Collectors.groupingBy(Assignment::enterprise));
    }

    private static void refuse(List<RowError> errors) {
        if (errors.isEmpty()) return;
        throw Problem.of(
                WorkbookProblem.ROWS_WRONG,
                errors.stream()
                        .limit(SHOWN_ERRORS)
                        .map(it -> new Problem.FieldError("第 " + it.row() + " 行 " + it.column(), it.reason()))
                        .toList());
    }

    private void write(Actor officer, AssignmentRound round, AssignmentPlan plan) {
        var now = clock.instant();
        for (AssignmentPlan.Change change : plan.changes()) {
            Assignment former = change.former();
            if (former != null) {
                former.end(
                        change.from().minusDays(1), "新一轮名单：" + round.name(), officer.account(), Times.dayOf(now), now);
                records.saveEnd(former);
            }
            records.add(Assignment.begin(
                    round,
                    change.enterprise(),
                    change.from(),
                    new Assignment.Entry(
                            new AssignmentId(ids.next()),
                            change.staff(),
                            change.listed().kind(),
                            change.listed().main(),
                            change.sentBy(),
                            officer.account(),
                            now)));
        }
        audit.record(
                "assignment.import",
                "assignment-round",
                round.id(),
                "导入专员名单“" + round.name() + "”，新增 " + (plan.changes().size() - plan.replaced()) + " 条，更换 "
                        + plan.replaced() + " 条");
    }
}
