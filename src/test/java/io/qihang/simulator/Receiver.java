package io.qihang.simulator;

import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import cn.binarywang.wx.miniapp.util.crypt.WxMaCryptUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** A mini-program's server that takes pushes and decrypts them with the client library the product uses. */
final class Receiver implements AutoCloseable {

    static final String TOKEN = "AAAAA";
    static final String KEY = "A".repeat(43);

    private final HttpServer server;
    private final List<Push> pushes = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    /** A push as it came. */
    record Push(Map<String, String> query, String body) {

        String encrypt() {
            return Json.read(body, JsonNode.class).path("Encrypt").asString("");
        }

        boolean isSigned() {
            return PushCrypto.signature(TOKEN, query("timestamp"), query("nonce"), encrypt())
                    .equals(query("msg_signature"));
        }

        /** The message inside, or an exception of the client library. */
        JsonNode message() {
            WxMaDefaultConfigImpl config = new WxMaDefaultConfigImpl();
            config.setAppid(Client.APPID);
            config.setToken(TOKEN);
            config.setAesKey(KEY);
            String plain = new WxMaCryptUtils(config)
                    .decryptContent(query("msg_signature"), query("timestamp"), query("nonce"), encrypt());
            return Json.read(plain, JsonNode.class);
        }

        String query(String name) {
            return query.getOrDefault(name, "");
        }
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/wechat", this::take);
        server.start();
    }

    PushSettings settings(PushSettings.Mode mode) {
        PushSettings secure = PushSettings.secure(url(), TOKEN, KEY);
        return new PushSettings(secure.url(), TOKEN, KEY, mode, secure.timeoutMs(), secure.retries());
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/wechat";
    }

    /** The next so many pushes are answered 500. */
    void refuse(int times) {
        refusals.set(times);
    }

    List<Push> pushes() {
        return List.copyOf(pushes);
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> query = new HashMap<>();
        for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        String answer = "success";
        if (exchange.getRequestMethod().equals("GET")) {
            Push asked = new Push(query, "");
            boolean signed = PushCrypto.signature(TOKEN, asked.query("timestamp"), asked.query("nonce"))
                    .equals(asked.query("signature"));
            answer = signed ? asked.query("echostr") : "no";
        } else {
            pushes.add(new Push(query, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        }
        boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? 500 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
