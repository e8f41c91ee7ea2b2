package io.qihang.wechat;

import io.qihang.platform.Problem;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The phone number a person lets WeChat tell us. */
@Component
public class WeChatPhone {

    private static final Logger log = LoggerFactory.getLogger(WeChatPhone.class);
    private static final String PATH = "/wxa/business/getuserphonenumber";
    private static final String MAINLAND = "86";

    private final WeChatCalls calls;

    WeChatPhone(WeChatCalls calls) {
        this.calls = calls;
    }

    private record Request(String code, String openid) {}

    /**
     * The mainland number behind a code of the phone-number button, 11 digits. The code works once, for five minutes,
     * and only for the openid it was given to.
     *
     * @throws Problem {@link WeChatProblem#WECHAT_PHONE_CODE_REFUSED} when the code is used, too old, invented or
     *     another person's; {@link WeChatProblem#WECHAT_PHONE_FOREIGN} for a number of another country
     */
    public String numberFor(String code, String openid) {
        JsonNode info;
        try {
            info = calls.post(PATH, new Request(code, openid)).path("phone_info");
        } catch (WeChatFailure failure) {
            throw problem(failure);
        }
        String number = info.path("purePhoneNumber").asString("");
        if (number.isEmpty()) throw unavailable();
        if (!info.path("watermark").path("appid").asString("").equals(calls.appId())) {
            log.error("wechat: a phone number with the watermark of another mini-program");
            throw Problem.of(WeChatProblem.WECHAT_PHONE_CODE_REFUSED);
        }
        if (!info.path("countryCode").asString("").equals(MAINLAND)) {
            throw Problem.of(WeChatProblem.WECHAT_PHONE_FOREIGN);
        }
        return number;
    }

    private static Problem problem(WeChatFailure failure) {
        if (failure.errcode() == -1 || failure.errcode() == 45011) {
            return Problem.retryable(WeChatProblem.WECHAT_BUSY, Duration.ofSeconds(5));
        }
        boolean refused = failure.kind() == WeChatFailure.Kind.REFUSED && !failure.blamesToken();
        return refused ? Problem.of(WeChatProblem.WECHAT_PHONE_CODE_REFUSED) : unavailable();
    }

    private static Problem unavailable() {
        return Problem.retryable(WeChatProblem.WECHAT_UNAVAILABLE, Duration.ofSeconds(5));
    }
}
