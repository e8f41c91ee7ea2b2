package io.qihang.testing;

import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.embedded.DemoPlan;
import io.qihang.enterprise.Usccs;
import io.qihang.plan.domain.Plans;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.storage.domain.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a {@link Township} over HTTP, as its people would. */
public class Townships {

    private static final RegionCode COUNTY = new RegionCode("371525");

    private final Staffing staffing;
    private final Phones phones;
    private final Firms firms;
    private final JdbcClient database;
    private final Plans plans;
    private final Clock clock;
    private final Limits limits;
    private final Api api;

    Townships(
            Staffing staffing,
            Phones phones,
            Firms firms,
            JdbcClient database,
            Plans plans,
            Clock clock,
            Limits limits,
            Api api) {
        this.staffing = staffing;
        this.phones = phones;
        this.firms = firms;
        this.database = database;
        this.plans = plans;
        this.clock = clock;
        this.limits = limits;
        this.api = api;
    }

    /** A township; its tickets are dispatched to the office. */
    public Township of(String mark, String unit, String unitName, String office) {
        var people = new Making(mark, unit, unitName, office);
        people.hire();
        people.register();
        people.importRegister();
        people.raise();
        people.afterwards();
        people.common();
        people.visit();
        people.plan();
        people.certify();
        people.tell();
        return new Township(mark, unit, office, Map.copyOf(people.callers), Map.copyOf(people.ids));
    }

    /** Puts the townships' enterprises on the city platform's list of today; returns the listing. */
    public String listOnPlatform(List<Township> townships) {
        List<List<?>> rows = new java.util.ArrayList<>();
        rows.add(List.of("统一社会信用代码", "企业名称", "乡镇（街道）", "注册时间"));
        for (Township it : townships) {
            rows.add(List.of(it.id("uscc"), it.id("name"), it.id("unitName"), today()));
            rows.add(List.of(Usccs.next(), "冠县" + it.mark() + "平台有限公司", it.id("unitName"), today()));
        }
        String path = "/api/v1/desk/platform-listings?county=371525&mode=apply&listedOn=" + today();
        return Workbooks.upload(townships.get(0).county(), path, Workbooks.of(rows))
                .expect(200)
                .at("/listing");
    }

    /** A picture to upload. */
    public static byte[] photo() {
        try {
            return Pictures.photo(320, 240, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalDate today() {
        return Times.dayOf(clock.instant());
    }

    /** One township being made. */
    private final class Making {

        private final String mark;
        private final String unit;
        private final String unitName;
        private final String office;
        private final String uscc = Usccs.next();
        private final Map<String, Api> callers = new HashMap<>();
        private final Map<String, String> ids = new HashMap<>();

        Making(String mark, String unit, String unitName, String office) {
            this.mark = mark;
            this.unit = unit;
            this.unitName = unitName;
            this.office = office;
            ids.putAll(Map.of(
                    "county",
                    COUNTY.value(),
                    "region",
                    COUNTY.value(),
                    "unit",
                    unit,
                    "unitName",
                    unitName,
                    "office",
                    office));
            ids.putAll(Map.of("uscc", uscc, "name", "冠县" + mark + "木业有限公司", "no", "6", "industry", "C20"));
            ids.putAll(Map.of("q", encoded(mark), "text", encoded(mark), "category", "labour-energy", "open", "true"));
            ids.putAll(Map.of(
                    "seq", "1", "chain", "0", "fromSeq", "1", "fromChain", "0", "most", "100", "figure", "COLLECTED"));
            ids.putAll(Map.of("asOf", today().toString(), "type", "srdi_sme", "action", "ticket.raise"));
            ids.putAll(Map.of(
                    "from",
                    today().withDayOfYear(1).toString(),
                    "until",
                    today().toString(),
                    "year",
                    "" + today().getYear()));
        }

        private Api caller(String column) {
            return java.util.Objects.requireNonNull(callers.get(column));
        }

        private Api county() {
            return caller(Role.COUNTY_OFFICER.name());
        }

        void hire() {
            callers.put("ANYONE", api);
            ids.put("ANYONE", "");
            for (Role role : Role.values()) {
                var member =
                        switch (role) {
                            case TOWNSHIP_OFFICER -> staffing.hireFor(unit);
                            case HANDLER -> staffing.hire(COUNTY, role, null, office);
                            default -> staffing.hire(role);
                        };
                callers.put(role.name(), member.api());
                ids.put(role.name(), member.id().toString());
                if (role == Role.COMMISSIONER) {
                    ids.put("account", member.id().toString());
                    ids.put("actor", member.id().toString());
                    ids.put("commissioner", member.id().toString());
                    ids.put("PHONE_COMMISSIONER", member.id().toString());
                    callers.put("PHONE_COMMISSIONER", phones.bound(member).api());
                }
            }
            new DemoPlan(plans, clock).copyTo(today().getYear());
            caller(Role.TOWNSHIP_OFFICER.name())
                    .once()
                    .post("/api/v1/desk/posters", Map.of("unit", unit, "event", mark + "的座谈会"))
                    .expect(200);
            ids.put(
                    "code",
                    caller(Role.TOWNSHIP_OFFICER.name())
                            .send("PUT", "/api/v1/desk/units/" + unit + "/poster", null)
                            .expect(200)
                            .at("/code"));
        }

        void register() {
            var officer = caller(Role.TOWNSHIP_OFFICER.name());
            var boss = phones.signIn();
            callers.put("PERSON", boss.api());
            ids.put("PERSON", boss.id().toString());
            String name = ids.getOrDefault("name", "");
            String registration = submit(boss.api(), uscc, name).at("/registration");
            String enterprise = officer.post(
                            "/api/v1/desk/registrations/" + registration + "/acceptance",
                            Map.of("memberProof", "OFFICER"))
                    .expect(200)
                    .at("/enterprise");
            ids.put("enterprise", enterprise);
            ids.put("objectId", enterprise);
            ids.put(
                    "membership",
                    officer.get("/api/v1/desk/enterprises/" + enterprise + "/members")
                            .expect(200)
                            .at("/0/membership"));
            submit(phones.signIn().api(), uscc, name);
            ids.put(
                    "registration",
                    submit(boss.api(), Usccs.next(), "冠县" + mark + "待核实有限公司").at("/registration"));
            firms.named("冠县" + mark + "未包联有限公司", unit);
            assign(enterprise);
        }

        private Api.Reply submit(Api person, String code, String name) {
            limits.forget();
            Map<String, Object> form = new HashMap<>(Map.of(
                    "uscc", code,
                    "name", name,
                    "registeredUnit", unit,
                    "operatingUnit", unit,
                    "countsAt", "OPERATING",
                    "industry", "C20",
                    "contactName", mark,
                    "contactPhone", "13800009999",
                    "role", "CLERK"));
            return person.once().post("/api/v1/registrations", form).expect(201);
        }

        private void assign(String enterprise) {
            var round = Map.of(
                    "county",
                    COUNTY.value(),
                    "name",
                    mark + UUID.randomUUID(),
                    "document",
                    mark + "名单",
                    "startsOn",
                    today().toString());
            String id = county().post("/api/v1/desk/assignment-rounds", round)
                    .expect(201)
                    .at("/round");
            var assignment = Map.of(
                    "enterprise",
                    enterprise,
                    "staff",
                    ids.getOrDefault("account", ""),
                    "kind",
                    "SERVICE_COMMISSIONER",
                    "sentBy",
                    mark + "派出单位");
            county().post("/api/v1/desk/assignment-rounds/" + id + "/assignments", assignment)
                    .expect(201);
            ids.put("round", id);
        }

        void importRegister() {
            List<List<?>> rows = List.of(
                    List.of("统一社会信用代码", "企业名称", "所属乡镇", "联系人", "产业链"),
                    List.of(uscc, ids.getOrDefault("name", ""), unitName, mark, mark + "产业链"),
                    List.of(Usccs.next(), "冠县" + mark + "名录有限公司", unitName, mark, mark + "产业链"));
            String path = "/api/v1/desk/register/imports?county=371525&mode=apply&effectiveFrom=" + today();
            Workbooks.upload(county(), path, Workbooks.of(rows)).expect(200);
        }

        void raise() {
            var words = Map.of("category", "labour-energy", "title", mark + "停电", "content", mark + "每周停电。");
            String ticket = caller("PERSON")
                    .once()
                    .post("/api/v1/enterprises/" + ids.get("enterprise") + "/tickets", words)
                    .expect(201)
                    .at("/id");
            String desk = "/api/v1/desk/tickets/" + ticket;
            county().post(desk + "/dispatch", Map.of("office", office, "note", mark))
                    .expect(204);
            Api handler = caller(Role.HANDLER.name());
            handler.post(desk + "/acceptance", Map.of()).expect(204);
            handler.post(desk + "/progress", Map.of("text", mark + "已到现场")).expect(204);
            ids.put("ticket", ticket);
            ids.put(
                    "check",
                    database.sql("select id from ticket_content_check where ticket_id = ?::uuid and seq = 1")
                            .param(ticket)
                            .query(UUID.class)
                            .single()
                            .toString());
        }

        /** A ticket on the 挂账 register, one whose office asks for longer, and a closed one that is asked about again and called back about. */
        void afterwards() {
            Api member = caller("PERSON");
            Api handler = caller(Role.HANDLER.name());
            String suspended = "/api/v1/desk/tickets/" + atWork(member, handler, "变电");
            Map<String, String> why = Map.of("reason", mark + "明年建成", "decider", mark + "供电公司");
            handler.post(suspended + "/suspension-request", why).expect(204);
            county().post(suspended + "/suspension", why).expect(204);
            String longer = "/api/v1/desk/tickets/" + atWork(member, handler, "扩容");
            handler.post(longer + "/extension-request", Map.of("reason", mark + "到货慢"))
                    .expect(204);
            String closed = atWork(member, handler, "漏水");
            handler.post(
                            "/api/v1/desk/tickets/" + closed + "/answer",
                            Map.of("text", mark + "已修好", "evidence", mark + "验收单"))
                    .expect(204);
            member.once()
                    .post("/api/v1/tickets/" + closed + "/confirmation", Map.of())
                    .expect(200);
            database.sql("update ticket_recheck set asked_at = now() where ticket_id = ?::uuid and days = 30")
                    .param(closed)
                    .update();
            LocalDate month = today().withDayOfYear(1);
            database.sql("""
                            insert into ticket_sample_draw (region_code, month, percent, closed, drawn_at, drawn_by)
                            values (?, ?, 100, 1, now(), ?::uuid) on conflict do nothing
                            """)
                    .params(
                            COUNTY.value(),
                            month,
                            java.util.Objects.requireNonNull(ids.get(Role.COUNTY_OFFICER.name())))
                    .update();
            database.sql("insert into ticket_sample (region_code, month, ticket_id) values (?, ?, ?::uuid)")
                    .params(COUNTY.value(), month, closed)
                    .update();
        }

        /** A problem that others may join; its words are the county's, so they carry no mark. */
        void common() {
            UUID problem = UUID.randomUUID();
            String ticket = atWork(caller("PERSON"), caller(Role.HANDLER.name()), "道路积水");
            database.sql("""
                            insert into common_problem (id, region_code, category, title, summary, office, created_by,
                                created_at)
                            values (?, ?, 'other', '道路积水', '雨后积水', ?, ?, now())
                            """).params(problem, COUNTY.value(), office, problem).update();
            database.sql("update ticket set common_problem = ? where id = ?::uuid")
                    .params(problem, ticket)
                    .update();
            ids.putAll(Map.of("problem", problem.toString(), "title", encoded(mark + "停电")));
        }

        private String atWork(Api member, Api handler, String matter) {
            String ticket = member.once()
                    .post(
                            "/api/v1/enterprises/" + ids.get("enterprise") + "/tickets",
                            Map.of("category", "other", "title", mark + matter, "content", mark + matter))
                    .expect(201)
                    .at("/id");
            String desk = "/api/v1/desk/tickets/" + ticket;
            county().post(desk + "/dispatch", Map.of("office", office)).expect(204);
            handler.post(desk + "/acceptance", Map.of()).expect(204);
            return ticket;
        }

        void visit() {
            UUID clientId = UUID.randomUUID();
            var promise = Map.of(
                    "id",
                    UUID.randomUUID().toString(),
                    "by",
                    "COMMISSIONER",
                    "what",
                    mark + "联系技校",
                    "dueOn",
                    today().toString());
            var problem = Map.of(
                    "id",
                    UUID.randomUUID().toString(),
                    "category",
                    "labour-energy",
                    "title",
                    mark + "缺工",
                    "content",
                    mark + "缺技工。");
            var telling = Map.of(
                    "revision", 1,
                    "enterprise", ids.getOrDefault("enterprise", ""),
                    "visitedAt", clock.instant().toString(),
                    "kind", "ON_SITE",
                    "said", mark + "新线投产。",
                    "people", List.of(Map.of("name", mark, "position", mark)),
                    "promises", List.of(promise),
                    "problems", List.of(problem));
            Api phone = caller("PHONE_COMMISSIONER");
            var answer =
                    phone.send("PUT", "/api/v1/visits/" + clientId, telling).expect(201);
            ids.put(
                    "promise",
                    phone.get("/api/v1/visits/" + clientId).expect(200).at("/promises/0/id"));
            ids.put("visit", answer.at("/visit"));
            ids.put("clientId", clientId.toString());
            ids.put("fieldTicket", answer.at("/tickets/0/ticket"));
        }

        /** Who goes where, who acts for whom, and what opened by itself. */
        void plan() {
            String name = ids.getOrDefault("enterprise", "");
            ids.put(
                    "plan",
                    county().post(
                                    "/api/v1/desk/visit-plans",
                                    Map.of(
                                            "enterprise",
                                            name,
                                            "on",
                                            today().plusDays(9).toString(),
                                            "purpose",
                                            mark + "看新线"))
                            .expect(201)
                            .at("/plan"));
            caller(Role.HANDLER.name())
                    .post(
                            "/api/v1/desk/visit-plans",
                            Map.of(
                                    "enterprise",
                                    name,
                                    "on",
                                    today().plusDays(60).toString(),
                                    "purpose",
                                    mark + "核用能"))
                    .expect(201);
            ids.put(
                    "acting",
                    county().post(
                                    "/api/v1/desk/acting-commissioners",
                                    Map.of(
                                            "county",
                                            COUNTY.value(),
                                            "unit",
                                            unit,
                                            "absent",
                                            ids.getOrDefault("account", ""),
                                            "acting",
                                            staffing.hire(Role.COMMISSIONER)
                                                    .id()
                                                    .toString(),
                                            "startsOn",
                                            today().plusDays(20).toString(),
                                            "endsOn",
                                            today().plusDays(21).toString(),
                                            "reason",
                                            mark + "培训"))
                            .expect(201)
                            .at("/acting"));
            UUID task = UUID.randomUUID();
            database.sql("""
                            insert into agenda_task (id, region_code, rule, subject_id, occasion, title, opens_on, sort_on,
                                opened_at)
                            values (?, '371525', 'retired', ?::uuid, '1', ?, current_date, current_date, now())
                            """).params(task, name, mark + "看一看").update();
            database.sql("""
                            insert into visit_callback (visit_id, region_code, drawn_at) values (?::uuid, '371525', now())
                            on conflict do nothing
                            """).param(ids.getOrDefault("visit", "")).update();
            ids.put("task", task.toString());
            ids.putAll(Map.of("indicator", "visit.covered", "rule", "retired", "on", today().toString()));
        }

        void certify() {
            Api member = caller("PERSON");
            byte[] photo = photo();
            String enterprise = "/api/v1/enterprises/" + ids.get("enterprise");
            var file = Map.of("name", mark + ".jpg", "contentType", "image/jpeg", "size", photo.length);
            var form = member.post(enterprise + "/certificate-files", file).expect(201);
            if (FormPost.of(form.json()).send(photo) != 204) throw new AssertionError("the upload was refused");
            String id = form.at("/file");
            member.once().post("/api/v1/uploads/" + id + "/commitment", "").expect(200);
            Map<String, Object> said = Map.of(
                    "type",
                    "srdi_sme",
                    "level",
                    "PROVINCIAL",
                    "number",
                    mark + "第1号",
                    "issuedOn",
                    today().toString(),
                    "files",
                    List.of(id));
            ids.put("file", id);
            ids.put(
                    "certificate",
                    member.once()
                            .post(enterprise + "/certificates", said)
                            .expect(201)
                            .at("/card/id"));
        }

        /** Publishes a policy to the unit, and leaves a message of the township's own in the inbox. */
        void tell() {
            var particulars = Map.of("kind", "NOTICE", "shortTitle", "全县都看得到", "applyUntil", "2099-12-31");
            var content = Map.of(
                    "particulars", particulars, "audience", Map.of("regions", List.of(unit)), "text", "一、标准\n每家十万元。");
            String policy = county().once()
                    .post("/api/v1/desk/policies", Map.of("region", "371525", "content", content))
                    .expect(201)
                    .at("/id");
            staffing.publish(county(), policy);
            String told = "/api/v1/desk/policies/" + policy + "/reach/recipients";
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> county().get(told).expect(200).text().contains(mark));
            ids.put("policy", policy);
            caller("PERSON")
                    .put(
                            "/api/v1/enterprises/" + ids.get("enterprise") + "/policies/" + policy + "/answer",
                            Map.of("kind", "UNFIT", "reason", "TRADE"))
                    .expect(200);
            ids.put("ref", api.get("/api/v1/policies/" + policy).expect(200).at("/parts/0/ref"));
            message(caller("PERSON").get("/api/v1/me").expect(200).at("/id"));
        }

        private void message(String person) {
            UUID id = UUID.randomUUID();
            database.sql("""
                            insert into campaign (id, region_code, key, title, body, page, fields, created_at, closed_at)
                            values (?, '371525', ?, ?, ?, '', '{}', now(), now())
                            """)
                    .params(id, id.toString(), mark + "的消息", mark + "的内容")
                    .update();
            database.sql("""
                            insert into campaign_recipient (campaign_id, person_id, region_code, state, attempt, reason,
                                updated_at)
                            values (?, ?::uuid, '371525', 'INBOX_ONLY', 0, '', now())
                            """).params(id, person).update();
            ids.put("message", id.toString());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
