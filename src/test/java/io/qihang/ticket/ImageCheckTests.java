package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.simulator.Fault;
import io.qihang.simulator.FaultAction;
import io.qihang.simulator.JournalEntry;
import io.qihang.simulator.PushSettings;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.Api;
import io.qihang.testing.FormPost;
import io.qihang.testing.Phones;
import io.qihang.testing.SentFiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who sees a photo or a scan of another of the enterprise before it has passed. */
class ImageCheckTests extends TicketPlay {

    private static final String CHECK = "/wxa/media_check_async";
    private static final String EVENT = "wxa_media_check";
    private static final String TO_AUTHOR = "审核中，暂时只有您和办理人员看得到";

    @Autowired
    WeChatSimulator weChat;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    @Value("${qihang.wechat.push-token}")
    String pushToken;

    @Value("${qihang.wechat.aes-key}")
    String aesKey;

    private EnterpriseId enterprise;
    private Phones.Person author;
    private Phones.Person colleague;

    @BeforeEach
    void two_members_and_pushes_that_are_lost() {
        clock.reset();
        enterprise = firms.in(LIULIN);
        author = phones.signIn();
        colleague = phones.signIn();
        firms.join(enterprise, author.id());
        firms.join(enterprise, colleague.id());
        weChat.pushTo(PushSettings.secure("http://127.0.0.1:" + port + "/api/v1/wechat/push", pushToken, aesKey));
        weChat.fault(Fault.before(EVENT, new FaultAction.PushFault("drop")).named("lost"));
    }

    @AfterEach
    void calm() {
        weChat.pushTo(null);
        weChat.clearFaults();
    }

    private String forms() {
        return "/api/v1/enterprises/" + enterprise + "/ticket-files";
    }

    /** Others have moved WeChat's clock; what it pushes is refused when it is too far from ours. */
    private String raised(String file) {
        clock.set(weChat.clock().instant());
        var words = Map.of("category", "labour-energy", "title", "停电", "content", "本月已停电五次。", "files", List.of(file));
        return author.api()
                .once()
                .post("/api/v1/enterprises/" + enterprise + "/tickets", words)
                .expect(201)
                .at("/id");
    }

    private record Check(String state, String cause, String trace, int tries) {}

    private Check check(String file) {
        return database.sql("""
                        select state, coalesce(cause, ''), coalesce(trace_id, ''), tries from ticket_content_check
                        where file_id = cast(? as uuid)
                        """)
                .param(file)
                .query((row, n) -> new Check(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
                .single();
    }

    private void awaitState(String file, String state) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            checking.run();
            return check(file).state().equals(state);
        });
    }

    private String awaitGiven(String file) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            checking.run();
            return !check(file).trace().isEmpty();
        });
        return check(file).trace();
    }

    private void tell(String trace, String suggest, int errcode) {
        weChat.clearFaults();
        weChat.mediaVerdict(trace, suggest, 20002, 0, errcode);
    }

    private List<JournalEntry> calls() {
        return weChat.journal(CHECK).stream()
                .filter(it -> author.openid().equals(it.openid()))
                .toList();
    }

    private static List<String> marks(Api by, String path) {
        return by.get(path)
                .expect(200)
                .json()
                .path("hops")
                .valueStream()
                .flatMap(it -> it.path("files").valueStream())
                .map((JsonNode it) -> it.path("check").asString(""))
                .toList();
    }

    private static String own(String ticket) {
        return "/api/v1/tickets/" + ticket;
    }

    private void assertHidden(String ticket, String file) {
        assertThat(marks(colleague.api(), own(ticket))).isEmpty();
        colleague.api().post(own(ticket) + "/files/" + file + "/link", "").expect(404, "NOT_FOUND");
    }

    @Test
    void a_photo_is_seen_by_its_sender_and_staff_until_wechat_passes_it() {
        String file = SentFiles.photo(author.api(), forms());
        String ticket = raised(file);
        String trace = awaitGiven(file);
        Api officer = officer();
        assertThat(marks(author.api(), own(ticket))).containsExactly(TO_AUTHOR);
        author.api().post(own(ticket) + "/files/" + file + "/link", "").expect(200);
        assertThat(marks(officer, desk(ticket))).containsExactly("等微信核对，企业其他人暂时看不到");
        officer.post(desk(ticket) + "/files/" + file + "/link", "").expect(200);
        assertHidden(ticket, file);

        tell(trace, "pass", 0);
        awaitState(file, "PASSED");
        assertThat(marks(colleague.api(), own(ticket))).containsExactly("");
        colleague.api().post(own(ticket) + "/files/" + file + "/link", "").expect(200);
        assertThat(marks(author.api(), own(ticket))).containsExactly("");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void wechat_gets_an_address_that_is_good_for_more_than_an_hour_and_tells_no_name() {
        String file = SentFiles.photo(author.api(), forms());
        raised(file);
        awaitGiven(file);
        assertThat(calls()).singleElement().satisfies(it -> {
            JsonNode asked = json.readTree(it.body());
            assertThat(asked.path("media_type").asInt()).isEqualTo(2);
            assertThat(asked.path("version").asInt()).isEqualTo(2);
            String url = asked.path("media_url").asString();
            assertThat(url).doesNotContain("jpg").contains("X-Amz-Expires=7200");
            assertThat(FormPost.open(url).headers().firstValue("Content-Type")).hasValue("image/jpeg");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "risky,0,HELD,RISKY",
        "review,0,REVIEW,DOUBTFUL",
        "pass,-1008,REVIEW,NOT_FETCHED",
    })
    void a_photo_that_wechat_does_not_pass_stays_unseen(String suggest, int errcode, String state, String cause) {
        String file = SentFiles.photo(author.api(), forms());
        String ticket = raised(file);
        tell(awaitGiven(file), suggest, errcode);
        awaitState(file, state);
        assertThat(check(file).cause()).isEqualTo(cause);
        assertHidden(ticket, file);
        assertThat(marks(officer(), desk(ticket))).hasSize(1).doesNotContain("");
    }

    @Test
    void without_a_verdict_in_half_an_hour_it_is_left_to_staff_and_a_later_one_does_not_pass_it() {
        String file = SentFiles.photo(author.api(), forms());
        String ticket = raised(file);
        String trace = awaitGiven(file);
        clock.set(clock.instant().plus(Duration.ofMinutes(29)));
        checking.run();
        assertThat(check(file).state()).isEqualTo("WAITING");
        clock.set(clock.instant().plus(Duration.ofMinutes(1)));
        checking.run();
        assertThat(check(file)).extracting(Check::state, Check::cause).containsExactly("REVIEW", "NO_VERDICT");

        clock.set(weChat.clock().instant());
        int pushed = weChat.pushStatuses().size();
        tell(trace, "pass", 0);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> weChat.pushStatuses().size() > pushed
                        && database.sql("select count(*) from wechat_push where event = ? and worked_at is null")
                                        .param(EVENT)
                                        .query(Integer.class)
                                        .single()
                                == 0);
        checking.run();
        assertThat(check(file).state()).isEqualTo("REVIEW");
        assertHidden(ticket, file);
    }

    @Test
    void a_verdict_that_comes_before_the_answer_to_the_call_is_not_lost() {
        weChat.clearFaults();
        weChat.fault(Fault.after(CHECK, new FaultAction.Delay(1_500)).forOpenid(author.openid()));
        String file = SentFiles.photo(author.api(), forms());
        raised(file);
        awaitState(file, "PASSED");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void a_scan_is_never_given_to_wechat_and_left_to_staff() {
        String file = SentFiles.scan(author.api(), forms());
        String ticket = raised(file);
        assertThat(check(file)).extracting(Check::state, Check::cause).containsExactly("REVIEW", "NO_IMAGE");
        assertThat(marks(author.api(), own(ticket))).containsExactly(TO_AUTHOR);
        assertHidden(ticket, file);
        awaitChecked(ticket);
        assertThat(calls()).isEmpty();
    }

    @Test
    void a_photo_whose_name_is_risky_is_held_by_its_name() {
        String file = SentFiles.photoCalled("[risky].jpg", author.api(), forms());
        String ticket = raised(file);
        awaitState(file, "HELD");
        assertHidden(ticket, file);
        assertThat(calls()).isEmpty();
    }

    static Stream<FaultAction> a_service_that_is_down() {
        return Stream.of(
                new FaultAction.Errcode(-1),
                new FaultAction.Errcode(45009),
                new FaultAction.Http(503),
                new FaultAction.Reset(),
                new FaultAction.EmptyJson());
    }

    @ParameterizedTest
    @MethodSource("a_service_that_is_down")
    void a_photo_is_taken_while_the_service_is_down_and_given_when_it_is_back(FaultAction down) {
        weChat.fault(Fault.before(CHECK, down).forOpenid(author.openid()));
        String file = SentFiles.photo(author.api(), forms());
        String ticket = raised(file);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            checking.run();
            return calls().size() == 1 && calls().get(0).costMillis() >= 0;
        });
        assertHidden(ticket, file);
        weChat.clearFaults();
        weChat.fault(Fault.before(EVENT, new FaultAction.PushFault("drop")));
        clock.set(clock.instant().plus(Duration.ofMinutes(6)));
        awaitGiven(file);
        assertThat(check(file).state()).isEqualTo("WAITING");
    }

    @ParameterizedTest
    @CsvSource({"61010", "87020"})
    void a_photo_that_wechat_does_not_take_is_left_to_staff(int refused) {
        weChat.fault(Fault.before(CHECK, new FaultAction.Errcode(refused)).forOpenid(author.openid()));
        String file = SentFiles.photo(author.api(), forms());
        raised(file);
        awaitState(file, "REVIEW");
        assertThat(check(file).cause()).isEqualTo("UNCHECKED");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void what_staff_send_is_seen_at_once() {
        String ticket = raise(author.api(), enterprise);
        Api handler = handler(OFFICE);
        bringToWork(ticket, officer(), handler, OFFICE);
        String note = SentFiles.photo(handler, desk(ticket) + "/evidence-files", "/api/v1/desk/uploads/");
        handler.post(desk(ticket) + "/progress", Map.of("text", "现场已勘察", "files", List.of(note)))
                .expect(204);
        assertThat(marks(colleague.api(), own(ticket))).containsExactly("");
    }
}
