package io.qihang.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceHttpClientImpl;
import cn.binarywang.wx.miniapp.bean.security.WxMaMsgSecCheckCheckRequest;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import me.chanjar.weixin.common.error.WxErrorException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksAndCodesTest {

    private static final String TEXT = "/wxa/msg_sec_check";
    private static final String MEDIA = "/wxa/media_check_async";
    private static final String CODE = "/wxa/getwxacodeunlimit";

    private WeChatSimulator simulator;
    private Client client;
    private String token;

    @BeforeEach
    void start() throws Exception {
        simulator = Rooms.furnished(Rooms.settings().withReleasedPages(Set.of("pages/index/index", "pages/reg/index")));
        client = new Client(simulator);
        client.login(simulator.issueLoginCode(Rooms.OPENID));
        token = client.stableToken(false).text("access_token");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Client.Answer post(String path, String body) throws Exception {
        return client.post(path, Map.of("access_token", token), body.replace('\'', '"'));
    }

    private WxMaService wxJava() {
        WxMaDefaultConfigImpl config = new WxMaDefaultConfigImpl();
        config.setAppid(Client.APPID);
        config.setSecret(Client.SECRET);
        config.setApiHostUrl(simulator.baseUrl());
        config.useStableAccessToken(true);
        WxMaService wx = new WxMaServiceHttpClientImpl();
        wx.setWxMaConfig(config);
        return wx;
    }

    @Nested
    class A_text {

        private Client.Answer check(String content) throws Exception {
            return post(TEXT, "{'version':2,'openid':'o_u1','scene':2,'content':'" + content + "'}");
        }

        @ParameterizedTest
        @CsvSource({"诉求, pass, 100", "诉[risky]求, risky, 21000", "[review], review, 21000"})
        void is_found_to_be_what_it_says(String content, String suggest, int label) throws Exception {
            Client.Answer answer = check(content);

            assertThat(answer.errcode()).isZero();
            assertThat(answer.json().path("result").toString())
                    .isEqualTo("{\"suggest\":\"" + suggest + "\",\"label\":" + label + "}");
            assertThat(answer.text("trace_id")).isNotEmpty();
        }

        @Test
        void of_someone_who_was_not_here_for_two_hours_is_not_checked() throws Exception {
            simulator.advance(Duration.ofHours(2));
            token = client.stableToken(false).text("access_token");
            assertThat(check("诉求").errcode()).isZero();
            simulator.advance(Duration.ofSeconds(1));
            assertThat(check("诉求").errcode()).isEqualTo(61010);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'version':2,'openid':'o_nobody','scene':2,'content':'a'}|40003",
                    "{'version':2,'openid':'o_u1','scene':5,'content':'a'}|40129",
                    "{'version':2,'openid':'o_u1','scene':2,'content':''}|44002",
                    "{'version':2,'openid':'o_u1','scene':2}|47001",
                    "{'content':'[risky]'}|87014"
                })
        void that_is_wrongly_asked_about_is_refused(String body, int errcode) throws Exception {
            assertThat(post(TEXT, body).errcode()).isEqualTo(errcode);
        }

        @Test
        void may_hold_2500_characters() throws Exception {
            assertThat(check("字".repeat(2_500)).errcode()).isZero();
            assertThat(check("字".repeat(2_501)).errcode()).isEqualTo(45002);
        }

        @Test
        void is_not_checked_above_the_minutes_limit() throws Exception {
            simulator.limit(TEXT, 1, 2);
            assertThat(check("一").errcode()).isZero();
            assertThat(check("二").errcode()).isEqualTo(44991);
            simulator.advance(Duration.ofMinutes(1));
            assertThat(check("三").errcode()).isZero();
            simulator.advance(Duration.ofMinutes(1));
            assertThat(check("四").errcode()).isEqualTo(45009);
        }

        @Test
        void is_checked_for_the_client_library_too() throws Exception {
            assertThat(wxJava().getSecurityService()
                            .checkMessage(WxMaMsgSecCheckCheckRequest.builder()
                                    .openid(Rooms.OPENID)
                                    .version("2")
                                    .scene(2)
                                    .content("[risky]")
                                    .build())
                            .getResult()
                            .getSuggest())
                    .isEqualTo("risky");
        }
    }

    @Nested
    class A_medium {

        private Receiver receiver;

        @BeforeEach
        void listen() throws Exception {
            receiver = new Receiver();
            simulator.pushTo(receiver.settings(PushSettings.Mode.SECURE));
        }

        @AfterEach
        void end() {
            receiver.close();
        }

        private String check(String url) throws Exception {
            return post(MEDIA, "{'media_url':'" + url + "','media_type':2,'version':2,'openid':'o_u1','scene':2}")
                    .text("trace_id");
        }

        @Test
        void is_judged_by_push_a_second_later() throws Exception {
            String trace = check("https://files.example/risky.jpg");
            simulator.advance(Duration.ofSeconds(1));
            await().until(() -> receiver.pushes().size() == 1);

            var message = receiver.pushes().get(0).message();
            assertThat(message.path("Event").asString()).isEqualTo("wxa_media_check");
            assertThat(message.path("trace_id").asString()).isEqualTo(trace);
            assertThat(message.path("result").path("suggest").asString()).isEqualTo("risky");
            assertThat(message.path("FromUserName").asString()).isNotEqualTo(Rooms.OPENID);
        }

        @Test
        void can_be_judged_by_hand() throws Exception {
            String trace = check("https://files.example/1.jpg");
            simulator.mediaVerdict(trace, "review", 21000, 0, -1008);
            await().until(() -> receiver.pushes().size() == 1);

            assertThat(receiver.pushes().get(0).message().path("errcode").asInt())
                    .isEqualTo(-1008);
        }

        @Test
        void is_refused_when_wrongly_asked_about_or_too_often() throws Exception {
            assertThat(post(MEDIA, "{'media_url':'https://a','media_type':3,'version':2,'openid':'o_u1','scene':2}")
                            .errcode())
                    .isEqualTo(40004);
            for (int i = 0; i < 10; i++) {
                check("https://files.example/1.jpg?signature=" + i);
            }
            assertThat(post(
                                    MEDIA,
                                    "{'media_url':'https://files.example/1.jpg','media_type':2,'version':2,'openid':'o_u1','scene':2}")
                            .errcode())
                    .isEqualTo(87020);
        }
    }

    @Nested
    class A_code {

        @Test
        void can_be_read() throws Exception {
            byte[] png = wxJava().getQrcodeService()
                    .createWxaCodeUnlimitBytes(
                            "t=371525100000&c=p2601", "pages/reg/index", true, "release", 430, false, null, false);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            int width = image.getWidth();
            var source = new RGBLuminanceSource(width, width, image.getRGB(0, 0, width, width, null, 0, width));
            assertThat(width).isEqualTo(430);
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(source)))
                            .getText())
                    .isEqualTo("pages/reg/index?scene=t=371525100000&c=p2601");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'scene':'乡'}|40129",
                    "{'scene':'a%20b'}|40129",
                    "{'scene':'012345678901234567890123456789012'}|40169",
                    "not json|40169",
                    "{'scene':'a=1','page':'pages/none'}|41030",
                    "{'scene':'a=1','page':'/pages/reg/index','check_path':false}|41030",
                    "{'scene':'a=1','env_version':'beta'}|40097",
                    "{'scene':'a=1','width':200}|40097",
                    "{'scene':'scancode_time=1'}|85096"
                })
        void that_cannot_be_is_refused_as_json(String body, int errcode) throws Exception {
            Client.Answer answer = post(CODE, body);

            assertThat(answer.errcode()).isEqualTo(errcode);
            assertThat(answer.contentType()).startsWith("application/json");
        }

        @Test
        void of_a_page_not_yet_released_is_made_without_the_check() throws Exception {
            assertThat(post(CODE, "{'scene':'a=1','page':'pages/new','check_path':false}")
                            .contentType())
                    .isEqualTo("image/png");
        }

        @Test
        void whose_error_comes_as_plain_text_is_handed_on_as_an_image_by_the_client_library() throws Exception {
            simulator.fault(
                    Fault.before(CODE, new FaultAction.Http(200, "{\"errcode\":45009,\"errmsg\":\"\"}", "text/plain")));
            assertThat(wxJava().getQrcodeService()
                            .createWxaCodeUnlimitBytes("a=1", null, true, "release", 430, false, null, false))
                    .startsWith('{');
        }

        @Test
        void above_the_limit_is_an_error_for_the_client_library() {
            simulator.limit(CODE, 0, 100);
            Assertions.assertThatThrownBy(() -> wxJava().getQrcodeService()
                            .createWxaCodeUnlimitBytes("a=1", null, true, "release", 430, false, null, false))
                    .isInstanceOf(WxErrorException.class);
        }
    }

    @Nested
    class A_link {

        private static final String LINK = "/wxa/generate_urllink";

        @Test
        void is_made_and_told_about() throws Exception {
            String url = post(LINK, """
                    {'path':'/pages/reg/index','query':'t=371525','expire_type':1,'expire_interval':30}""").text("url_link");
            assertThat(url).startsWith("https://wxaurl.cn/");

            var told = post("/wxa/query_urllink", "{'url_link':'" + url + "'}").json();
            assertThat(told.path("url_link_info").path("query").asString()).isEqualTo("t=371525");
            assertThat(told.path("quota_info").path("remain_visit_quota").asInt())
                    .isEqualTo(3_000_000);
            assertThat(post("/wxa/query_urllink", "{'url_link':'https://wxaurl.cn/none'}")
                            .errcode())
                    .isEqualTo(40097);
        }

        @Test
        void may_be_a_scheme() throws Exception {
            assertThat(post("/wxa/generatescheme", """
                    {'jump_wxa':{'path':'pages/reg/index','query':''},'is_expire':true,'expire_type':1,'expire_interval':7}""").text("openlink")).startsWith("weixin://dl/business/?t=");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'path':'pages/none'}|40165",
                    "{'path':'pages/reg/index?a=1'}|40165",
                    "{'query':'乡'}|40212",
                    "{'expire_type':1,'expire_interval':31}|85401",
                    "{'env_version':'beta'}|85402"
                })
        void that_cannot_be_is_refused(String body, int errcode) throws Exception {
            assertThat(post(LINK, body).errcode()).isEqualTo(errcode);
        }

        @Test
        void is_refused_above_the_limits_of_second_and_day() throws Exception {
            simulator.limit(LINK, 1, 1_000, 2);
            assertThat(post(LINK, "{}").errcode()).isZero();
            assertThat(post(LINK, "{}").errcode()).isEqualTo(44990);
            simulator.advance(Duration.ofSeconds(1));
            assertThat(post(LINK, "{}").errcode()).isZero();
            simulator.advance(Duration.ofSeconds(1));
            assertThat(post(LINK, "{}").errcode()).isEqualTo(44993);
        }
    }

    @Nested
    class About_the_calls {

        @Test
        void an_earlier_one_is_told_by_its_number() throws Exception {
            String errmsg = client.send(token, Client.message("o_nobody", "一")).errmsg();
            String rid = errmsg.substring(errmsg.indexOf("rid: ") + 5);
            var request = post("/cgi-bin/openapi/rid/get", "{'rid':'" + rid + "'}")
                    .json()
                    .path("request");

            assertThat(request.path("request_url").asString()).isEqualTo("access_token=" + token);
            assertThat(request.path("response_body").asString()).contains("40003", rid);
            simulator.advance(Duration.ofDays(7));
            token = client.stableToken(false).text("access_token");
            assertThat(post("/cgi-bin/openapi/rid/get", "{'rid':'" + rid + "'}").errcode())
                    .isEqualTo(76001);
        }

        @Test
        void the_count_is_cleared_ten_times_a_month_by_either_way() throws Exception {
            simulator.limit(SendEndpoint.PATH, 100, 1);
            client.send(token, Client.message(Rooms.OPENID, "一"));
            assertThat(client.send(token, Client.message(Rooms.OPENID, "二")).errcode())
                    .isEqualTo(45009);
            assertThat(post("/cgi-bin/clear_quota", "{'appid':'" + Client.APPID + "'}")
                            .errcode())
                    .isZero();
            assertThat(client.send(token, Client.message(Rooms.OPENID, "二")).errcode())
                    .isEqualTo(43101);
            Map<String, String> account = Map.of("appid", Client.APPID, "appsecret", Client.SECRET);
            for (int i = 0; i < 9; i++) {
                assertThat(client.post("/cgi-bin/clear_quota/v2", account, "").errcode())
                        .isZero();
            }
            assertThat(client.post("/cgi-bin/clear_quota/v2", account, "").errcode())
                    .isEqualTo(48006);
            assertThat(simulator.journal().toString()).doesNotContain(Client.SECRET);
        }

        @Test
        void the_addresses_and_categories_are_told() throws Exception {
            for (String path : Set.of("/cgi-bin/getcallbackip", "/cgi-bin/get_api_domain_ip")) {
                assertThat(client.get(path, Map.of("access_token", token)).body())
                        .isEqualTo("{\"ip_list\":[\"127.0.0.1\"]}");
            }
            assertThat(client.get("/wxaapi/newtmpl/getcategory", Map.of("access_token", token))
                            .json()
                            .path("data"))
                    .hasSize(1);
        }

        @Test
        void a_token_is_only_for_an_allowed_address() throws Exception {
            client.post("/_sim/app", Map.of(), "{\"ipAllowList\":[\"10.0.0.1\"]}");
            assertThat(client.plainToken().errcode()).isEqualTo(40164);
            assertThat(client.stableToken(false).errcode()).isEqualTo(40164);
        }

        @Test
        void tokens_of_512_characters_are_taken() throws Exception {
            client.post("/_sim/app", Map.of(), "{\"tokenLength\":512}");
            token = client.stableToken(true).text("access_token");
            assertThat(token).hasSize(512);
            assertThat(client.send(token, Client.message(Rooms.OPENID, "一")).errcode())
                    .isZero();
        }
    }
}
