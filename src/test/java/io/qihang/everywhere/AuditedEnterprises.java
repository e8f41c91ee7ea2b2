package io.qihang.everywhere;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Usccs;
import io.qihang.everywhere.Doing.Who;
import io.qihang.testing.Firms;
import io.qihang.testing.Phones;
import io.qihang.testing.SentFiles;
import io.qihang.testing.Staffing;
import io.qihang.testing.Township;
import io.qihang.testing.Workbooks;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every audited action on registrations, members, registers and assignments, once. */
final class AuditedEnterprises {

    private static final String UNIT_WITHOUT_POSTER = "371525107";

    private final Doing doing;
    private final Township here;
    private final Phones phones;
    private final Firms firms;
    private final Staffing staffing;
    private final JdbcClient database;
    private final LocalDate today;
    private final Who member;
    private final Who phone;
    private final Who county;
    private final Who officer;

    AuditedEnterprises(
            Doing doing,
            Township here,
            Phones phones,
            Firms firms,
            Staffing staffing,
            JdbcClient database,
            LocalDate today) {
        this.doing = doing;
        this.here = here;
        this.phones = phones;
        this.firms = firms;
        this.staffing = staffing;
        this.database = database;
        this.today = today;
        member = Who.of(here, "PERSON");
        phone = Who.of(here, "PHONE_COMMISSIONER");
        county = Who.of(here, "COUNTY_OFFICER");
        officer = Who.of(here, "TOWNSHIP_OFFICER");
    }

    void play() {
        registrations();
        members();
        lists();
        assignments();
        doing.does(county, "PUT", "/api/v1/desk/units/" + UNIT_WITHOUT_POSTER + "/poster", "");
        doing.does(county, "POST", "/api/v1/desk/posters", Map.of("unit", UNIT_WITHOUT_POSTER, "event", "虚构座谈会"));
    }

    /** After the day it was accepted on. */
    void moved(Who officer, LocalDate day) {
        var move = Map.of("unit", "371525104", "effectiveFrom", day.toString(), "reason", "核实地址");
        doing.does(officer, "POST", "/api/v1/desk/enterprises/" + here.enterprise() + "/moves", move);
    }

    private void registrations() {
        String uscc = Usccs.next();
        String registration =
                doing.does(member, "POST", "/api/v1/registrations", form(uscc)).at("/registration");
        String desk = "/api/v1/desk/registrations/" + registration;
        doing.does(officer, "POST", desk + "/return", Map.of("reasons", List.of("CODE_OR_NAME")));
        doing.does(member, "POST", "/api/v1/registrations/" + registration + "/resubmission", form(uscc));
        licence(member, "/api/v1/registrations/" + registration);
        doing.does(officer, "POST", desk + "/licence/link", "");
        doing.does(officer, "POST", desk + "/acceptance", Map.of("memberProof", "LICENCE"));
        String code = doing.does(phone, "POST", "/api/v1/field/registrations", form(Usccs.next()))
                .at("/confirmationCode");
        Who person = Who.person(phones.signIn());
        doing.does(person, "POST", "/api/v1/registrations/confirmations", Map.of("code", code));
    }

    private void members() {
        String own = own() + "/members/";
        String desk = "/api/v1/desk" + own().substring("/api/v1".length()) + "/members/";
        String field = "/api/v1/field" + own().substring("/api/v1".length()) + "/members/";
        doing.does(member, "POST", own + joined().membership() + "/approval", "");
        doing.does(member, "POST", own + joined().membership() + "/refusal", Map.of("reason", "NOT_OURS"));
        Joined proven = joined();
        licence(proven.who(), own());
        doing.does(officer, "POST", desk + proven.membership() + "/licence/link", "");
        doing.does(officer, "POST", desk + proven.membership() + "/confirmation", Map.of("proof", "LICENCE"));
        doing.does(officer, "POST", desk + joined().membership() + "/refusal", Map.of("reason", "不是本企业的人"));
        Joined visited = joined();
        licence(visited.who(), own());
        doing.does(phone, "POST", field + visited.membership() + "/licence/link", "");
        doing.does(phone, "POST", field + visited.membership() + "/confirmation", Map.of("proof", "LICENCE"));
        handedOver(own, desk, proven, visited);
        var listed = phones.signIn();
        EnterpriseId enterprise = listedWith(listed.phone());
        firms.joinUnconfirmed(enterprise, listed.id());
        doing.does(Who.person(listed), "POST", "/api/v1/enterprises/" + enterprise + "/phone-proof", "");
    }

    /** The manager's work goes to a colleague and back; then the colleagues are gone. */
    private void handedOver(String own, String desk, Joined colleague, Joined other) {
        var reason = Map.of("reason", "人员变动");
        String offer = own + colleague.membership() + "/handover";
        String manager = here.id("membership");
        doing.does(member, "POST", offer, "");
        doing.does(member, "POST", own() + "/handover/withdrawal", "");
        doing.does(member, "POST", offer, "");
        doing.does(colleague.who(), "POST", own() + "/handover/refusal", "");
        doing.does(member, "POST", offer, "");
        doing.does(colleague.who(), "POST", own() + "/handover/acceptance", "");
        doing.does(colleague.who(), "PUT", own + manager + "/role", Map.of("role", "FINANCE"));
        doing.does(officer, "POST", desk + manager + "/management", reason);
        doing.does(colleague.who(), "POST", own() + "/leaving", "");
        doing.does(officer, "POST", desk + other.membership() + "/end", reason);
    }

    /** Sends a photo of the licence and looks at it. */
    private void licence(Who who, String place) {
        String photo = SentFiles.photo(who.api(), place + "/licence-files");
        doing.does(who, "PUT", place + "/licence", Map.of("file", photo));
        doing.does(who, "POST", place + "/licence/link", "");
    }

    private String own() {
        return "/api/v1/enterprises/" + here.enterprise();
    }

    /** Somebody who asked to join. */
    private record Joined(Who who, UUID membership) {}

    private Joined joined() {
        var person = phones.signIn();
        person.api().once().post("/api/v1/registrations", form(here.id("uscc"))).expect(201);
        return new Joined(
                Who.person(person),
                database.sql("select id from membership where person_id = ? and enterprise_id = ?")
                        .params(person.id().value(), here.enterprise().value())
                        .query(UUID.class)
                        .single());
    }

    /** An enterprise that the county's register has under its code with this phone number. */
    private EnterpriseId listedWith(String number) {
        EnterpriseId enterprise = firms.in(here.unit());
        String uscc = database.sql("select uscc from enterprise where id = ?")
                .param(enterprise.value())
                .query(String.class)
                .single();
        List<List<?>> rows = List.of(
                List.of("统一社会信用代码", "企业名称", "所属乡镇", "联系电话"), List.of(uscc, "冠县名录电话有限公司", here.id("unitName"), number));
        Workbooks.upload(county.api(), register(), Workbooks.of(rows)).expect(200);
        return enterprise;
    }

    private void lists() {
        List<List<?>> rows =
                List.of(List.of("统一社会信用代码", "企业名称", "所属乡镇"), List.of(Usccs.next(), "冠县名录有限公司", here.id("unitName")));
        String imported = doing.does(
                        county, "POST", register(), it -> Workbooks.upload(it, register(), Workbooks.of(rows)))
                .at("/importId");
        doing.does(county, "POST", "/api/v1/desk/register/imports/" + imported + "/undo", "");
        List<List<?>> listed = List.of(
                List.of("统一社会信用代码", "企业名称", "乡镇（街道）", "注册时间"),
                List.of(Usccs.next(), "冠县平台有限公司", here.id("unitName"), today));
        String path = "/api/v1/desk/platform-listings?county=371525&mode=apply&listedOn=" + today;
        String listing = doing.does(county, "POST", path, it -> Workbooks.upload(it, path, Workbooks.of(listed)))
                .at("/listing");
        doing.does(county, "POST", "/api/v1/desk/platform-listings/" + listing + "/undo", "");
    }

    private String register() {
        return "/api/v1/desk/register/imports?county=371525&mode=apply&effectiveFrom=" + today;
    }

    private void assignments() {
        var round = Map.of(
                "county",
                "371525",
                "name",
                "第" + UUID.randomUUID() + "轮",
                "document",
                "虚构文件",
                "startsOn",
                today.toString());
        String id = doing.does(county, "POST", "/api/v1/desk/assignment-rounds", round)
                .at("/round");
        String path = "/api/v1/desk/assignment-rounds/" + id;
        var commissioner = staffing.hire(Role.COMMISSIONER);
        var successor = staffing.hire(Role.COMMISSIONER);
        Map<String, Object> asked = new HashMap<>(Map.of(
                "enterprise",
                firms.in(here.unit()),
                "staff",
                commissioner.id(),
                "kind",
                "SERVICE_COMMISSIONER",
                "sentBy",
                "县工业和信息化局"));
        String assignment =
                doing.does(county, "POST", path + "/assignments", asked).at("/assignment");
        asked.remove("enterprise");
        asked.putAll(Map.of("staff", successor.id(), "from", today.plusDays(1).toString(), "reason", "轮换"));
        doing.does(county, "POST", "/api/v1/desk/assignments/" + assignment + "/replacement", asked);
        asked.putAll(Map.of("staff", commissioner.id(), "enterprise", firms.in(here.unit())));
        asked.keySet().removeAll(List.of("from", "reason"));
        String other =
                county.api().post(path + "/assignments", asked).expect(201).at("/assignment");
        var end = Map.of("lastDay", today.toString(), "reason", "工作调整");
        doing.does(county, "POST", "/api/v1/desk/assignments/" + other + "/end", end);
        var acting = Map.of(
                "county",
                "371525",
                "absent",
                commissioner.id(),
                "acting",
                successor.id(),
                "startsOn",
                today.toString(),
                "endsOn",
                today.toString(),
                "reason",
                "培训");
        String arranged = doing.does(county, "POST", "/api/v1/desk/acting-commissioners", acting)
                .at("/acting");
        doing.does(
                county,
                "POST",
                "/api/v1/desk/acting-commissioners/" + arranged + "/end",
                Map.of("lastDay", today.minusDays(1).toString()));
        List<List<?>> rows = List.of(
                List.of("统一社会信用代码", "企业名称", "专员登录名", "类别", "派出单位", "是否主责"),
                List.of(here.id("uscc"), here.id("name"), commissioner.loginName(), "驻企特派员", "工信局", "否"));
        String imports = path + "/imports?mode=apply";
        doing.does(county, "POST", imports, it -> Workbooks.upload(it, imports, Workbooks.of(rows)));
    }

    private Map<String, Object> form(String uscc) {
        return Map.of(
                "uscc", uscc,
                "name", uscc.equals(here.id("uscc")) ? here.id("name") : "冠县审计" + uscc.substring(10, 17) + "有限公司",
                "operatingUnit", here.unit(),
                "countsAt", "OPERATING",
                "industry", "C20",
                "contactName", "虚构联系人",
                "contactPhone", "13800009999",
                "role", "CLERK");
    }
}
