package io.qihang.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlApiTest {

    private WeChatSimulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator = WeChatSimulator.start(Rooms.settings());
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Client.Answer control(String path, String body) throws Exception {
        Client.Answer answer = client.post("/_sim" + path, Map.of(), body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private String query(String path, Map<String, String> query) throws Exception {
        return client.get("/_sim" + path, query).body();
    }

    private void aUserWithOneAccept() throws Exception {
        control("/users", "{\"openid\":\"o_u1\",\"unionid\":\"u_1\",\"phone\":\"13800000001\",\"risk\":false}");
        control("/templates", "{\"id\":\"T1\",\"type\":2,\"title\":\"办理进度\",\"fields\":{\"thing1\":\"thing\"}}");
        control(
                "/subscriptions/popup",
                "{\"openid\":\"o_u1\",\"results\":[{\"templateId\":\"T1\",\"status\":\"accept\"}]}");
    }

    private int send(String openid) throws Exception {
        return client.send(client.stableToken(false).text("access_token"), Client.message(openid, "一"))
                .errcode();
    }

    @Nested
    class Someone_trying_the_demo_by_hand {

        @Test
        void reads_how_it_works_in_chinese() throws Exception {
            assertThat(query("/", Map.of()))
                    .startsWith("微信小程序服务端模拟器")
                    .contains("curl -d '{}' " + simulator.baseUrl() + "/_sim/login-codes");
        }

        @Test
        void can_run_every_example_from_top_to_bottom() throws Exception {
            Matcher example = Pattern.compile(
                            "(?m)^ +curl (?:-X (\\w+) )?(?:-d '(.*)' )?'?http://[^/]+([^?'\\n]+)(.*)$")
                    .matcher(query("/", Map.of()));
            int run = 0;
            while (example.find()) {
                String body = example.group(2);
                String method = Objects.requireNonNullElse(example.group(1), body == null ? "GET" : "POST");
                Map<String, String> query = Pattern.compile("(\\w+)=([^&']+)")
                        .matcher(example.group(4))
                        .results()
                        .collect(Collectors.toMap(pair -> pair.group(1), pair -> pair.group(2)));
                Client.Answer answer =
                        client.call(method, example.group(3), query, Objects.requireNonNullElse(body, ""));
                assertThat(answer.status()).as(example.group() + answer.body()).isEqualTo(200);
                run++;
            }
            assertThat(run).isEqualTo(28);
        }

        @Test
        void logs_in_as_a_new_user_without_naming_one() throws Exception {
            Client.Answer code = control("/login-codes", "{}");

            assertThat(code.text("openid")).matches("o[A-Za-z0-9_-]{27}");
            assertThat(code.text("phone")).isEqualTo("13800000001");
            assertThat(client.login(code.text("code")).text("openid")).isEqualTo(code.text("openid"));
        }

        @Test
        void logs_in_under_an_openid_of_their_choice_and_gives_the_phone() throws Exception {
            String code = control("/login-codes", "{\"openid\":\"o_me\"}").text("code");
            assertThat(client.login(code).text("openid")).isEqualTo("o_me");

            String phoneCode = control("/phone-codes", "{\"openid\":\"o_me\"}").text("code");
            String token = client.stableToken(false).text("access_token");
            assertThat(client.phone(token, "{\"code\":\"" + phoneCode + "\"}").body())
                    .contains("\"purePhoneNumber\":\"13800000001\"");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "/login-codes          | {'openid':'someone'}                          | openid 必须以字母 o 开头",
                    "/login-codes          | {'openId':'o_1'}                              | 请求体读不懂",
                    "/login-codes          | nonsense                                      | 请求体读不懂",
                    "/phone-codes          | {}                                            | 请给出 openid",
                    "/phone-codes          | {'openid':'o_nobody'}                         | 没有这个用户，请先创建",
                    "/templates            | {'id':'T1','type':2,'fields':{'a1':'thing'}}  | 字段名要写成",
                    "/templates            | {'id':'T1','type':1,'fields':{'thing1':'thing'}} | type 只能是",
                    "/subscriptions/popup  | {'openid':'o_nobody','results':[]}            | 没有这个用户",
                    "/subscriptions/popup  | {'openid':'o_nobody','results':[{'templateId':'T1','status':'yes'}]} | status 只能是",
                    "/faults               | {'match':{'path':'*'}}                        | 请给出 action",
                    "/faults               | {'action':{'type':'drip'}}                    | 请求体读不懂",
                    "/clock                | {'advanceSeconds':-1}                         | 时钟只能向前拨",
                })
        void is_told_what_to_correct(String path, String body, String text) throws Exception {
            Client.Answer answer = client.post("/_sim" + path, Map.of(), body.replace('\'', '"'));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("error")).contains(text);
        }

        @Test
        void is_led_to_the_list_from_a_call_that_does_not_exist() throws Exception {
            Client.Answer answer = client.post("/_sim/login-code", Map.of(), "{}");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text("error")).contains("/_sim/ 列出全部");
        }
    }

    @Nested
    class Subscriptions {

        @Test
        void are_listed_with_what_is_left() throws Exception {
            aUserWithOneAccept();
            assertThat(query("/subscriptions", Map.of("openid", "o_u1"))).isEqualTo("""
                            [{"openid":"o_u1","templateId":"T1","credits":1,"longTerm":false,"rejected":false}]""");

            control("/subscriptions/reject", "{\"openid\":\"o_u1\",\"templateIds\":[\"T1\"]}");
            assertThat(query("/subscriptions", Map.of("openid", "o_u1")))
                    .contains("\"credits\":0,\"longTerm\":false,\"rejected\":true");
        }

        @Test
        void of_users_made_in_bulk_are_there_at_once() throws Exception {
            aUserWithOneAccept();
            Client.Answer made = control("/users/bulk", """
                    {"prefix":"o_load_","count":1000,"subscribe":[{"templateId":"T1","credits":2}]}""");

            assertThat(made.body()).isEqualTo("{\"created\":1000}");
            assertThat(send("o_load_1000")).isZero();
            assertThat(simulator.subscription("o_load_1000", "T1").credits()).isEqualTo(1);
        }
    }

    @Nested
    class What_happened {

        @Test
        void is_seen_in_messages_and_duplicates() throws Exception {
            aUserWithOneAccept();
            simulator.accept("o_u1", "T1");
            send("o_u1");
            send("o_u1");

            assertThat(query("/messages", Map.of("openid", "o_u1")))
                    .contains("\"templateId\":\"T1\",\"data\":{\"thing1\":\"一\"}", "\"at\":1795312800");
            assertThat(query("/duplicates", Map.of("window", "60")))
                    .contains("\"openid\":\"o_u1\",\"templateId\":\"T1\"", "\"count\":2");
        }

        @Test
        void is_seen_in_the_journal_page_by_page_and_without_the_secret() throws Exception {
            aUserWithOneAccept();
            send("o_u1");
            send("o_u1");
            String sends = "/cgi-bin/message/subscribe/send";

            String first = query("/journal", Map.of("path", sends, "limit", "1"));
            assertThat(first).contains("\"seq\":2,", "\"errcode\":0,").doesNotContain("\"seq\":4,");
            assertThat(query("/journal", Map.of("path", sends, "since", "2")))
                    .contains("\"seq\":4,", "\"errcode\":43101,")
                    .doesNotContain("\"seq\":2,");
            assertThat(query("/journal", Map.of()))
                    .contains("/cgi-bin/stable_token", "\\\"secret\\\":\\\"***\\\"")
                    .doesNotContain(Client.SECRET, "/_sim");
        }
    }

    @Test
    void the_clock_moves_for_tokens_and_codes() throws Exception {
        String code = control("/login-codes", "{}").text("code");
        assertThat(control("/clock", "{\"advanceSeconds\":301}").body())
                .isEqualTo("{\"now\":\"2026-11-22T02:05:01Z\",\"offsetSeconds\":301}");
        assertThat(client.login(code).errcode()).isEqualTo(40029);
        assertThat(query("/clock", Map.of())).contains("\"offsetSeconds\":301");
    }

    @Test
    void tokens_can_be_revoked_by_family() throws Exception {
        aUserWithOneAccept();
        String token = client.stableToken(false).text("access_token");
        control("/tokens/revoke", "{\"kind\":\"normal\"}");
        assertThat(client.send(token, Client.message("o_u1", "一")).errcode()).isZero();
        control("/tokens/revoke", "{\"kind\":\"stable\"}");
        assertThat(client.send(token, Client.message("o_u1", "一")).errcode()).isEqualTo(40001);
    }

    @Test
    void a_rate_limit_can_be_set() throws Exception {
        aUserWithOneAccept();
        control("/limits", "{\"path\":\"/cgi-bin/message/subscribe/send\",\"perDay\":0}");
        assertThat(send("o_u1")).isEqualTo(45009);
    }

    @Test
    void a_fault_can_be_injected_listed_and_taken_away() throws Exception {
        aUserWithOneAccept();
        Client.Answer id = control("/faults", """
                {"id":"f1","match":{"path":"/cgi-bin/message/subscribe/send","openid":"o_*","templateId":"T1",\
                "probability":1.0,"nth":[1,2]},"phase":"before","action":{"type":"errcode","errcode":45168},\
                "times":50,"ttlSeconds":600}""");
        assertThat(id.body()).isEqualTo("{\"id\":\"f1\"}");
        assertThat(send("o_u1")).isEqualTo(45168);
        assertThat(query("/faults", Map.of())).isEqualTo("""
                        [{"id":"f1","path":"/cgi-bin/message/subscribe/send","phase":"before","action":{"type":"errcode","errcode":45168,"errmsg":null},"seen":1,"struck":1,"over":false}]""");

        assertThat(client.call("DELETE", "/_sim/faults/f1", Map.of(), "").status())
                .isEqualTo(200);
        assertThat(client.call("DELETE", "/_sim/faults/f1", Map.of(), "").status())
                .isEqualTo(404);
        assertThat(send("o_u1")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'type':'delay','ms':5,'jitterMs':2}",
                "{'type':'delay','ms':5}",
                "{'type':'http','status':503}",
                "{'type':'http','status':429,'body':'{}','contentType':'application/json'}",
                "{'type':'reset'}",
                "{'type':'close'}",
                "{'type':'truncate','bytes':3}",
                "{'type':'garbage'}",
                "{'type':'empty'}",
                "{'type':'emptyJson'}",
            })
    void every_action_is_understood(String action) throws Exception {
        Client.Answer fault = control("/faults", "{\"action\":" + action.replace('\'', '"') + "}");

        assertThat(fault.text("id")).isEqualTo("f1");
    }

    @Test
    void a_reset_forgets_everything() throws Exception {
        aUserWithOneAccept();
        String token = client.stableToken(false).text("access_token");
        control("/faults", "{\"action\":{\"type\":\"errcode\",\"errcode\":-1}}");
        control("/clock", "{\"advanceSeconds\":60}");
        control("/reset", "{}");

        assertThat(simulator.user("o_u1")).isEmpty();
        assertThat(simulator.journal()).isEmpty();
        assertThat(query("/clock", Map.of())).contains("\"offsetSeconds\":0");
        assertThat(client.get("/wxaapi/newtmpl/gettemplate", Map.of("access_token", token))
                        .errcode())
                .isEqualTo(40001);
    }
}
