package io.qihang.wechat;

import io.qihang.access.AccessProblem;
import io.qihang.access.Allow;
import io.qihang.access.RateClass;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where WeChat pushes events to, in its secure mode as JSON; no call of any client of ours. */
@Hidden
@RestController
class WeChatPushController {

    private static final String PATH = "/api/v1/wechat/push";
    private static final Duration LATEST = Duration.ofMinutes(10);
    private static final int ECHO_LONGEST = 64;

    private final @Nullable PushSeal seal;
    private final WeChatPushes pushes;
    private final JsonMapper json;
    private final Clock clock;

    WeChatPushController(
            WeChatSettings settings,
            WeChatConnectionDetails account,
            WeChatPushes pushes,
            JsonMapper json,
            Clock clock) {
        this.seal = settings.pushToken().isEmpty()
                ? null
                : new PushSeal(settings.pushToken(), settings.aesKey(), account.appId());
        this.pushes = pushes;
        this.json = json;
        this.clock = clock;
    }

    /** WeChat asks this when the address is entered on its page. */
    @Allow(anyone = true, rate = RateClass.WECHAT_PUSH)
    @GetMapping(PATH)
    ResponseEntity<String> check(
            @RequestParam(defaultValue = "") String signature,
            @RequestParam(defaultValue = "") String timestamp,
            @RequestParam(defaultValue = "") String nonce,
            @RequestParam(defaultValue = "") String echostr) {
        boolean genuine = seal().isSigned(signature, timestamp, nonce) && isRecent(timestamp);
        if (!genuine || echostr.length() > ECHO_LONGEST) throw Problem.of(AccessProblem.FORBIDDEN);
        return text(echostr);
    }

    /** Answers as soon as the push is written down. */
    @Allow(anyone = true, rate = RateClass.WECHAT_PUSH)
    @PostMapping(PATH)
    ResponseEntity<String> take(
            @RequestParam(name = "msg_signature", defaultValue = "") String signature,
            @RequestParam(defaultValue = "") String timestamp,
            @RequestParam(defaultValue = "") String nonce,
            @RequestBody String body) {
        PushSeal seal = seal();
        String encrypt = read(body).path("Encrypt").asString("");
        if (!seal.isSigned(signature, timestamp, nonce, encrypt) || !isRecent(timestamp)) {
            throw Problem.of(AccessProblem.FORBIDDEN);
        }
        String message = seal.open(encrypt).orElseThrow(() -> Problem.of(AccessProblem.FORBIDDEN));
        pushes.take(read(message));
        return text("success");
    }

    private PushSeal seal() {
        if (seal == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return seal;
    }

    private JsonNode read(String text) {
        try {
            JsonNode read = json.readTree(text);
            if (read.isObject()) return read;
        } catch (JacksonException notJson) {
            throw Problem.of(AccessProblem.FORBIDDEN);
        }
        throw Problem.of(AccessProblem.FORBIDDEN);
    }

    private boolean isRecent(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) return false;
        long away = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        return Math.abs(away) <= LATEST.toSeconds();
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(text);
    }
}
