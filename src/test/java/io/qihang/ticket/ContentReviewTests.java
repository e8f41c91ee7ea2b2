package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.testing.Api;
import io.qihang.testing.Phones;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Staff decide on what WeChat did not pass. */
class ContentReviewTests extends TicketPlay {

    private static final String REVIEWS = "/api/v1/desk/content-reviews";

    private final String title = "停电" + UUID.randomUUID().toString().substring(0, 8);
    private EnterpriseId enterprise;
    private Phones.Person author;
    private Api colleague;

    @BeforeEach
    void two_members() {
        enterprise = firms.in(LIULIN);
        author = phones.signIn();
        firms.join(enterprise, author.id());
        colleague = member(enterprise);
    }

    /** A ticket whose words stand so. */
    private String raised(String word, String state) {
        String ticket = author.api()
                .once()
                .post(
                        "/api/v1/enterprises/" + enterprise + "/tickets",
                        Map.of("category", "labour-energy", "title", title, "content", "本月已停电五次。" + word))
                .expect(201)
                .at("/id");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            checking.run();
            return database.sql("select state from ticket_content_check where ticket_id = cast(? as uuid)")
                    .param(ticket)
                    .query(String.class)
                    .single()
                    .equals(state);
        });
        return ticket;
    }

    /** What is listed of the ticket, whatever page it is on. */
    private static List<JsonNode> listed(Api staff, String state, String ticket) {
        List<JsonNode> found = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = staff.get(REVIEWS + "?state=" + state + "&limit=100" + after)
                    .expect(200)
                    .json();
            page.path("items")
                    .valueStream()
                    .filter(it -> it.path("ticket").asString("").equals(ticket))
                    .forEach(found::add);
            String next = page.path("next").asString("");
            after = next.isEmpty() ? "" : "&after=" + next;
        } while (!after.isEmpty());
        return found;
    }

    private static String id(Api staff, String state, String ticket) {
        return listed(staff, state, ticket).get(0).path("id").asString();
    }

    private static Api.Reply release(Api staff, String check) {
        return staff.post(REVIEWS + "/" + check + "/release", "");
    }

    private static Api.Reply hold(Api staff, String check, String reason) {
        return staff.post(REVIEWS + "/" + check + "/hold", reason(reason));
    }

    private static String seen(Api by, String ticket) {
        return by.get("/api/v1/tickets/" + ticket).expect(200).at("/card/title");
    }

    private static String told(Api by, String path) {
        return by.get(path).expect(200).json().at("/hops/0/check").asString("");
    }

    private int audited(String action, String ticket) {
        return database.sql("select count(*) from audit_event where action = ? and object_id = ?")
                .params(action, ticket)
                .query(Integer.class)
                .single();
    }

    @Test
    void what_is_doubtful_is_listed_with_its_cause_and_seen_once_released() {
        String ticket = raised("[review]", "REVIEW");
        Api officer = officer();
        assertThat(listed(officer, "REVIEW", ticket)).singleElement().satisfies(it -> {
            assertThat(it.path("text").asString()).isEqualTo("本月已停电五次。[review]");
            assertThat(it.path("title").asString()).isEqualTo(title);
            assertThat(it.path("cause").asString()).isEqualTo("微信建议人工看一看");
        });
        assertThat(seen(colleague, ticket)).isNotEqualTo(title);
        String check = id(officer, "REVIEW", ticket);
        release(officer, check).expect(204);
        assertThat(seen(colleague, ticket)).isEqualTo(title);
        assertThat(told(author.api(), "/api/v1/tickets/" + ticket)).isEmpty();
        assertThat(listed(officer, "REVIEW", ticket)).isEmpty();
        assertThat(listed(officer, "RELEASED", ticket)).hasSize(1);
        release(officer, check).expect(409, "TICKET_CONTENT_DECIDED");
        assertThat(audited("ticket.release-content", ticket)).isEqualTo(1);
    }

    @Test
    void what_is_held_stays_with_its_author_who_reads_why() {
        String ticket = raised("[review]", "REVIEW");
        Api officer = officer();
        String check = id(officer, "REVIEW", ticket);
        hold(officer, check, "请去掉与诉求无关的话").expect(204);
        assertThat(seen(colleague, ticket)).isNotEqualTo(title);
        assertThat(told(author.api(), "/api/v1/tickets/" + ticket)).isEqualTo("没有通过审核，只有您和办理人员看得到：请去掉与诉求无关的话");
        assertThat(told(officer, desk(ticket))).isEqualTo("没有通过审核，企业其他人看不到：请去掉与诉求无关的话");
        assertThat(told(colleague, "/api/v1/tickets/" + ticket)).isEmpty();
        hold(officer, check, "再看一次").expect(409, "TICKET_CONTENT_DECIDED");
        assertThat(audited("ticket.hold-content", ticket)).isEqualTo(1);
        release(officer, check).expect(204);
        assertThat(seen(colleague, ticket)).isEqualTo(title);
    }

    @Test
    void what_wechat_holds_may_be_released_and_what_it_passed_taken_back() {
        String risky = raised("[risky]", "HELD");
        Api officer = officer();
        String check = id(officer, "HELD", risky);
        hold(officer, check, "确有不当").expect(204);
        release(officer, check).expect(204);
        assertThat(seen(colleague, risky)).isEqualTo(title);

        String passed = raised("", "PASSED");
        hold(officer, id(officer, "PASSED", passed), "有人反映").expect(204);
        assertThat(seen(colleague, passed)).isNotEqualTo(title);
    }

    @Test
    void a_reason_is_needed_to_hold() {
        String ticket = raised("[review]", "REVIEW");
        Api officer = officer();
        hold(officer, id(officer, "REVIEW", ticket), " ").expect(400);
        assertThat(listed(officer, "REVIEW", ticket)).hasSize(1);
    }

    @Test
    void only_who_may_see_the_ticket_finds_it_and_decides() {
        String ticket = raised("[review]", "REVIEW");
        Api officer = officer();
        String check = id(officer, "REVIEW", ticket);
        Api elsewhere = staffing.hireFor(QINGSHUI).api();
        Api otherOffice = handler("gxj");
        for (Api stranger : List.of(elsewhere, otherOffice)) {
            assertThat(listed(stranger, "REVIEW", ticket)).isEmpty();
            release(stranger, check).expect(404, "NOT_FOUND");
            hold(stranger, check, "不当").expect(404, "NOT_FOUND");
        }
        Api township = staffing.hireFor(LIULIN).api();
        assertThat(listed(township, "REVIEW", ticket)).hasSize(1);
        Api handler = handler(OFFICE);
        assertThat(listed(handler, "REVIEW", ticket)).isEmpty();
        bringToWork(ticket, officer, handler, OFFICE);
        assertThat(listed(handler, "REVIEW", ticket)).hasSize(1);
        release(handler, check).expect(204);
        assertThat(seen(colleague, ticket)).isEqualTo(title);
    }
}
