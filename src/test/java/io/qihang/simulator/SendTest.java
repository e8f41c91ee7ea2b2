package io.qihang.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendTest {

    private WeChatSimulator simulator;
    private Client client;
    private String token;

    @BeforeEach
    void start() throws Exception {
        simulator = Rooms.furnished(
                Rooms.settings().withReleasedPages(Set.of("pages/ticket/show")).withSensitiveWords(Set.of("违禁")));
        client = new Client(simulator);
        token = client.stableToken(false).text("access_token");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Client.Answer send(String openid, String thing) throws Exception {
        return client.send(token, Client.message(openid, thing));
    }

    @Nested
    class A_message_in_order {

        @Test
        void is_stored_and_answered_with_a_msgid_of_19_digits() throws Exception {
            Client.Answer answer = client.send(token, """
                    {"touser":"o_u1","template_id":"T1","page":"pages/ticket/show?id=1","data":{"thing1":{"value":"诉求已办结"}}}""");

            assertThat(answer.body()).matches("\\{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":\\d{19}}");
            assertThat(simulator.messages(Rooms.OPENID)).singleElement().satisfies(message -> {
                assertThat(message.msgid())
                        .isEqualTo(answer.json().path("msgid").asString());
                assertThat(message.data()).isEqualTo(Map.of("thing1", "诉求已办结"));
                assertThat(message.page()).isEqualTo("pages/ticket/show?id=1");
                assertThat(message.state()).isEqualTo("formal");
                assertThat(message.at()).isEqualTo(simulator.clock().instant().getEpochSecond());
            });
        }

        @Test
        void uses_one_credit_of_a_one_time_template() throws Exception {
            simulator.accept(Rooms.OPENID, "T1");
            assertThat(send(Rooms.OPENID, "一").errcode()).isZero();
            assertThat(send(Rooms.OPENID, "二").errcode()).isZero();
            assertThat(send(Rooms.OPENID, "三").errcode()).isEqualTo(43101);
            assertThat(simulator.messages(Rooms.OPENID)).hasSize(2);
        }

        @Test
        void goes_to_a_long_term_subscriber_any_number_of_times() throws Exception {
            simulator.putTemplate(Template.longTerm("T1", "长期", Map.of("thing1", "thing")));
            simulator.accept(Rooms.OPENID, "T1");
            assertThat(send(Rooms.OPENID, "一").errcode()).isZero();
            assertThat(send(Rooms.OPENID, "二").errcode()).isZero();

            simulator.popup(Rooms.OPENID, List.of(new PopupAnswer("T1", "reject")));
            assertThat(send(Rooms.OPENID, "三").errcode()).isEqualTo(43101);
        }
    }

    @Nested
    class A_user_who_does_not_want_it {

        @Test
        void keeps_earlier_credits_when_declining_one_more() throws Exception {
            simulator.popup(Rooms.OPENID, List.of(new PopupAnswer("T1", "reject")));

            assertThat(send(Rooms.OPENID, "一").errcode()).isZero();
        }

        @Test
        void loses_every_credit_by_switching_the_template_off() throws Exception {
            simulator.reject(Rooms.OPENID, "T1");
            assertThat(send(Rooms.OPENID, "一").errcode()).isEqualTo(43101);
            assertThat(simulator.subscription(Rooms.OPENID, "T1"))
                    .isEqualTo(new Subscription(Rooms.OPENID, "T1", 0, false, true));

            simulator.accept(Rooms.OPENID, "T1");
            assertThat(send(Rooms.OPENID, "一").errcode()).isZero();
        }
    }

    @Nested
    class A_message_with_a_mistake {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "not json                                                                            | 47001",
                    "{'template_id':'T1','data':{}}                                                      | 47001",
                    "{'touser':'o_u1','data':{}}                                                         | 47001",
                    "{'touser':'o_u1','template_id':'T1'}                                                | 47001",
                    "{'touser':'o_u1','template_id':'T1','data':'x'}                                     | 47001",
                    "{'touser':'o_nobody','template_id':'T9','data':{}}                                  | 40003",
                    "{'touser':'o_u1','template_id':'T9','data':{}}                                      | 40037",
                    "{'touser':'o_u1','template_id':'TB','data':{}}                                      | 43107",
                    "{'touser':'o_u1','template_id':'T1','page':'pages/x','data':{}}                     | 47003",
                    "{'touser':'o_u1','template_id':'T1','page':'pages/x','data':{'thing1':{'value':'一'}}}  | 41030",
                    "{'touser':'o_u2','template_id':'T1','data':{'thing1':{'value':'违禁'}}}              | 43101",
                    "{'touser':'o_u1','template_id':'T1','data':{'thing1':{'value':'违禁'}}}              | 45168",
                })
        void gets_the_first_code_of_the_fixed_order_and_changes_nothing(String body, int errcode) throws Exception {
            simulator.createUser("o_u2", "13800000002");
            simulator.putTemplate(
                    Template.oneTime("TB", "停用", Map.of("thing1", "thing")).withBanned(true));

            Client.Answer answer = client.send(token, body.replace('\'', '"'));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.errcode()).isEqualTo(errcode);
            assertThat(simulator.messages()).isEmpty();
            assertThat(simulator.subscription(Rooms.OPENID, "T1").credits()).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "{}                                                  | data.thing1.value is empty",
                    "{'thing1':{'value':''}}                             | data.thing1.value is empty",
                    "{'thing1':{'value':5}}                              | data.thing1.value invalid",
                    "{'thing1':{'value':'一二三四五六七八九十一二三四五六七八九十一'}} | data.thing1.value invalid",
                    "{'thing1':{'value':'一'},'thing2':{'value':'二'}}     | data.thing2.value invalid",
                })
        void is_told_which_field_is_wrong(String data, String where) throws Exception {
            Client.Answer answer = client.send(
                    token, "{\"touser\":\"o_u1\",\"template_id\":\"T1\",\"data\":" + data.replace('\'', '"') + "}");

            assertThat(answer.errcode()).isEqualTo(47003);
            assertThat(answer.errmsg()).startsWith("argument invalid! " + where + " rid: ");
        }

        @Test
        void is_told_that_an_enum_has_no_such_value() throws Exception {
            simulator.putTemplate(new Template(
                    "TE",
                    2,
                    "状态",
                    Map.of("enum_string1", "enum_string"),
                    Map.of("enum_string1", List.of("办理中", "已办结")),
                    false));
            simulator.accept(Rooms.OPENID, "TE");
            String body = """
                    {"touser":"o_u1","template_id":"TE","data":{"enum_string1":{"value":"%s"}}}""";

            assertThat(client.send(token, body.formatted("未知")).errcode()).isEqualTo(47003);
            assertThat(client.send(token, body.formatted("已办结")).errcode()).isZero();
        }

        @Test
        void must_be_a_post() throws Exception {
            assertThat(client.get("/cgi-bin/message/subscribe/send", Map.of("access_token", token))
                            .errcode())
                    .isEqualTo(43002);
        }
    }

    @Nested
    class Many_messages {

        @Test
        void stop_at_the_limit_of_the_minute_and_of_the_day() throws Exception {
            simulator.limit("/cgi-bin/message/subscribe/send", 2, 3);
            for (int i = 0; i < 5; i++) {
                simulator.accept(Rooms.OPENID, "T1");
            }
            assertThat(send(Rooms.OPENID, "一").errcode()).isZero();
            assertThat(send(Rooms.OPENID, "二").errcode()).isZero();
            assertThat(send(Rooms.OPENID, "三").errcode()).isEqualTo(45009);
            simulator.advance(Duration.ofMinutes(1));
            assertThat(send(Rooms.OPENID, "三").errcode()).isZero();
            simulator.advance(Duration.ofMinutes(1));
            assertThat(send(Rooms.OPENID, "四").errcode()).isEqualTo(45009);

            Client.Answer quota = client.post(
                    "/cgi-bin/openapi/quota/get",
                    Map.of("access_token", token),
                    "{\"cgi_path\":\"/cgi-bin/message/subscribe/send\"}");
            assertThat(quota.json().path("quota").toString()).isEqualTo("{\"daily_limit\":3,\"used\":3,\"remain\":0}");
            assertThat(quota.json().path("rate_limit").path("call_count").asInt())
                    .isEqualTo(2);
        }

        @Test
        void at_once_never_share_a_credit() throws Exception {
            List<Callable<Integer>> sends = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String thing = "第" + i + "次";
                sends.add(() -> send(Rooms.OPENID, thing).errcode());
            }
            ExecutorService senders = Executors.newFixedThreadPool(16);
            try {
                List<Integer> codes = new ArrayList<>();
                for (Future<Integer> sent : senders.invokeAll(sends)) {
                    codes.add(sent.get());
                }
                assertThat(codes).containsOnlyOnce(0).isSubsetOf(0, 43101, 43108);
            } finally {
                senders.shutdownNow();
            }
            assertThat(simulator.messages()).hasSize(1);
            assertThat(simulator.subscription(Rooms.OPENID, "T1").credits()).isZero();
        }

        @Test
        @Timeout(30)
        void to_one_user_at_the_same_time_are_refused_but_one() throws Exception {
            simulator.accept(Rooms.OPENID, "T1");
            simulator.fault(Fault.before("/cgi-bin/message/subscribe/send", new FaultAction.Delay(30_000))
                    .onlyNth(1));
            ExecutorService slow = Executors.newSingleThreadExecutor();
            try {
                Future<Client.Answer> first = slow.submit(() -> send(Rooms.OPENID, "一"));
                while (simulator.journal("/cgi-bin/message/subscribe/send").isEmpty()) {
                    Thread.onSpinWait();
                }
                Client.Answer second = send(Rooms.OPENID, "二");
                assertThat(second.errcode()).isEqualTo(43108);
                assertThat(simulator.messages()).isEmpty();
                first.cancel(true);
            } finally {
                slow.shutdownNow();
            }
        }
    }

    @Test
    void copies_of_a_message_are_found_within_a_window() throws Exception {
        for (int i = 0; i < 3; i++) {
            simulator.accept(Rooms.OPENID, "T1");
        }
        send(Rooms.OPENID, "一");
        send(Rooms.OPENID, "二");
        simulator.advance(Duration.ofSeconds(100));
        send(Rooms.OPENID, "一");

        assertThat(simulator.duplicates(Duration.ofSeconds(99))).isEmpty();
        assertThat(simulator.duplicates(Duration.ofSeconds(100)))
                .singleElement()
                .satisfies(duplicate -> assertThat(duplicate.count()).isEqualTo(2));
    }

    @Test
    void the_template_list_shows_fields_and_type() throws Exception {
        Client.Answer list = client.get("/wxaapi/newtmpl/gettemplate", Map.of("access_token", token));

        assertThat(list.body()).isEqualTo("""
                        {"errcode":0,"errmsg":"ok","data":[{"priTmplId":"T1","title":"办理进度","content":"thing1:{{thing1.DATA}}\\n","example":"thing1:示例\\n","type":2}]}""");
    }

    @Test
    void a_call_that_does_not_exist_is_404_and_stands_out_in_the_journal() throws Exception {
        Client.Answer answer = client.get("/wxa/nothing", Map.of("access_token", token));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(simulator.journal("/wxa/nothing")).singleElement().satisfies(entry -> assertThat(entry.unexpected())
                .isTrue());
    }
}
