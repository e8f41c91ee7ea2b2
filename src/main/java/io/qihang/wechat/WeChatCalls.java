package io.qihang.wechat;

import cn.binarywang.wx.miniapp.api.WxMaService;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.SimpleGetRequestExecutor;
import me.chanjar.weixin.common.util.http.SimplePostRequestExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call, one request: WxJava's executors without its service, which would repeat a busy answer and log the token.
 * A refused token is renewed and the call made once more, for WeChat did nothing with the first.
 */
class WeChatCalls {

    private static final Logger log = LoggerFactory.getLogger(WeChatCalls.class);
    private static final String FORCED = "qihang:wx:forced-refresh";
    private static final Duration BETWEEN_FORCED = Duration.ofSeconds(30);
    private static final String TOKENS = "/cgi-bin/stable_token";

    /** Seconds WxJava takes off a token's life; it would keep a shorter-lived one for ever. */
    private static final int TOO_SHORT = 200;

    private static final int ASKED_AGAIN = 3;

    private final WxMaService client;
    private final WeChatConnectionDetails account;
    private final StringRedisTemplate redis;
    private final JsonMapper json;

    /** So long Redis is not asked again; a token refused meanwhile is forgotten at once. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    /** The last token this node used, also for when Redis does not answer. */
    private volatile @Nullable String last;

    /** When it was last read, by {@link System#nanoTime}. */
    private volatile long readAt;

    WeChatCalls(WxMaService client, WeChatConnectionDetails account, StringRedisTemplate redis, JsonMapper json) {
        this.client = client;
        this.account = account;
        this.redis = redis;
        this.json = json;
    }

    String appId() {
        return account.appId();
    }

    /** Exchanges a login code; this call needs no access token, so a token outage does not stop sign-in. */
    JsonNode login(String code) throws WeChatFailure {
        String query = "appid=" + encode(account.appId()) + "&secret=" + encode(account.appSecret()) + "&js_code="
                + encode(code) + "&grant_type=authorization_code";
        String path = "/sns/jscode2session";
        return answer(path, () -> SimpleGetRequestExecutor.create(client.getRequestHttp())
                .execute(account.apiHost() + path, query, WxType.MiniApp));
    }

    /** Posts a body as JSON with the access token. */
    JsonNode post(String path, Object body) throws WeChatFailure {
        String text = json.writeValueAsString(body);
        String kept = last;
        boolean fresh = System.nanoTime() - readAt < REMEMBERED.toNanos();
        String token = kept != null && fresh ? kept : token(false);
        try {
            return post(path, token, text);
        } catch (WeChatFailure refused) {
            if (!refused.blamesToken()) throw refused;
            return post(path, tokenAfter(token), text);
        }
    }

    private JsonNode post(String path, String token, String text) throws WeChatFailure {
        String url = account.apiHost() + path + "?access_token=" + encode(token);
        return answer(path, () -> SimplePostRequestExecutor.create(client.getRequestHttp())
                .execute(url, text, WxType.MiniApp));
    }

    private JsonNode answer(String path, Call call) throws WeChatFailure {
        try {
            JsonNode answer = json.readTree(call.make());
            if (!answer.isObject()) throw WeChatFailure.meaningless();
            return answer;
        } catch (WxErrorException | IOException | RuntimeException e) {
            WeChatFailure failure = WeChatFailure.of(e);
            log.info("wechat {}: {}", path, failure.getMessage());
            throw failure;
        }
    }

    /** A token other than the refused one, if WeChat gives one; the forced way is open twice a minute for all nodes. */
    private String tokenAfter(String refused) throws WeChatFailure {
        if (refused.equals(last)) last = null;
        try {
            var config = client.getWxMaConfig();
            if (refused.equals(config.getAccessToken())) config.expireAccessToken();
            String token = token(false);
            boolean force = token.equals(refused)
                    && Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(FORCED, "1", BETWEEN_FORCED));
            return force ? token(true) : token;
        } catch (DataAccessException redisIsGone) {
            return pastRedis();
        }
    }

    private String pastRedis() throws WeChatFailure {
        try {
            return fetched().token();
        } catch (WeChatFailure failure) {
            throw failure.beforeTheCall();
        }
    }

    private String token(boolean forced) throws WeChatFailure {
        try {
            String token = kept(forced);
            last = token;
            readAt = System.nanoTime();
            return token;
        } catch (DataAccessException redisIsGone) {
            String kept = last;
            return kept == null ? pastRedis() : kept;
        } catch (WxErrorException | RuntimeException e) {
            WeChatFailure failure = WeChatFailure.withoutToken(e);
            log.error("wechat: {}", failure.getMessage());
            throw failure;
        }
    }

    /** WxJava looks twice at what is kept; when another node let go of it in between, it is asked for anew. */
    private String kept(boolean forced) throws WxErrorException {
        String token = client.getAccessToken(forced);
        for (int again = 0; token == null && again < ASKED_AGAIN; again++) token = client.getAccessToken(false);
        return Objects.requireNonNull(token);
    }

    /**
     * Fetches the token anew and puts it before all nodes. Until five minutes before its end WeChat gives the same one
     * again, and then the old one lives on beside the new to its end, so no call meets a refused token.
     */
    void renew() throws WeChatFailure {
        Fetched fetched = fetched();
        if (fetched.seconds() > TOO_SHORT) {
            client.getWxMaConfig().updateAccessToken(fetched.token(), fetched.seconds());
        }
    }

    private record Fetched(String token, int seconds) {}

    private record TokenRequest(
            @JsonProperty("grant_type") String grantType,
            String appid,
            String secret,
            @JsonProperty("force_refresh") boolean force) {}

    /** Asks WeChat itself, past Redis; every node that asks gets the same token. */
    private Fetched fetched() throws WeChatFailure {
        String body = json.writeValueAsString(
                new TokenRequest("client_credential", account.appId(), account.appSecret(), false));
        JsonNode answer = answer(TOKENS, () -> SimplePostRequestExecutor.create(client.getRequestHttp())
                .execute(account.apiHost() + TOKENS, body, WxType.MiniApp));
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) throw WeChatFailure.meaningless();
        last = token;
        return new Fetched(token, answer.path("expires_in").asInt(0));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private interface Call {
        String make() throws WxErrorException, IOException;
    }
}
