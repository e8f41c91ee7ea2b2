package io.qihang.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.binarywang.wx.miniapp.api.WxMaService;
import com.sun.net.httpserver.HttpServer;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What of a text leaves for WeChat. */
@SystemTest
class TextChecksTests {

    private static final HexFormat HEX = HexFormat.of();

    @Autowired
    WxMaService wxJava;

    @Autowired
    WeChatConnectionDetails account;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JsonMapper json;

    /** Escaped as \\uXXXX it would pass whatever it says. */
    @Test
    void its_characters_leave_as_the_bytes_of_utf_8_without_an_escape() throws IOException {
        byte[] sent = sent("停电，𠮷é\u2028\"好\"", "厂区");
        assertThat(HEX.formatHex(sent))
                .contains(HEX.formatHex("停电，𠮷é\u2028".getBytes(StandardCharsets.UTF_8)))
                .contains(HEX.formatHex("\"title\":\"厂区\"".getBytes(StandardCharsets.UTF_8)))
                .contains("e5819ce794b5");
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).doesNotContain("\\u");
    }

    private byte[] sent(String content, String title) throws IOException {
        AtomicReference<byte[]> body = new AtomicReference<>(new byte[0]);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/wxa/msg_sec_check", exchange -> {
            body.set(exchange.getRequestBody().readAllBytes());
            byte[] answer =
                    "{\"errcode\":0,\"result\":{\"suggest\":\"pass\",\"label\":100}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            var checks = new TextChecks(
                    calls("http://127.0.0.1:" + server.getAddress().getPort()));
            assertThat(checks.check("o_anyone", CheckScene.FORUM, title, content))
                    .isEqualTo(new TextVerdict.Passed());
        } finally {
            server.stop(0);
        }
        return Objects.requireNonNull(body.get());
    }

    private WeChatCalls calls(String host) {
        var elsewhere = new WeChatConnectionDetails() {

            @Override
            public String appId() {
                return account.appId();
            }

            @Override
            public String appSecret() {
                return account.appSecret();
            }

            @Override
            public String apiHost() {
                return host;
            }
        };
        return new WeChatCalls(wxJava, elsewhere, redis, json);
    }
}
