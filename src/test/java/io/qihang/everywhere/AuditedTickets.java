package io.qihang.everywhere;

import io.qihang.enterprise.Usccs;
import io.qihang.everywhere.Doing.Who;
import io.qihang.testing.FormPost;
import io.qihang.testing.SentFiles;
import io.qihang.testing.Township;
import io.qihang.testing.Townships;
import io.qihang.testing.Workbooks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every audited action on tickets and visits, once. */
final class AuditedTickets {

    private static final Map<String, String> WORDS = Map.of("category", "other", "title", "停电", "content", "每周停电。");
    private static final Map<String, String> REASON = Map.of("reason", "情况有变化。");
    private static final Map<String, String> REFUSAL =
            Map.of("ground", "not-duty", "reason", "不属本单位。", "office", "fgj");
    private static final Map<String, String> ANSWER = Map.of("text", "已办好。", "evidence", "答复单1号");

    private final Doing doing;
    private final Township here;
    private final JdbcClient database;
    private final Clock clock;
    private final LocalDate today;
    private final Who member;
    private final Who phone;
    private final Who county;
    private final Who handler;
    private final Who arbiter;

    AuditedTickets(Doing doing, Township here, Who arbiter, JdbcClient database, Clock clock, LocalDate today) {
        this.database = database;
        this.doing = doing;
        this.here = here;
        this.clock = clock;
        this.today = today;
        member = Who.of(here, "PERSON");
        phone = Who.of(here, "PHONE_COMMISSIONER");
        county = Who.of(here, "COUNTY_OFFICER");
        handler = Who.of(here, "HANDLER");
        this.arbiter = arbiter;
    }

    /** Returns a ticket that waits for the enterprise's word. */
    String play() {
        String ticket = raised();
        worked(ticket);
        suspended(ticket);
        closed(ticket);
        dispatched(raised());
        files(raised());
        reviewed(raised());
        otherwise();
        together();
        othersRaise();
        visits();
        String waiting = raised();
        county.api()
                .post(desk(waiting) + "/dispatch", Map.of("office", here.office()))
                .expect(204);
        handler.api().post(desk(waiting) + "/acceptance", Map.of()).expect(204);
        handler.api().post(desk(waiting) + "/answer", ANSWER).expect(204);
        return waiting;
    }

    /** Nobody has answered in time. */
    void unanswered(Who officer, String ticket) {
        doing.does(officer, "POST", desk(ticket) + "/unanswered", REASON);
        doing.does(officer, "POST", desk(ticket) + "/reopening", REASON);
    }

    private String raised() {
        return doing.does(member, "POST", "/api/v1/enterprises/" + here.enterprise() + "/tickets", WORDS)
                .at("/id");
    }

    private void worked(String ticket) {
        var office = Map.of("office", here.office());
        doing.does(county, "POST", desk(ticket) + "/dispatch", office);
        doing.does(handler, "POST", desk(ticket) + "/return", REFUSAL);
        county.api().post(desk(ticket) + "/dispatch", office).expect(204);
        doing.does(handler, "POST", desk(ticket) + "/acceptance", Map.of());
        doing.does(handler, "POST", desk(ticket) + "/progress", Map.of("text", "已到现场。"));
        doing.does(handler, "POST", desk(ticket) + "/reply", Map.of("text", "下周办。"));
        doing.does(handler, "POST", desk(ticket) + "/extension-request", REASON);
        doing.does(county, "POST", desk(ticket) + "/extension-refusal", REASON);
        handler.api().post(desk(ticket) + "/extension-request", REASON).expect(204);
        doing.does(county, "POST", desk(ticket) + "/extension", Map.of());
        var waiting = Map.of("reason", "enterprise-material", "note", "申请表。");
        doing.does(handler, "POST", desk(ticket) + "/pause", waiting);
        doing.does(handler, "POST", desk(ticket) + "/pause-end", REASON);
        handler.api().post(desk(ticket) + "/pause", waiting).expect(204);
        doing.does(member, "POST", own(ticket) + "/supply", Map.of("text", "申请表已送到窗口。"));
        doing.does(handler, "POST", desk(ticket) + "/answer", ANSWER);
        doing.does(member, "POST", own(ticket) + "/rejection", REASON);
    }

    /** The handler's office assists another one, which then gives the ticket up to the final decision. */
    private void dispatched(String ticket) {
        county.api().post(desk(ticket) + "/dispatch", Map.of("office", "fgj")).expect(204);
        var assist = Map.of("office", here.office(), "matter", "请协办。");
        doing.does(county, "POST", desk(ticket) + "/assists", assist);
        String asked = desk(ticket) + "/assists/"
                + county.api().get(desk(ticket)).expect(200).at("/assists/0/no");
        doing.does(handler, "POST", asked + "/acceptance", Map.of());
        doing.does(handler, "POST", asked + "/result", ANSWER);
        county.api().post(desk(ticket) + "/assists", assist).expect(204);
        String again = desk(ticket) + "/assists/"
                + county.api().get(desk(ticket)).expect(200).at("/assists/1/no");
        doing.does(county, "POST", again + "/withdrawal", REASON);
        doing.does(county, "POST", desk(ticket) + "/reminder", Map.of("text", "请抓紧。"));
        var own = Map.of("office", here.office());
        for (int i = 0; i < 2; i++) {
            county.api().post(desk(ticket) + "/dispatch", own).expect(204);
            handler.api().post(desk(ticket) + "/return", REFUSAL).expect(204);
        }
        doing.does(arbiter, "POST", desk(ticket) + "/ruling", Map.of("office", here.office(), "reason", "按职责清单。"));
        handler.api().post(desk(ticket) + "/acceptance", Map.of()).expect(204);
        doing.does(handler, "POST", desk(ticket) + "/handler", Map.of("staff", handler.account()));
        doing.does(
                handler,
                "POST",
                "/api/v1/desk/ticket-handovers",
                Map.of("office", here.office(), "from", handler.account(), "to", handler.account()));
    }

    private void suspended(String ticket) {
        doing.does(handler, "POST", desk(ticket) + "/suspension-request", REASON);
        doing.does(county, "POST", desk(ticket) + "/suspension-refusal", REASON);
        handler.api().post(desk(ticket) + "/suspension-request", REASON).expect(204);
        doing.does(county, "POST", desk(ticket) + "/suspension", REASON);
        doing.does(handler, "POST", desk(ticket) + "/resumption", REASON);
    }

    private void closed(String ticket) {
        handler.api().post(desk(ticket) + "/answer", ANSWER).expect(204);
        doing.does(member, "POST", own(ticket) + "/confirmation", Map.of());
        doing.does(member, "POST", own(ticket) + "/reopening", REASON);
        doing.reads(county, "/api/v1/desk/ticket-ledger?from=" + today.minusDays(9) + "&until=" + today);
    }

    /** Ends that are not a solution, and what is printed, drawn and said about tickets. */
    private void otherwise() {
        String ticket = raised();
        county.api()
                .post(desk(ticket) + "/dispatch", Map.of("office", here.office()))
                .expect(204);
        handler.api().post(desk(ticket) + "/acceptance", Map.of()).expect(204);
        var proposal = Map.of("outcome", "EXPLAINED", "reason", "已当面说明。", "evidence", "记录");
        doing.does(handler, "POST", desk(ticket) + "/outcome-proposal", proposal);
        doing.does(county, "POST", desk(ticket) + "/outcome-refusal", REASON);
        handler.api().post(desk(ticket) + "/outcome-proposal", proposal).expect(204);
        doing.does(county, "POST", desk(ticket) + "/outcome-confirmation", REASON);
        doing.does(member, "POST", own(ticket) + "/feedback", Map.of("useful", true));
        doing.does(county, "POST", desk(ticket) + "/receipt", "");
        doing.does(member, "POST", own(raised()) + "/withdrawal", REASON);
        doing.reads(county, "/api/v1/desk/ticket-suspension-sheet");
        doing.does(county, "POST", "/api/v1/desk/escalation-contacts", Map.of("office", here.office()));
        database.sql("update ticket_recheck set asked_at = now() where ticket_id = ?::uuid and days = 30")
                .param(ticket)
                .update();
        doing.does(member, "POST", own(ticket) + "/recheck", Map.of("solved", true));
        database.sql("update ticket_recheck set asked_at = now() where ticket_id = ?::uuid and days = 90")
                .param(ticket)
                .update();
        doing.does(county, "POST", desk(ticket) + "/recheck", Map.of("solved", true));
        database.sql("insert into ticket_warning (ticket_id, step_no, light, region_code, at) "
                        + "values (?::uuid, 1, 'SUPERVISE', '371525', now())")
                .param(ticket)
                .update();
        doing.does(county, "POST", desk(ticket) + "/supervision-sheet", "");
        database.sql("insert into ticket_sample (region_code, month, ticket_id) values ('371525', ?, ?::uuid)")
                .params(today.withDayOfYear(1), ticket)
                .update();
        doing.does(county, "POST", desk(ticket) + "/call-back", Map.of("result", "SATISFIED"));
        String month = today.minusMonths(1).withDayOfMonth(1).toString();
        doing.does(county, "POST", "/api/v1/desk/ticket-samples?from=" + month, "");
    }

    /** Two enterprises with the same problem. */
    private void together() {
        String first = raised();
        doing.does(member, "POST", own(first) + "/supplement", Map.of("text", "昨天又停了。"));
        UUID account = UUID.randomUUID();
        database.sql("""
                        insert into enterprise (id, region_code, uscc, name, name_key, unit_code, accepted_at, version)
                        select ?, region_code, ?, '冠县虚构同类有限公司', '冠县虚构同类有限公司', unit_code, now(), 0
                        from enterprise where id = ?::uuid
                        """).params(account, Usccs.next(), here.id("enterprise")).update();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Map<String, String> paper = new HashMap<>(WORDS);
            paper.put("origin", "PHONE");
            paper.put("receivedAt", clock.instant().minusSeconds(60).toString());
            others.add(county.api()
                    .once()
                    .post("/api/v1/desk/enterprises/" + account + "/tickets", paper)
                    .expect(201)
                    .at("/id"));
        }
        String problems = "/api/v1/desk/common-problems";
        Map<String, Object> asked = Map.of(
                "title", "停电", "summary", "每周停电。", "office", here.office(), "tickets", List.of(first, others.get(0)));
        String problem =
                problems + "/" + doing.does(county, "POST", problems, asked).at("/id");
        doing.does(county, "POST", problem + "/tickets", Map.of("tickets", List.of(others.get(1))));
        doing.does(county, "POST", problem + "/tickets/" + others.get(1) + "/removal", REASON);
        doing.does(handler, "POST", problem + "/acceptance", "");
        doing.does(handler, "POST", problem + "/progress", Map.of("text", "已到现场。"));
        doing.does(handler, "POST", problem + "/answer", ANSWER);
        doing.reads(county, "/api/v1/desk/common-problem-sheet");
        member.api().once().post(own(first) + "/withdrawal", REASON).expect(200);
        String joining = "/api/v1/enterprises/" + here.enterprise() + problem.substring("/api/v1/desk".length());
        doing.does(member, "POST", joining + "/joining", Map.of());
    }

    private void files(String ticket) {
        String file = sent(member, "/api/v1/enterprises/" + here.enterprise() + "/ticket-files", "/api/v1/uploads/");
        doing.does(member, "POST", own(ticket) + "/files", Map.of("files", List.of(file)));
        doing.does(member, "POST", own(ticket) + "/files/" + file + "/link", "");
        doing.does(county, "POST", desk(ticket) + "/files/" + file + "/link", "");
        sent(county, "/api/v1/desk/enterprises/" + here.enterprise() + "/ticket-files", "/api/v1/desk/uploads/");
    }

    /** The words of a ticket are kept back and then let pass. */
    private void reviewed(String ticket) {
        String check = database.sql("select id from ticket_content_check where ticket_id = ?::uuid")
                .param(ticket)
                .query(UUID.class)
                .single()
                .toString();
        String review = "/api/v1/desk/content-reviews/" + check;
        doing.does(county, "POST", review + "/hold", REASON);
        doing.does(county, "POST", review + "/release", "");
    }

    /** Asks for a form, sends a photo by it and commits it; returns the file. */
    private String sent(Who who, String forms, String uploads) {
        byte[] photo = Townships.photo();
        var form = who.api()
                .post(forms, SentFiles.asked("照片.jpg", "image/jpeg", photo.length))
                .expect(201);
        if (FormPost.of(form.json()).send(photo) != 204) throw new AssertionError("the upload was refused");
        doing.does(who, "POST", uploads + form.at("/file") + "/commitment", "");
        return form.at("/file");
    }

    private void othersRaise() {
        String enterprise = "/api/v1/field/enterprises/" + here.enterprise();
        String ticket = "/api/v1/field/tickets/"
                + doing.does(phone, "POST", enterprise + "/tickets", WORDS).at("/id");
        String file = sent(phone, enterprise + "/ticket-files", "/api/v1/field/uploads/");
        doing.does(phone, "POST", ticket + "/files", Map.of("files", List.of(file)));
        doing.does(phone, "POST", ticket + "/files/" + file + "/link", "");
        var paper = Map.of(
                "category", "other",
                "title", "来函",
                "content", "企业来函。",
                "origin", "PAPER",
                "receivedAt", clock.instant().minusSeconds(60).toString());
        doing.does(county, "POST", "/api/v1/desk/enterprises/" + here.enterprise() + "/tickets", paper);
        var rows = List.of(
                List.of("统一社会信用代码", "类别", "标题", "内容", "来源", "收到时间"),
                List.of(here.id("uscc"), "其他", "热线转办", "希望帮助申报。", "12345热线转办", today.toString()));
        String imports = "/api/v1/desk/tickets/imports?mode=apply";
        doing.does(county, "POST", imports, it -> Workbooks.upload(it, imports, Workbooks.of(rows)));
    }

    private void visits() {
        var telling = Map.of(
                "revision",
                1,
                "enterprise",
                here.enterprise(),
                "visitedAt",
                clock.instant().toString(),
                "kind",
                "PHONE",
                "said",
                "电话问候。");
        String own = "/api/v1/visits/" + UUID.randomUUID();
        String visit = doing.does(phone, "PUT", own, telling).at("/visit");
        String photo = sent(phone, own + "/photo-files", "/api/v1/field/uploads/");
        doing.does(phone, "PUT", own + "/photos/" + photo, "");
        doing.does(phone, "POST", own + "/photos/" + photo + "/link", "");
        doing.does(county, "POST", "/api/v1/desk/visits/" + visit + "/photos/" + photo + "/link", "");
        String echo = "/api/v1/enterprises/" + here.enterprise() + "/visits/" + visit + "/echo";
        doing.does(member, "POST", echo, Map.of("came", false));
        var kept = Map.of("kept", true, "on", today.toString(), "note", "已对接。");
        String promise = here.id("promise");
        var words = Map.of("category", "other", "title", "增容", "content", "要增容。");
        doing.does(phone, "POST", "/api/v1/field/promises/" + promise + "/ticket", words);
        doing.does(phone, "POST", "/api/v1/field/promises/" + promise + "/outcome", kept);
        var broken = Map.of("kept", false, "on", today.toString(), "note", "没有来。");
        phone.api()
                .once()
                .post("/api/v1/field/promises/" + promise + "/outcome", broken)
                .expect(200);
        doing.does(county, "POST", "/api/v1/desk/promises/" + promise + "/decision", kept);
        doing.reads(county, "/api/v1/desk/promise-ledger?from=" + today + "&until=" + today.plusDays(30));
        doing.does(phone, "POST", "/api/v1/field/tasks/" + here.id("task") + "/dismissal", Map.of("reason", "不用了"));
        doing.does(
                county,
                "POST",
                "/api/v1/desk/visit-callbacks/" + here.id("visit") + "/answer",
                Map.of("reached", false));
        plans();
    }

    private void plans() {
        var plan =
                Map.of("enterprise", here.enterprise(), "on", today.plusDays(3).toString(), "purpose", "看一看");
        String desk = "/api/v1/desk/visit-plans";
        String field = "/api/v1/field/visit-plans";
        String made = doing.does(county, "POST", desk, plan).at("/plan");
        String other = doing.does(phone, "POST", field, plan).at("/plan");
        var later = Map.of("to", today.plusDays(5).toString(), "note", "盘库");
        String coming = "/api/v1/enterprises/" + here.enterprise() + "/visit-plans/";
        doing.does(member, "POST", coming + made + "/postponement", later);
        doing.does(county, "POST", desk + "/" + made + "/cancellation", "");
        doing.does(phone, "POST", field + "/" + other + "/cancellation", "");
    }

    private static String desk(String ticket) {
        return "/api/v1/desk/tickets/" + ticket;
    }

    private static String own(String ticket) {
        return "/api/v1/tickets/" + ticket;
    }
}
