package io.qihang.ticket;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import io.qihang.ticket.domain.ContentChecking;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people and words that tests of tickets over HTTP share. The day is Wednesday, 30 September 2026, 09:00. */
@SystemTest
abstract class TicketPlay {

    static final RegionCode COUNTY = new RegionCode("371525");
    static final String QINGSHUI = "371525104";
    static final String LIULIN = "371525103";
    static final String OFFICE = "fgj";

    @Autowired
    Staffing staffing;

    @Autowired
    Phones phones;

    @Autowired
    Firms firms;

    @Autowired
    MovableClock clock;

    @Autowired
    Limits limits;

    @Autowired
    ContentChecking checking;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void on_the_day_before_the_holiday() {
        limits.forget();
        set("2026-09-30T09:00");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    /** Sets the clock to Beijing time; console sessions do not outlive half a day. */
    void set(String local) {
        clock.set(LocalDateTime.parse(local).atZone(Times.SHANGHAI).toInstant());
    }

    Api officer() {
        return staffing.hire(Role.COUNTY_OFFICER).api();
    }

    Api handler(String office) {
        return staffing.hire(COUNTY, Role.HANDLER, null, office).api();
    }

    /** A confirmed member's phone. */
    Api member(EnterpriseId enterprise) {
        Phones.Person person = phones.signIn();
        firms.join(enterprise, person.id());
        return person.api();
    }

    /** Waits until what was said so far may be seen by everybody of the enterprise. */
    void awaitChecked(String ticket) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            checking.run();
            return database.sql("select count(*) from ticket_content_check where ticket_id = cast(:ticket as uuid) "
                                    + "and file_id is null and state <> 'PASSED'")
                            .param("ticket", ticket)
                            .query(Integer.class)
                            .single()
                    == 0;
        });
    }

    static Map<String, String> power() {
        return Map.of("category", "labour-energy", "title", "厂区频繁停电", "content", "本月已停电五次，生产线停工，希望增容。");
    }

    static String raise(Api member, EnterpriseId enterprise) {
        return member.once()
                .post("/api/v1/enterprises/" + enterprise + "/tickets", power())
                .expect(201)
                .at("/id");
    }

    static String desk(String ticket) {
        return "/api/v1/desk/tickets/" + ticket;
    }

    static Map<String, String> reason(String words) {
        return Map.of("reason", words);
    }

    static Map<String, String> text(String words) {
        return Map.of("text", words);
    }

    static Map<String, String> answer(String words) {
        return Map.of("text", words, "evidence", "供电方案答复单2026-31号");
    }

    /** Dispatches and accepts. */
    static void bringToWork(String ticket, Api officer, Api handler, String office) {
        officer.post(desk(ticket) + "/dispatch", Map.of("office", office)).expect(204);
        handler.post(desk(ticket) + "/acceptance", Map.of()).expect(204);
    }

    static List<String> hops(Api.Reply ticket, String field) {
        return ticket.json()
                .path("hops")
                .valueStream()
                .map(it -> it.path(field).asString(""))
                .toList();
    }
}
