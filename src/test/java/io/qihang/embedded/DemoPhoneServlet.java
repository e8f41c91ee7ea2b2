package io.qihang.embedded;

import io.qihang.simulator.PopupAnswer;
import io.qihang.simulator.User;
import io.qihang.simulator.WeChatSimulator;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a phone's WeChat does and a browser cannot, for the pages at {@code /m/} of the demo. All three calls are POST
 * with {@code Content-Type: application/json}; {@code who} is any text that stands for one invented WeChat user, the
 * same text for the same user; the phone number of a person of the demo's data stands for that person. A mistake is
 * answered 400 with {@code {"error":"中文说明"}}.
 *
 * <ul>
 *   <li>{@code /demo/login-codes {"who":"a"}} → {@code {"code":"…"}}, as from {@code wx.login}: five minutes, once
 *   <li>{@code /demo/phone-codes {"who":"a","phone":"13900000001"}} → {@code {"code":"…"}}, as from the phone-number
 *       button; the user has that number from then on; only invented numbers: 1370000, 1380000 or 1390000 and four digits
 *   <li>{@code /demo/subscriptions {"who":"a","templates":["id"],"answer":"accept"}} → {@code
 *       {"errMsg":"requestSubscribeMessage:ok","id":"accept"}}, as {@code wx.requestSubscribeMessage} succeeds; answer is
 *       accept or reject, and the simulator lets messages through accordingly
 * </ul>
 */
final class DemoPhoneServlet extends HttpServlet {

    static final String MAPPING = "/demo/*";

    @Serial
    private static final long serialVersionUID = 1;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern INVENTED_PHONE = Pattern.compile("1(37|38|39)0000\\d{4}");
    private static final Pattern DEMO_PHONE = Pattern.compile("1380001\\d{4}");
    private static final int OPENID_TAIL = 27;

    private final transient WeChatSimulator simulator;

    private record Login(@Nullable String who) {}

    private record Phone(@Nullable String who, @Nullable String phone) {}

    private record Popup(
            @Nullable String who,
            @Nullable List<String> templates,
            @Nullable String answer) {}

    private record Code(String code) {}

    private record Mistake(String error) {}

    DemoPhoneServlet(WeChatSimulator simulator) {
        this.simulator = simulator;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // a form or a text could be sent by a page of another origin
        if (request.getContentType() == null || !request.getContentType().startsWith("application/json")) {
            send(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, new Mistake("请以 application/json 发送。"));
            return;
        }
        byte[] body = request.getInputStream().readAllBytes();
        try {
            Object answer = answer(String.valueOf(request.getPathInfo()), body);
            if (answer == null) send(response, HttpServletResponse.SC_NOT_FOUND, new Mistake("没有这个地址。"));
            else send(response, HttpServletResponse.SC_OK, answer);
        } catch (JacksonException unreadable) {
            send(response, HttpServletResponse.SC_BAD_REQUEST, new Mistake("请求体读不懂。"));
        } catch (IllegalArgumentException wrong) {
            send(response, HttpServletResponse.SC_BAD_REQUEST, new Mistake(String.valueOf(wrong.getMessage())));
        }
    }

    private @Nullable Object answer(String path, byte[] body) {
        return switch (path) {
            case "/login-codes" ->
                new Code(simulator.issueLoginCode(
                        openid(JSON.readValue(body, Login.class).who())));
            case "/phone-codes" -> phoneCode(JSON.readValue(body, Phone.class));
            case "/subscriptions" -> popup(JSON.readValue(body, Popup.class));
            default -> null;
        };
    }

    private Code phoneCode(Phone asked) {
        if (asked.phone() == null || !INVENTED_PHONE.matcher(asked.phone()).matches()) {
            throw new IllegalArgumentException("演示只用虚构的手机号：1370000、1380000 或 1390000 开头的 11 位数字。");
        }
        String openid = openid(asked.who());
        simulator.putUser(new User(openid, null, asked.phone(), false));
        return new Code(simulator.issuePhoneCode(openid));
    }

    private Map<String, String> popup(Popup asked) {
        if (asked.templates() == null
                || asked.answer() == null
                || !asked.answer().matches("accept|reject")) {
            throw new IllegalArgumentException("请给出 templates 和 answer（accept 或 reject）。");
        }
        String answer = asked.answer();
        simulator.popup(
                openid(asked.who()),
                asked.templates().stream()
                        .map(it -> new PopupAnswer(it, answer))
                        .toList());
        Map<String, String> result = new LinkedHashMap<>();
        result.put("errMsg", "requestSubscribeMessage:ok");
        asked.templates().forEach(it -> result.put(it, answer));
        return result;
    }

    static String openid(@Nullable String who) {
        if (who == null || who.isBlank()) throw new IllegalArgumentException("请给出 who。");
        if (DEMO_PHONE.matcher(who).matches()) return DemoPeople.openid(who);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8));
            return "o" + HexFormat.of().formatHex(hash).substring(0, OPENID_TAIL);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpServletResponse response, int status, Object answer) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(JSON.writeValueAsBytes(answer));
    }
}
