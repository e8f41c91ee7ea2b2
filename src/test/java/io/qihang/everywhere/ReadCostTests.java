package io.qihang.everywhere;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.testing.AccessMatrix;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.Operations;
import io.qihang.testing.Operations.Operation;
import io.qihang.testing.RedisCount;
import io.qihang.testing.SqlCount;
import io.qihang.testing.Staffing;
import io.qihang.testing.Superuser;
import io.qihang.testing.SystemTest;
import io.qihang.testing.Township;
import io.qihang.testing.Townships;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a read costs, for every GET of the API and everybody who may call it: two SQL statements and one Redis command
 * besides the rate limits, on a session in use. A new one is held to that until it stands in the table with a reason.
 */
@SystemTest
class ReadCostTests {

    private static final Ceiling ORDINARY = new Ceiling(2, "");

    /** Reads that cost more than two statements, and why. */
    private static final Map<String, Ceiling> HIGHER = Map.ofEntries(
            Map.entry(
                    "showBrief",
                    new Ceiling(
                            7,
                            "the enterprise, its promises, its visits, who made them, and one for each of three businesses")),
            Map.entry("showDeskBrief", new Ceiling(7, "the same as on the phone")),
            Map.entry("listHandOver", new Ceiling(7, "the same for a page of enterprises at once")),
            Map.entry(
                    "showCoverage",
                    new Ceiling(3, "the round in numbers, its enterprises, and in one batch who covers them")),
            Map.entry("exportPromises", new Ceiling(3, "the ledger and its row in the audit")),
            Map.entry(
                    "listTold",
                    new Ceiling(
                            3, "the policy is the officer's own, the recipients, and for which enterprises they act")),
            Map.entry(
                    "showPolicyStanding",
                    new Ceiling(
                            6,
                            "the enterprise, the policy, what it demands, whether it was sent, what was answered, and the calendar to count the days left by")),
            Map.entry(
                    "previewAudience",
                    new Ceiling(4, "the policy, its audience in numbers, its enterprises, and their commissioners")),
            Map.entry("countAudienceShares", new Ceiling(3, "the policy, its audience, and the commissioners' names")),
            Map.entry("explainVerdict", new Ceiling(4, "the policy, what it demands, the enterprise, and its facts")),
            Map.entry(
                    "listPolicyWindows",
                    new Ceiling(3, "the enterprise, what was sent to it, and its county's calendar")),
            Map.entry(
                    "reportPolicyOutcome",
                    new Ceiling(3, "the policy is the officer's own, the answers, and who was told in person")),
            Map.entry("showMyData", new Ceiling(8, "one for each kind of thing that is kept about a person")),
            Map.entry(
                    "showTicketFigures",
                    new Ceiling(
                            3, "the figures, the steps that were met, and the calendar their hours are counted by")),
            Map.entry(
                    "findSimilarTickets",
                    new Ceiling(4, "the enterprise, its tickets, what several have, and what is alike nearby")),
            Map.entry("exportCommonProblems", new Ceiling(2, "the list and its row in the audit")),
            Map.entry("adviseDispatch", new Ceiling(3, "the ticket, its enterprise, and who solved such tickets")),
            Map.entry("listTicketBacklogs", new Ceiling(3, "the backlogs, who still works where, and names")),
            Map.entry("showPlan", new Ceiling(3, "one for each of the three modules that count")),
            Map.entry("exportPlan", new Ceiling(4, "the page and its row in the audit")),
            Map.entry(
                    "verifyAuditChain",
                    new Ceiling(
                            30, "walks at most twenty thousand links by the thousand, and is itself in the audit")));

    /** Lists that are sorted after they were read, and why. */
    private static final Map<String, String> SORTED = Map.ofEntries(
            Map.entry("searchPolicies", "the better hits first, of those that an index found"),
            Map.entry(
                    "listPolicies",
                    "a county's policies with its city's and province's: three regions, some hundred rows"),
            Map.entry("listEnterprisePolicies", "the unread first, of the same some hundred rows"),
            Map.entry("listInbox", "the unread first, of one person's messages"),
            Map.entry("listPortfolio", "one's own before those acted for, of one portfolio"),
            Map.entry("listOwnTasks", "the most pressing first, of the open tasks of one portfolio"),
            Map.entry("listVisitPlansInField", "by day, of the visits planned to one portfolio"),
            Map.entry("listComingVisits", "by day, of the visits planned to one enterprise"),
            Map.entry("listOpenPromises", "the soonest first, of the open promises of one portfolio"),
            Map.entry("listColleagueHistory", "of one enterprise"),
            Map.entry("listMemberHistory", "of one enterprise"),
            Map.entry("listDeadLetters", "of what could not be handled"),
            Map.entry("listTicketsCounted", "of one year of one county, by the ticket"),
            Map.entry("exportTicketLedger", "writes them all"));

    @Autowired
    Superuser superuser;

    @Autowired
    Townships townships;

    @Autowired
    Operations operations;

    @Autowired
    Staffing staffing;

    @Autowired
    SqlCount sql;

    @Autowired
    RedisCount redis;

    @Autowired
    Limits limits;

    private record Ceiling(int statements, String reason) {}

    @Test
    void every_read_keeps_to_its_ceiling() {
        Township here = townships.of("示例", "371525200", "斜店乡", "gxj");
        AccessMatrix matrix = AccessMatrix.read();
        List<String> faults = new ArrayList<>();
        for (Operation operation : operations.all()) {
            if (!operation.method().equals("GET")) continue;
            Ceiling ceiling = HIGHER.getOrDefault(operation.id(), ORDINARY);
            for (String column : matrix.callers(operation.id())) {
                if (isAPersonAsWell(column, operation, matrix)) continue;
                String fault = fault(here, column, operation, ceiling);
                if (fault != null) faults.add(operation.id() + " as " + column + fault);
            }
        }
        assertThat(String.join("\n", faults)).isEmpty();
    }

    /** With sorting discouraged, PostgreSQL still sorts where no index gives the page's order. */
    @Test
    void every_page_is_read_in_the_order_of_an_index() {
        Township here = townships.of("排序", "371525101", "贾镇", "gxj");
        AccessMatrix matrix = AccessMatrix.read();
        List<String> faults = new ArrayList<>();
        for (Operation operation : operations.all()) {
            if (!operation.method().equals("GET") || SORTED.containsKey(operation.id())) continue;
            for (String column : matrix.callers(operation.id())) {
                if (isAPersonAsWell(column, operation, matrix)) continue;
                limits.forget();
                String path = here.request(operation, column);
                for (String statement : sql.of(here.caller(column), it -> it.get(path))) {
                    String plan = statement.strip().endsWith("limit ?") ? plan(statement) : "";
                    if (plan.contains("->  Sort")) faults.add(operation.id() + " as " + column + "\n" + plan);
                }
            }
        }
        assertThat(String.join("\n", faults)).isEmpty();
    }

    private String plan(String statement) {
        AtomicInteger number = new AtomicInteger();
        String numbered = Pattern.compile("\\?").matcher(statement).replaceAll(it -> "\\$" + number.incrementAndGet());
        List<String> lines = superuser.explained(numbered);
        // below a row, a few of its own rows may well be sorted
        return lines.stream().takeWhile(it -> !it.contains("SubPlan")).collect(Collectors.joining("\n"));
    }

    @Test
    void a_session_is_asked_for_once_and_then_known_for_some_seconds() {
        Api leader = staffing.hire(Role.LEADER).api();
        assertThat(cost(leader, "/api/v1/desk/me").commands())
                .filteredOn(it -> it.startsWith("GET "))
                .hasSize(1);
        // they may be over just now, but not twice
        List<String> again = cost(leader, "/api/v1/desk/me").commands();
        if (!again.isEmpty()) again = cost(leader, "/api/v1/desk/me").commands();
        assertThat(again).isEmpty();
    }

    @Test
    void the_audience_of_a_draft_is_found_in_five() {
        Township here = townships.of("示例", "371525209", "万善乡", "gxj");
        var content = Map.of(
                "particulars", Map.of("kind", "NOTICE", "shortTitle", "草稿"), "audience", Map.of(), "text", "一、标准");
        String draft = here.county()
                .once()
                .post("/api/v1/desk/policies", Map.of("region", "371525", "content", content))
                .expect(201)
                .at("/id");
        String path = "/api/v1/desk/policies/" + draft + "/audience";
        here.county().get(path).expect(200);
        assertThat(cost(here.county(), path).statements()).hasSizeBetween(2, 5);
    }

    /** On a phone a commissioner is a person, too, but not this enterprise's. */
    private static boolean isAPersonAsWell(String column, Operation operation, AccessMatrix matrix) {
        return column.equals("PHONE_COMMISSIONER")
                && matrix.callers(operation.id()).contains("PERSON");
    }

    private @Nullable String fault(Township here, String column, Operation operation, Ceiling ceiling) {
        limits.forget();
        String path = here.request(operation, column);
        Api caller = here.caller(column);
        var first = caller.get(path);
        if (first.status() >= 300) return " is refused: " + path + " " + first;
        Cost cost = cost(caller, path);
        boolean deskOnPhone = column.equals("PHONE_COMMISSIONER") && path.startsWith("/api/v1/desk/");
        // what the caller may is read anew every five seconds, which may fall on one reading but not on two
        if (cost.isAbove(ceiling, deskOnPhone)) cost = cost(caller, path);
        return cost.isAbove(ceiling, deskOnPhone) ? " " + cost : null;
    }

    private Cost cost(Api caller, String path) {
        List<String> commands = new ArrayList<>();
        List<String> statements = sql.of(caller, counted -> {
            List<Api.Reply> answer = new ArrayList<>();
            commands.addAll(redis.of(counted, it -> {
                answer.add(it.get(path));
                return answer.get(0);
            }));
            return answer.get(0);
        });
        return new Cost(statements, commands);
    }

    private record Cost(List<String> statements, List<String> commands) {

        /** On the phone, an operation of the desk looks for the token among the console's first. */
        boolean isAbove(Ceiling ceiling, boolean deskOnPhone) {
            return statements.size() > ceiling.statements() || commands.size() > (deskOnPhone ? 2 : 1);
        }

        @Override
        public String toString() {
            return "costs " + statements.size() + " statements and " + commands.size() + " commands"
                    + Stream.concat(statements.stream(), commands.stream())
                            .map(it -> "\n  " + it.replaceAll("\\s+", " "))
                            .collect(Collectors.joining());
        }
    }
}
