package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.enterprise.Uscc;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.NewTicket;
import io.qihang.ticket.domain.TicketSheet.Column;
import io.qihang.ticket.domain.TicketSheet.Line;
import io.qihang.workbook.RowError;
import io.qihang.workbook.WorkbookProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lists of tickets that were kept elsewhere come into the one pool from Excel: first to see what would happen, then for
 * good, all or none. A line that stands in the pool already is refused, so that a file sent twice is entered once.
 */
@Service
public class ImportingTickets {

    private static final int MOST = 500;
    private static final int SHOWN_ERRORS = 200;

    private final Raising raising;
    private final TicketAccess access;
    private final TicketSettings settings;
    private final TicketQueryMapper queries;
    private final Enterprises enterprises;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportingTickets(
            Raising raising,
            TicketAccess access,
            TicketSettings settings,
            TicketQueryMapper queries,
            Enterprises enterprises,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.raising = raising;
        this.access = access;
        this.settings = settings;
        this.queries = queries;
        this.enterprises = enterprises;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a file would do, or did.
     *
     * @param added tickets that would be entered, or were
     * @param errorCount all wrong cells; {@code errors} shows the first 200
     */
    @Schema(name = "TicketImportReport")
    public record Report(int rows, int added, int errorCount, List<RowError> errors) {}

    /** A line and the enterprise it is about. */
    private record Ready(EnterpriseCard enterprise, NewTicket asked) {}

    /** A ticket that is in the pool, or stands earlier in the file. */
    private record Same(EnterpriseId enterprise, String title, Instant receivedAt) {}

    /** Checks a file and says what it would do; writes nothing. */
    public Report dryRun(Actor officer, byte[] content) {
        return run(officer, content, false);
    }

    /**
     * Enters all tickets of a file; their clocks started when each was received.
     *
     * @throws Problem {@code ROWS_WRONG} naming the wrong cells; nothing is entered then
     */
    public Report apply(Actor officer, byte[] content) {
        return run(officer, content, true);
    }

    private Report run(Actor officer, byte[] content, boolean apply) {
        RegionCode county = Objects.requireNonNull(officer.scope().home());
        By by = access.ledger(officer, county);
        var sheet = new TicketSheet(content);
        if (sheet.size() > MOST) throw Problem.of(TicketProblem.TICKET_IMPORT_TOO_LONG, MOST);
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Ready> ready = check(county, sheet);
            List<RowError> errors = sheet.errors();
            if (apply) {
                refuse(errors);
                ready.forEach(it -> raising.entered(officer, it.enterprise(), it.asked(), by));
                audit.record("ticket.import", "ticket-ledger", county, "导入诉求 " + ready.size() + " 件");
            }
            return new Report(
                    sheet.size(),
                    ready.size(),
                    errors.size(),
                    errors.stream().limit(SHOWN_ERRORS).toList());
        }));
    }

    private List<Ready> check(RegionCode county, TicketSheet sheet) {
        List<Line> lines = sheet.lines();
        Map<Uscc, EnterpriseCard> known =
                enterprises.of(county, lines.stream().map(Line::uscc).distinct().toList());
        Map<String, String> categories = settings.categories(county).stream()
                .collect(Collectors.toMap(TicketSettings.Category::name, TicketSettings.Category::code));
        Map<Same, String> there = new HashMap<>();
        if (!known.isEmpty()) {
            queries.titles(known.values().stream().map(EnterpriseCard::id).toList())
                    .forEach(it ->
                            there.put(new Same(it.enterpriseId(), it.title(), it.receivedAt()), "诉求 " + it.number()));
        }
        Instant now = clock.instant();
        return lines.stream()
                .filter(line -> isRight(sheet, line, known, categories, there, now))
                .map(line -> new Ready(
                        Objects.requireNonNull(known.get(line.uscc())),
                        new NewTicket(
                                Objects.requireNonNull(categories.get(line.category())),
                                line.title(),
                                line.content(),
                                line.origin(),
                                line.originNote(),
                                line.receivedAt(),
                                List.of())))
                .toList();
    }

    private static boolean isRight(
            TicketSheet sheet,
            Line line,
            Map<Uscc, EnterpriseCard> known,
            Map<String, String> categories,
            Map<Same, String> there,
            Instant now) {
        int before = sheet.errors().size();
        EnterpriseCard enterprise = known.get(line.uscc());
        if (enterprise == null) sheet.wrong(line, Column.USCC, "县里没有注册这家企业，请先登记企业");
        if (!categories.containsKey(line.category())) {
            sheet.wrong(line, Column.CATEGORY, "应为" + String.join("、", categories.keySet()));
        }
        if (line.receivedAt().isAfter(now)) sheet.wrong(line, Column.RECEIVED, "不能晚于现在");
        if (line.receivedAt().isBefore(now.minus(Ticket.OLDEST))) sheet.wrong(line, Column.RECEIVED, "不能早于一年前");
        if (enterprise != null) {
            String same = there.putIfAbsent(
                    new Same(enterprise.id(), line.title(), line.receivedAt()), "第 " + line.number() + " 行");
            if (same != null) sheet.wrong(line, Column.TITLE, "与" + same + "重复：同一企业、同一标题、同一收到时间");
        }
        return sheet.errors().size() == before;
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
}
