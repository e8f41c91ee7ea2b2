package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import cn.idev.excel.FastExcel;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.FormPost;
import io.qihang.testing.Phones;
import io.qihang.testing.SentFiles;
import io.qihang.testing.SqlCount;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Pictures and papers on tickets: optional, of those who sent them, seen with the hop they belong to. */
class TicketFileJourney extends TicketPlay {

    private static final String AT_DESK = "/api/v1/desk/uploads/";
    private static final String IN_FIELD = "/api/v1/field/uploads/";

    @Autowired
    SqlCount sql;

    private final EnterpriseId enterprise;
    private final Api member;

    TicketFileJourney(@Autowired Firms firms, @Autowired Phones phones) {
        Phones.Person person = phones.signIn();
        enterprise = firms.in(QINGSHUI);
        firms.join(enterprise, person.id());
        member = person.api();
    }

    @BeforeEach
    void on_the_day_the_object_store_knows() {
        clock.reset();
    }

    private String file() {
        return SentFiles.photo(member, "/api/v1/enterprises/" + enterprise + "/ticket-files");
    }

    private static String evidence(Api handler, String ticket) {
        return SentFiles.photo(handler, desk(ticket) + "/evidence-files", AT_DESK);
    }

    private static Map<String, Object> with(Map<String, String> said, List<String> files) {
        Map<String, Object> all = new HashMap<>(said);
        all.put("files", files);
        return all;
    }

    private String tickets() {
        return "/api/v1/enterprises/" + enterprise + "/tickets";
    }

    private static String own(String ticket) {
        return "/api/v1/tickets/" + ticket;
    }

    private String raised(List<String> files) {
        return member.once().post(tickets(), with(power(), files)).expect(201).at("/id");
    }

    private static List<String> filesOf(Api.Reply ticket, String action) {
        return ticket.json()
                .path("hops")
                .valueStream()
                .filter(it -> it.path("action").asString("").equals(action))
                .flatMap(it -> it.path("files").valueStream())
                .map((JsonNode it) -> it.path("id").asString(""))
                .toList();
    }

    @Test
    void the_problem_the_notes_and_the_answer_carry_files_that_all_who_see_the_ticket_open() {
        List<String> sent = List.of(file(), file());
        String ticket = raised(sent);
        Api officer = officer();
        Api handler = handler("fgj");
        bringToWork(ticket, officer, handler, "fgj");
        String note = evidence(handler, ticket);
        String proof = evidence(handler, ticket);
        handler.post(desk(ticket) + "/progress", with(text("现场已勘察"), List.of(note)))
                .expect(204);
        handler.post(desk(ticket) + "/progress", with(text("现场已勘察"), List.of(note)))
                .expect(409, "FILES_NOT_READY");
        handler.post(desk(ticket) + "/answer", with(answer("增容完成"), List.of(proof)))
                .expect(204);

        var seen = member.get(own(ticket)).expect(200);
        assertThat(filesOf(seen, "RAISE")).containsExactlyElementsOf(sent);
        assertThat(filesOf(seen, "PROGRESS")).containsExactly(note);
        assertThat(filesOf(seen, "ANSWER")).containsExactly(proof);
        assertThat(seen.at("/hops/0/files/0/contentType")).isEqualTo("image/jpeg");
        var link = member.post(own(ticket) + "/files/" + proof + "/link", "").expect(200);
        assertThat(FormPost.open(link.at("/url")).headers().firstValue("Content-Type"))
                .hasValue("image/jpeg");
        Api township = staffing.hireFor(QINGSHUI).api();
        for (Api staff :
                List.of(officer, handler, township, staffing.hire(Role.LEADER).api())) {
            assertThat(filesOf(staff.get(desk(ticket)).expect(200), "RAISE")).hasSize(2);
            staff.post(desk(ticket) + "/files/" + sent.get(0) + "/link", "").expect(200);
        }
        assertThat(opened(sent.get(0))).isEqualTo(4);
        assertThat(inLedger(officer, seen.at("/card/number"))).isEqualTo("4");
    }

    @Test
    void a_ticket_needs_no_file_and_its_author_sends_some_on_while_it_is_open() {
        String ticket = raise(member, enterprise);
        String later = file();
        Api once = member.once();
        for (int i = 0; i < 2; i++) {
            var seen = once.post(own(ticket) + "/files", Map.of("files", List.of(later)))
                    .expect(200);
            assertThat(filesOf(seen, "RAISE")).containsExactly(later);
        }
        Api colleague = member(enterprise);
        String theirs = SentFiles.photo(colleague, "/api/v1/enterprises/" + enterprise + "/ticket-files");
        colleague
                .once()
                .post(own(ticket) + "/files", Map.of("files", List.of(theirs)))
                .expect(403, "TICKET_FILES_BY_AUTHOR");
        member.post(own(ticket) + "/files/" + later + "/link", "").expect(200);

        Api handler = handler("fgj");
        bringToWork(ticket, officer(), handler, "fgj");
        handler.post(desk(ticket) + "/answer", answer("增容完成")).expect(204);
        member.once().post(own(ticket) + "/confirmation", Map.of()).expect(200);
        member.once()
                .post(own(ticket) + "/files", Map.of("files", List.of(file())))
                .expect(409, "TICKET_STATE");
    }

    @Test
    void raising_it_twice_with_one_key_makes_one_ticket_with_its_files() {
        Api once = member.once();
        var asked = with(power(), List.of(file()));
        String first = once.post(tickets(), asked).expect(201).at("/id");
        assertThat(once.post(tickets(), asked).expect(201).at("/id")).isEqualTo(first);
        assertThat(filesOf(member.get(own(first)).expect(200), "RAISE")).hasSize(1);
    }

    @Test
    void more_than_nine_are_refused_sent_at_once_or_sent_on() {
        List<String> ten =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(10).toList();
        member.once().post(tickets(), with(power(), ten)).expect(400, "TICKET_FILES_TOO_MANY");
        String ticket = raised(List.of(file()));
        member.once()
                .post(own(ticket) + "/files", Map.of("files", ten.subList(0, 9)))
                .expect(400, "TICKET_FILES_TOO_MANY");
        assertThat(member.get(tickets()).expect(200).json().path("items").size())
                .isEqualTo(1);
    }

    @Test
    void a_file_of_another_or_for_something_else_or_used_already_is_refused() {
        Api colleague = member(enterprise);
        String theirs = SentFiles.photo(colleague, "/api/v1/enterprises/" + enterprise + "/ticket-files");
        String certificate = SentFiles.photo(member, "/api/v1/enterprises/" + enterprise + "/certificate-files");
        String used = file();
        raised(List.of(used));
        for (String file : List.of(theirs, certificate, used, UUID.randomUUID().toString())) {
            member.once().post(tickets(), with(power(), List.of(file))).expect(409, "FILES_NOT_READY");
        }
    }

    @Test
    void another_enterprise_office_or_township_finds_nothing() {
        String file = file();
        String ticket = raised(List.of(file));
        Api officer = officer();
        Api handler = handler("fgj");
        bringToWork(ticket, officer, handler, "fgj");
        var picture = SentFiles.asked("a.jpg", "image/jpeg", 9);
        Api stranger = member(firms.in(QINGSHUI));
        stranger.post("/api/v1/enterprises/" + enterprise + "/ticket-files", picture)
                .expect(404, "NOT_FOUND");
        stranger.once()
                .post(own(ticket) + "/files", Map.of("files", List.of(file)))
                .expect(404, "NOT_FOUND");
        stranger.post(own(ticket) + "/files/" + file + "/link", "").expect(404, "NOT_FOUND");
        Api office = handler("gxj");
        office.post(desk(ticket) + "/evidence-files", picture).expect(404, "NOT_FOUND");
        office.post(desk(ticket) + "/files/" + file + "/link", "").expect(404, "NOT_FOUND");
        staffing.hireFor("371525103")
                .api()
                .post(desk(ticket) + "/files/" + file + "/link", "")
                .expect(404, "NOT_FOUND");
        String other = raise(member, enterprise);
        member.post(own(other) + "/files/" + file + "/link", "").expect(404, "NOT_FOUND");
    }

    @Test
    void a_commissioner_sends_them_from_the_phone_and_an_office_with_what_came_on_paper() {
        var staff = staffing.hire(Role.COMMISSIONER);
        Api phone = phones.bound(staff).api();
        String forms = "/api/v1/field/enterprises/" + enterprise + "/ticket-files";
        phone.post(forms, SentFiles.asked("a.jpg", "image/jpeg", 9)).expect(404, "NOT_FOUND");
        firms.assign(enterprise, staff.id(), Times.dayOf(clock.instant()));
        String heard = SentFiles.photo(phone, forms, IN_FIELD);
        String ticket = phone.once()
                .post("/api/v1/field/enterprises/" + enterprise + "/tickets", with(power(), List.of(heard)))
                .expect(201)
                .at("/id");
        String later = SentFiles.photo(phone, forms, IN_FIELD);
        String path = "/api/v1/field/tickets/" + ticket;
        var seen = phone.once()
                .post(path + "/files", Map.of("files", List.of(later)))
                .expect(200);
        assertThat(filesOf(seen, "RAISE")).containsExactly(heard, later);
        phone.post(path + "/files/" + heard + "/link", "").expect(200);
        member.post(own(ticket) + "/files/" + heard + "/link", "").expect(200);

        Api officer = officer();
        String scan = SentFiles.photo(officer, "/api/v1/desk/enterprises/" + enterprise + "/ticket-files", AT_DESK);
        var paper = with(power(), List.of(scan));
        paper.put("origin", "PAPER");
        paper.put(
                "receivedAt",
                clock.instant().atZone(Times.SHANGHAI).toOffsetDateTime().toString());
        String entered = officer.once()
                .post("/api/v1/desk/enterprises/" + enterprise + "/tickets", paper)
                .expect(201)
                .at("/id");
        assertThat(filesOf(member.get(own(entered)).expect(200), "RAISE")).containsExactly(scan);
    }

    @Test
    void scans_are_taken_too() {
        member.post(
                        "/api/v1/enterprises/" + enterprise + "/ticket-files",
                        SentFiles.asked("合同.pdf", "application/pdf", 900))
                .expect(201);
    }

    @Test
    void files_keep_raising_within_twelve_statements_and_the_page_within_two() {
        raised(List.of());
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 3; i++) files.add(file());
        var asked = with(power(), files);
        assertThat(sql.of(member.once(), it -> it.post(tickets(), asked))).hasSizeBetween(8, 12);
        String ticket = member.get(tickets()).expect(200).at("/items/0/id");
        assertThat(sql.of(member, it -> it.get(own(ticket)))).hasSizeBetween(1, 2);
    }

    private int opened(String file) {
        return database.sql("select count(*) from audit_event where action = 'file.link' and object_id = ?")
                .param(file)
                .query(Integer.class)
                .single();
    }

    /** The number of files in the ticket's line of today's 台账. */
    private String inLedger(Api officer, String number) {
        String today = Times.dayOf(clock.instant()).toString();
        var sheet = officer.get("/api/v1/desk/ticket-ledger?from=" + today + "&until=" + today)
                .expect(200);
        List<Map<Integer, String>> rows = FastExcel.read(new ByteArrayInputStream(sheet.bytes()))
                .sheet()
                .headRowNumber(1)
                .doReadSync();
        return rows.stream()
                .filter(it -> number.equals(it.get(0)))
                .map(it -> String.valueOf(it.get(23)))
                .findFirst()
                .orElseThrow();
    }
}
