package io.qihang.everywhere;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.AccessMatrix;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.Operations;
import io.qihang.testing.Operations.Operation;
import io.qihang.testing.Operations.Parameter;
import io.qihang.testing.SystemTest;
import io.qihang.testing.Township;
import io.qihang.testing.Townships;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two townships with the same of everything, each of whose words carries its canary. Whatever one of them asks, by any
 * GET of the API, with any of its parameters and with the ids of either, the other's canary is in no answer. The county
 * sees both, or the test would prove nothing.
 */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryTests {

    private static final List<String> ASKING =
            List.of("TOWNSHIP_OFFICER", "COMMISSIONER", "PHONE_COMMISSIONER", "PERSON", "HANDLER");

    /** Reads that show no words of a township to anybody, by what they show instead. */
    private static final Map<String, Set<String>> WORDLESS = Map.of(
            "what everybody may read",
            Set.of(
                    "listPolicies",
                    "searchPolicies",
                    "readPolicy",
                    "readClause",
                    "listEditions",
                    "listEnterprisePolicies",
                    "showPolicyStanding",
                    "listPolicyWindows",
                    "listUnits",
                    "listIndustries",
                    "listTicketCategories",
                    "listPauseReasons",
                    "listWorkingDays",
                    "listCertificateTypes",
                    "listCurrentConsents",
                    "readPoster",
                    "listTopics"),
            "what all staff or all commissioners may read",
            Set.of(
                    "listOffices",
                    "listCalendarDays",
                    "listClosures",
                    "listOfficeHours",
                    "listDeadlineProfiles",
                    "listCertificateReturnReasons",
                    "showVisitRules",
                    "listRefusalGrounds",
                    "listPlans"),
            "the county's own words",
            Set.of(
                    "adviseDispatch",
                    "showDutyList",
                    "listOwnPolicies",
                    "openPolicy",
                    "previewPolicy",
                    "explainVerdict",
                    "tryCases",
                    "listFactTerms",
                    "countAudienceShares",
                    "listPoliciesSentTo",
                    "listCommissioners",
                    "listTicketHandlers",
                    "listCommonProblems",
                    "exportCommonProblems",
                    "listRegisterImports",
                    "listPlatformListings"),
            "figures only",
            Set.of(
                    "showPlan",
                    "exportPlan",
                    "reportReach",
                    "countUnread",
                    "countStatutory",
                    "reportPolicyOutcome",
                    "showRegistrationTrend",
                    "countTickets",
                    "listTicketBacklogs",
                    "showVisitQuality",
                    "showFieldFigures",
                    "showTicketFigures",
                    "listSatisfaction"),
            "roles, days and ids only",
            Set.of(
                    "listTicketLights",
                    "showFollowUp",
                    "listEscalationContacts",
                    "listMembers",
                    "listMembersInField",
                    "listColleagues",
                    "listMemberHistory",
                    "listColleagueHistory",
                    "listPlaces"),
            "oneself only",
            Set.of("showMe", "showMyStanding", "listSubscriptions"),
            "the administrators' own",
            Set.of("listAccounts", "nameAccounts", "listGrants", "listDeadLetters", "verifyAuditChain"));

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final int ASKED_BEFORE_THE_LIMITS_ARE_FORGOTTEN = 25;

    @Autowired
    Townships townships;

    @Autowired
    Operations operations;

    @Autowired
    Limits limits;

    private final AccessMatrix matrix = AccessMatrix.read();
    private final List<Township> twins = new ArrayList<>();
    private String listing = "";
    private int asked;

    @BeforeAll
    void twins() {
        twins.add(townships.of("金丝雀甲", "371525200", "斜店乡", "gxj"));
        twins.add(townships.of("金丝雀乙", "371525209", "万善乡", "fgj"));
        listing = townships.listOnPlatform(twins);
    }

    /** Leaves no list behind that other tests would see counted. */
    @AfterAll
    void takeTheListBack() {
        twins.get(0).county().post("/api/v1/desk/platform-listings/" + listing + "/undo", "");
    }

    @Test
    void no_answer_to_one_township_holds_the_others_canary() {
        Township own = twins.get(0);
        Township other = twins.get(1);
        List<String> leaks = new ArrayList<>();
        for (Operation operation : reads()) {
            for (String column : ASKING) {
                for (String request : requests(operation, column)) {
                    Api.Reply reply = ask(own.caller(column), request);
                    for (String secret : secrets(other)) {
                        boolean told = request.contains(secret);
                        if (!told && Unpacked.textOf(reply).contains(secret)) {
                            leaks.add(
                                    operation.id() + " as " + column + " " + request + ": " + secret + " in " + reply);
                        }
                    }
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void the_county_sees_both_canaries_wherever_it_sees_words() {
        Set<String> blind = new TreeSet<>();
        for (Operation operation : reads()) {
            if (wordless().contains(operation.id())
                    || !matrix.callers(operation.id()).contains("COUNTY_OFFICER")) continue;
            String seen = seen(twins.get(0), "COUNTY_OFFICER", operation);
            for (Township twin : twins) if (!seen.contains(twin.mark())) blind.add(operation.id() + " " + twin.mark());
        }
        assertThat(blind).isEmpty();
    }

    @Test
    void every_read_shows_a_township_its_own_canary_unless_it_shows_no_words() {
        Set<String> silent = new TreeSet<>();
        for (Operation operation : reads()) {
            boolean shown = matrix.callers(operation.id()).stream().anyMatch(it -> seen(twins.get(1), it, operation)
                    .contains(twins.get(1).mark()));
            if (!shown) silent.add(operation.id());
        }
        assertThat(silent).containsExactlyInAnyOrderElementsOf(wordless());
    }

    private static Set<String> wordless() {
        Set<String> all = new TreeSet<>();
        WORDLESS.values().forEach(all::addAll);
        return all;
    }

    private List<Operation> reads() {
        return operations.all().stream().filter(it -> it.method().equals("GET")).toList();
    }

    private String seen(Township township, String column, Operation operation) {
        var all = new StringBuilder();
        for (String request : requests(operation, column)) {
            String after = "";
            do {
                Api.Reply reply = ask(township.caller(column), request + after);
                if (reply.status() < 300) all.append(Unpacked.textOf(reply));
                Matcher next = NEXT.matcher(reply.status() < 300 ? Unpacked.textOf(reply) : "");
                after = next.find() ? (request.contains("?") ? "&" : "?") + "after=" + next.group(1) : "";
            } while (!after.isEmpty());
        }
        return all.toString();
    }

    private Api.Reply ask(Api caller, String request) {
        if (asked++ % ASKED_BEFORE_THE_LIMITS_ARE_FORGOTTEN == 0) limits.forget();
        return caller.get(request);
    }

    /** What nobody of another township may ever read. */
    private static List<String> secrets(Township township) {
        List<String> secrets = new ArrayList<>(List.of(township.mark()));
        for (String id : List.of("enterprise", "uscc", "ticket", "fieldTicket", "registration", "visit", "clientId")) {
            secrets.add(township.id(id));
        }
        for (String id :
                List.of("certificate", "file", "message", "round", "promise", "membership", "plan", "acting", "task"))
            secrets.add(township.id(id));
        return secrets;
    }

    /** The operation with either township's ids: with what it needs, and with each parameter and each of its values. */
    private Set<String> requests(Operation operation, String column) {
        Set<String> requests = new LinkedHashSet<>();
        for (Township place : twins) {
            Map<String, String> needed = new LinkedHashMap<>();
            for (Parameter it : operation.parameters()) {
                if (it.required()) needed.put(it.name(), values(it).get(0));
                if (it.name().equals("limit")) needed.put("limit", "100");
            }
            String path = place.path(operation, column);
            requests.add(path + query(needed));
            for (Parameter parameter : operation.parameters()) {
                for (String value : values(parameter)) {
                    Map<String, String> more = new LinkedHashMap<>(needed);
                    more.put(parameter.name(), value);
                    requests.add(path + query(more));
                }
            }
        }
        return requests;
    }

    /** A place to read on from is no way to other rows: the query is the same. */
    private List<String> values(Parameter parameter) {
        if (parameter.name().equals("after")) return List.of();
        if (parameter.name().equals("limit")) return List.of("100");
        if (!parameter.values().isEmpty()) return parameter.values();
        return twins.stream().map(it -> it.id(parameter.name())).toList();
    }

    private static String query(Map<String, String> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> pairs.add(name + "=" + value));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }
}
