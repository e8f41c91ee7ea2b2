package io.qihang.ticket;

import static io.qihang.testing.Subscribers.inbox;
import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.simulator.Fault;
import io.qihang.simulator.FaultAction;
import io.qihang.simulator.JournalEntry;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.Api;
import io.qihang.testing.Phones;
import io.qihang.testing.Subscribers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees what a person wrote before WeChat has passed it. */
class TextCheckTests extends TicketPlay {

    private static final String CHECK = "/wxa/msg_sec_check";
    private static final String HIDDEN = "（审核中，通过后显示）";

    @Autowired
    WeChatSimulator weChat;

    @Autowired
    Subscribers subscribers;

    private final String title = "停电" + UUID.randomUUID().toString().substring(0, 8);
    private EnterpriseId enterprise;
    private Phones.Person author;
    private Phones.Person colleague;

    @BeforeEach
    void two_members() {
        enterprise = firms.in(LIULIN);
        author = phones.signIn();
        colleague = phones.signIn();
        firms.join(enterprise, author.id());
        firms.join(enterprise, colleague.id());
    }

    @AfterEach
    void no_faults() {
        weChat.clearFaults();
    }

    private String raise(String content) {
        return author.api()
                .once()
                .post(
                        "/api/v1/enterprises/" + enterprise + "/tickets",
                        Map.of("category", "labour-energy", "title", title, "content", content))
                .expect(201)
                .at("/id");
    }

    private void strike(FaultAction trouble) {
        weChat.fault(Fault.before(CHECK, trouble).forOpenid(author.openid()));
    }

    private void awaitState(String ticket, int seq, String state, int tries) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            checking.run();
            return database.sql("""
                            select count(*) from ticket_content_check where ticket_id = cast(:ticket as uuid)
                              and seq = :seq and file_id is null and state = :state and tries >= :tries
                              and (next_at is null or next_at <> :lease)
                            """)
                            .param("ticket", ticket)
                            .param("seq", seq)
                            .param("state", state)
                            .param("tries", tries)
                            .param(
                                    "lease",
                                    clock.instant().plus(Duration.ofMinutes(5)).atOffset(ZoneOffset.UTC))
                            .query(Integer.class)
                            .single()
                    == 1;
        });
    }

    private List<JournalEntry> calls() {
        return weChat.journal(CHECK).stream()
                .filter(it -> author.openid().equals(it.openid()))
                .toList();
    }

    private static String seen(Api by, String ticket) {
        var seen = by.get("/api/v1/tickets/" + ticket).expect(200);
        return seen.at("/card/title") + "|" + seen.at("/content");
    }

    private String listed(Phones.Person by) {
        return by.api()
                .get("/api/v1/enterprises/" + enterprise + "/tickets")
                .expect(200)
                .at("/items/0/title");
    }

    private static String own(Phones.Person by, String ticket) {
        return by.api()
                .get("/api/v1/tickets/" + ticket)
                .expect(200)
                .json()
                .at("/hops/0/check")
                .asString("");
    }

    private String cause(String ticket) {
        return database.sql("select cause from ticket_content_check where ticket_id = cast(? as uuid)")
                .param(ticket)
                .query(String.class)
                .single();
    }

    private static String mark(Api officer, String ticket) {
        return officer.get(desk(ticket)).expect(200).json().at("/hops/0/check").asString("");
    }

    static Stream<FaultAction> a_service_that_is_down() {
        return Stream.of(
                new FaultAction.Errcode(-1),
                new FaultAction.Errcode(45009),
                new FaultAction.Errcode(44991),
                new FaultAction.Http(502),
                new FaultAction.Http(503),
                new FaultAction.Delay(6_000),
                new FaultAction.Reset(),
                new FaultAction.Garbage());
    }

    @ParameterizedTest
    @MethodSource("a_service_that_is_down")
    void a_ticket_is_taken_and_seen_by_staff_and_author_but_no_colleague_until_the_check_is_back(FaultAction down) {
        strike(down);
        String ticket = raise("本月已停电五次。");
        awaitState(ticket, 1, "WAITING", 1);
        Api officer = officer();
        assertThat(officer.get(desk(ticket)).expect(200).at("/card/title")).isEqualTo(title);
        assertThat(mark(officer, ticket)).isEqualTo("等微信核对，企业其他人暂时看不到");
        assertThat(seen(author.api(), ticket)).isEqualTo(title + "|本月已停电五次。");
        assertThat(own(author, ticket)).isEqualTo("审核中，暂时只有您和办理人员看得到");
        assertThat(seen(colleague.api(), ticket)).isEqualTo(HIDDEN + "|" + HIDDEN);
        assertThat(listed(author)).isEqualTo(title);
        assertThat(listed(colleague)).isEqualTo(HIDDEN);
        assertThat(calls()).hasSize(1);

        weChat.clearFaults();
        set("2026-09-30T10:01");
        awaitState(ticket, 1, "PASSED", 2);
        assertThat(seen(colleague.api(), ticket)).isEqualTo(title + "|本月已停电五次。");
        assertThat(listed(colleague)).isEqualTo(title);
        assertThat(mark(officer(), ticket)).isEmpty();
        assertThat(own(author, ticket)).isEmpty();
        assertThat(calls()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"[risky],HELD,没有通过审核", "[review],REVIEW,等人工审核"})
    void what_wechat_does_not_pass_stays_with_author_and_staff(String word, String state, String told) {
        String ticket = raise("本月已停电五次。" + word);
        awaitState(ticket, 1, state, 1);
        assertThat(seen(colleague.api(), ticket)).isEqualTo(HIDDEN + "|" + HIDDEN);
        assertThat(listed(colleague)).isEqualTo(HIDDEN);
        assertThat(seen(author.api(), ticket)).contains(title, word);
        assertThat(mark(officer(), ticket)).startsWith(told);
        set("2026-10-08T10:01");
        checking.run();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void what_the_old_interface_calls_risky_is_held() {
        strike(new FaultAction.Errcode(87014));
        awaitState(raise("本月已停电五次。"), 1, "HELD", 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {61010, 40003})
    void whom_wechat_does_not_check_is_left_to_staff_and_is_asked_about_once(int refused) {
        strike(new FaultAction.Errcode(refused));
        String ticket = raise("本月已停电五次。");
        awaitState(ticket, 1, "REVIEW", 1);
        assertThat(seen(colleague.api(), ticket)).isEqualTo(HIDDEN + "|" + HIDDEN);
        assertThat(own(author, ticket)).isEqualTo("审核中，暂时只有您和办理人员看得到");
        set("2026-10-08T10:01");
        checking.run();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void of_those_what_has_a_word_of_the_list_is_held() {
        strike(new FaultAction.Errcode(61010));
        String ticket = raise("本公司代 开-发 票。");
        awaitState(ticket, 1, "HELD", 1);
        assertThat(cause(ticket)).isEqualTo("LISTED_WORD");
    }

    @Test
    void what_is_not_checked_for_two_hours_is_left_to_staff() {
        strike(new FaultAction.Errcode(-1));
        String ticket = raise("本月已停电五次。");
        for (int tries = 1; tries < 12; tries++) {
            awaitState(ticket, 1, "WAITING", tries);
            clock.set(clock.instant().plus(Duration.ofMinutes(15)));
        }
        awaitState(ticket, 1, "REVIEW", 12);
        assertThat(cause(ticket)).isEqualTo("UNCHECKED");
        assertThat(calls()).hasSize(12);
    }

    @Test
    void each_place_is_its_own_scene() {
        String ticket = raise("本月已停电五次。");
        awaitState(ticket, 1, "PASSED", 1);
        author.api()
                .once()
                .post("/api/v1/tickets/" + ticket + "/supplement", text("又停了。"))
                .expect(200);
        awaitState(ticket, 2, "PASSED", 1);
        assertThat(calls())
                .extracting(JournalEntry::body)
                .satisfiesExactly(it -> assertThat(it).contains("\"scene\":3"), it -> assertThat(it)
                        .contains("\"scene\":2"));
    }

    @Test
    void what_is_said_later_is_checked_by_itself() {
        String ticket = raise("本月已停电五次。");
        awaitState(ticket, 1, "PASSED", 1);
        author.api()
                .once()
                .post("/api/v1/tickets/" + ticket + "/supplement", text("又停了。[risky]"))
                .expect(200);
        awaitState(ticket, 2, "HELD", 1);
        var seen = colleague.api().get("/api/v1/tickets/" + ticket).expect(200);
        assertThat(hops(seen, "text")).containsExactly("企业提交诉求。", HIDDEN);
        assertThat(seen(colleague.api(), ticket)).isEqualTo(title + "|本月已停电五次。");
        assertThat(hops(author.api().get("/api/v1/tickets/" + ticket), "text")).contains("又停了。[risky]");
    }

    @Test
    void wechat_gets_title_and_content_as_plain_characters_and_who_wrote_them() {
        String ticket = raise("本月已停电五次。");
        awaitState(ticket, 1, "PASSED", 1);
        assertThat(calls()).singleElement().satisfies(it -> {
            assertThat(it.body()).contains("\"content\":\"本月已停电五次。\"", "\"title\":\"" + title + "\"");
            assertThat(it.body()).contains("\"version\":2").doesNotContain("\\u");
        });
    }

    @Test
    void nobody_is_told_a_title_that_has_not_passed() {
        strike(new FaultAction.Errcode(-1));
        String ticket = raise("本月已停电五次。");
        bringToWork(ticket, officer(), handler(OFFICE), OFFICE);
        subscribers.settle(ticket);
        assertThat(inbox(colleague))
                .singleElement()
                .asString()
                .startsWith("诉求已受理：GX-")
                .doesNotContain(title);
    }
}
