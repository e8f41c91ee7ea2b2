package io.qihang.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Usccs;
import io.qihang.platform.RegionCode;
import io.qihang.testing.AccessMatrix;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.Limits;
import io.qihang.testing.Operations;
import io.qihang.testing.Operations.Operation;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every operation with an id in its path, asked by someone whose role may use it but to whom the object does not
 * belong: another enterprise's person, another unit's, another office's, another county's staff. The answer is the one
 * for an object that does not exist: 404, or for a list an empty page. A new operation whose ids are not known here fails.
 */
@SystemTest
class ForeignObjectTests {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final RegionCode ELSEWHERE = new RegionCode("630100");

    /** A list that is limited by scope in its query shows nothing of anybody else's. */
    private static final Set<String> EMPTY = Set.of("200 {\"items\":[],\"next\":null}", "200 []");

    /** Variables that name no one's object: places, and words that are their own key. */
    private static final Set<String> PUBLIC = Set.of("region", "code", "ref", "year", "no", "indicator");

    /** Operations not tried here, and why. */
    private static final Map<String, String> ELSEWHERE_TRIED = Map.ofEntries(
            Map.entry("listOffices", "the offices of any county are told to all staff"),
            Map.entry("listClosures", "the closures of any county are told to all staff"),
            Map.entry("listOfficeHours", "the office hours of any county are told to all staff"),
            Map.entry("listDeadlineProfiles", "the deadlines of any county are told to all staff"),
            Map.entry("listCalendarDays", "the calendar of any county is told to all staff"),
            Map.entry("makePoster", "a unit that does not exist is told as wrong input"),
            Map.entry("recordVisit", "creates under the phone's own id: VisitJourney"),
            Map.entry("echoVisit", "needs an answer that fits together: VisitJourney"),
            Map.entry("enterTicket", "needs an office's origin: TicketScopeTests"),
            Map.entry("answerVisitCallback", "needs an answer that fits together: CallbackJourney"),
            Map.entry("replaceCommissioner", "needs a day to come: AssignmentJourney"),
            Map.entry("importAssignments", "needs a workbook: AssignmentImportJourney"));

    /** Objects whose owners have journeys of their own that try strangers on real ones; here only their absence. */
    private static final List<String> NOT_MADE_HERE = List.of(
            "id",
            "certificate",
            "file",
            "visit",
            "clientId",
            "promise",
            "round",
            "assignment",
            "listing",
            "acting",
            "plan",
            "problem",
            "task");

    @Autowired
    Api api;

    @Autowired
    Staffing staffing;

    @Autowired
    Phones phones;

    @Autowired
    Firms firms;

    @Autowired
    Limits limits;

    @Autowired
    Operations operations;

    @Autowired
    JdbcClient database;

    private final Map<String, Api> outsiders = new HashMap<>();

    @Test
    void another_s_object_answers_like_a_missing_one() {
        AccessMatrix matrix = AccessMatrix.read();
        Map<String, String> theirs = objects();
        List<String> faults = new ArrayList<>();
        for (Operation operation : operations.all()) {
            List<String> ids = ids(operation);
            if (ids.isEmpty() || ELSEWHERE_TRIED.containsKey(operation.id())) continue;
            if (!theirs.keySet().containsAll(ids)) {
                faults.add(operation.id() + ": no sample object for " + ids);
                continue;
            }
            for (String caller : matrix.callers(operation.id())) {
                if (caller.endsWith("_ADMIN")) continue; // they serve the whole installation
                String fault = fault(operation, outsider(caller), theirs, ids);
                if (fault != null) faults.add(operation.id() + " as " + caller + ": " + fault);
            }
        }
        assertThat(faults).isEmpty();
    }

    private @org.jspecify.annotations.Nullable String fault(
            Operation operation, Api outsider, Map<String, String> theirs, List<String> ids) {
        Map<String, String> missing = new HashMap<>();
        ids.forEach(it -> missing.put(it, missing(it)));
        String foreign = answer(operation, outsider, theirs);
        String none = answer(operation, outsider, missing);
        if (!foreign.startsWith("404 ") && !EMPTY.contains(foreign)) return "answers " + foreign;
        return foreign.equals(none) ? null : foreign + " but a missing one " + none;
    }

    private static String missing(String name) {
        return switch (name) {
            case "county" -> "371599";
            case "unit" -> "371525999";
            default -> UUID.randomUUID().toString();
        };
    }

    /** Status, code and words; what tells the request apart is left out. */
    private String answer(Operation operation, Api caller, Map<String, String> ids) {
        limits.forget();
        Api.Reply reply = operations.call(caller.once(), operation, ids);
        if (reply.status() < 400) return reply.toString();
        JsonNode problem = reply.json();
        if (problem instanceof ObjectNode fields) fields.remove(List.of("traceId", "instance"));
        return reply.status() + " " + problem;
    }

    private static List<String> ids(Operation operation) {
        List<String> ids = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(operation.path());
        while (variables.find()) {
            String name = variables.group(1);
            boolean open = PUBLIC.contains(name)
                    || (name.equals("county") && !operation.path().startsWith("/api/v1/desk/"));
            if (!open) ids.add(name);
        }
        return ids;
    }

    private Api outsider(String caller) {
        return outsiders.computeIfAbsent(caller, this::newOutsider);
    }

    private Api newOutsider(String caller) {
        if (caller.equals("ANYONE")) return api;
        if (caller.equals("PERSON")) {
            Phones.Person person = phones.signIn();
            firms.join(firms.in("371525103"), person.id());
            return person.api();
        }
        if (caller.equals("PHONE_COMMISSIONER")) {
            return phones.bound(staffing.hire(ELSEWHERE, Role.COMMISSIONER, null, null))
                    .api();
        }
        Role role = Role.valueOf(caller);
        return switch (role) {
            case TOWNSHIP_OFFICER -> staffing.hireFor("371525103").api();
            case HANDLER ->
                staffing.hire(new RegionCode("371525"), role, null, "fgj").api();
            default -> staffing.hire(ELSEWHERE, role, null, null).api();
        };
    }

    /** One object of every kind, of 清水镇 in 冠县, none of which belongs to the outsiders. */
    private Map<String, String> objects() {
        Map<String, String> ids = new HashMap<>();
        EnterpriseId enterprise = firms.in("371525104");
        Phones.Person person = phones.signIn();
        firms.join(enterprise, person.id());
        Staffing.Member clerk = staffing.hire(Role.COUNTY_OFFICER);
        Api officer = clerk.api();
        ids.put("county", "371525");
        ids.put("unit", "371525104");
        ids.put("enterprise", enterprise.toString());
        ids.put("membership", one("select id from membership where enterprise_id = ?", enterprise.value()));
        ids.put("registration", registration());
        ids.put("ticket", ticket(person.api(), enterprise));
        ids.put(
                "check",
                one("select id from ticket_content_check where ticket_id = ?", UUID.fromString(ids.get("ticket"))));
        ids.put("policy", draft(officer));
        ids.put("message", message(person));
        ids.put("closure", closure(officer));
        ids.put("account", clerk.id().toString());
        ids.put(
                "grant",
                one(
                        "select id from staff_grant where account_id = ?",
                        clerk.id().value()));
        for (String kind : NOT_MADE_HERE) ids.put(kind, UUID.randomUUID().toString());
        return ids;
    }

    private String one(String sql, Object parameter) {
        return database.sql(sql).param(parameter).query(UUID.class).single().toString();
    }

    private String registration() {
        return phones.signIn()
                .api()
                .once()
                .post(
                        "/api/v1/registrations",
                        Map.of(
                                "uscc",
                                Usccs.next(),
                                "name",
                                "冠县虚构他人木业有限公司",
                                "registeredUnit",
                                "371525104",
                                "operatingUnit",
                                "371525104",
                                "countsAt",
                                "OPERATING",
                                "industry",
                                "C20",
                                "contactName",
                                "虚构联系人",
                                "contactPhone",
                                "13900000001",
                                "role",
                                "CLERK"))
                .expect(201)
                .at("/registration");
    }

    private static String ticket(Api member, EnterpriseId enterprise) {
        var asked = Map.of("category", "other", "title", "别人的诉求", "content", "只有本企业看得到");
        return member.once()
                .post("/api/v1/enterprises/" + enterprise + "/tickets", asked)
                .expect(201)
                .at("/id");
    }

    private static String draft(Api officer) {
        var particulars = Map.of("kind", "NOTICE", "title", "别人的草稿", "shortTitle", "草稿");
        var content = Map.of("particulars", particulars, "text", "一、没有发布");
        return officer.once()
                .post("/api/v1/desk/policies", Map.of("region", "371525", "content", content))
                .expect(201)
                .at("/id");
    }

    private String message(Phones.Person person) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into campaign (id, region_code, key, title, body, page, fields, created_at, closed_at)
                        values (?, '371525', ?, '别人的消息', '只有本人看得到', '', '{}', now(), now())
                        """).params(id, id.toString()).update();
        database.sql("""
                        insert into campaign_recipient (campaign_id, person_id, region_code, state, attempt, reason, updated_at)
                        values (?, ?, '371525', 'INBOX_ONLY', 0, '', now())
                        """).params(id, person.id().value()).update();
        return id.toString();
    }

    private static String closure(Api officer) {
        return officer.once()
                .post(
                        "/api/v1/desk/counties/371525/calendar/closures",
                        Map.of(
                                "firstDay", "2027-08-14",
                                "lastDay", "2027-08-14",
                                "reason", "停电检修（虚构）",
                                "document", "虚构通知"))
                .expect(201)
                .at("/id");
    }
}
