package io.qihang.everywhere;

import io.qihang.everywhere.Doing.Who;
import io.qihang.testing.FormPost;
import io.qihang.testing.SentFiles;
import io.qihang.testing.Township;
import io.qihang.testing.Townships;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every audited action on tickets and visits, once. */
final class AuditedTickets {

    private static final Map<String, String> WORDS = Map.of("category", "other", "title", "停电", "content", "每周停电。");
    private static final Map<String, String> REASON = Map.of("reason", "情况有变化。");
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

    AuditedTickets(Doing doing, Township here, JdbcClient database, Clock clock, LocalDate today) {
        this.database = database;
        this.doing = doing;
        this.here = here;
        this.clock = clock;
        this.today = today;
        member = Who.of(here, "PERSON");
        phone = Who.of(here, "PHONE_COMMISSIONER");
        county = Who.of(here, "COUNTY_OFFICER");
        handler = Who.of(here, "HANDLER");
    }

    /** Returns a ticket that waits for the enterprise's word. */
    String play() {
        String ticket = raised();
        worked(ticket);
        suspended(ticket);
        closed(ticket);
        files(raised());
        otherwise();
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
        doing.does(handler, "POST", desk(ticket) + "/return", REASON);
        county.api().post(desk(ticket) + "/dispatch", office).expect(204);
        doing.does(handler, "POST", desk(ticket) + "/acceptance", Map.of());
        doing.does(handler, "POST", desk(ticket) + "/progress", Map.of("text", "已到现场。"));
        doing.does(handler, "POST", desk(ticket) + "/reply", Map.of("text", "下周办。"));
        doing.does(handler, "POST", desk(ticket) + "/extension", REASON);
        doing.does(handler, "POST", desk(ticket) + "/answer", ANSWER);
        doing.does(member, "POST", own(ticket) + "/rejection", REASON);
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

    private void files(String ticket) {
        String file = sent(member, "/api/v1/enterprises/" + here.enterprise() + "/ticket-files", "/api/v1/uploads/");
        doing.does(member, "POST", own(ticket) + "/files", Map.of("files", List.of(file)));
        doing.does(member, "POST", own(ticket) + "/files/" + file + "/link", "");
        doing.does(county, "POST", desk(ticket) + "/files/" + file + "/link", "");
        sent(county, "/api/v1/desk/enterprises/" + here.enterprise() + "/ticket-files", "/api/v1/desk/uploads/");
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
        doing.does(phone, "POST", "/api/v1/field/promises/" + here.id("promise") + "/outcome", kept);
    }

    private static String desk(String ticket) {
        return "/api/v1/desk/tickets/" + ticket;
    }

    private static String own(String ticket) {
        return "/api/v1/tickets/" + ticket;
    }
}
