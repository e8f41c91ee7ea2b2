package io.qihang.wechat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sends one subscribe message to one person. */
@Component
public class SubscribeMessages {

    private static final String PATH = "/cgi-bin/message/subscribe/send";

    /** Token (after one replay), two sends to one person at once, and limits; then what an administrator must mend. */
    private static final Set<Integer> PASSING =
            Set.of(40001, 40014, 42001, 43108, 45009, 45011, 44990, 44991, 48001, 50002);

    private final WeChatCalls calls;

    SubscribeMessages(WeChatCalls calls) {
        this.calls = calls;
    }

    private record Value(String value) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Message(
            String touser,
            @JsonProperty("template_id") String templateId,
            String page,
            @JsonProperty("miniprogram_state") String state,
            String lang,
            Map<String, Value> data) {}

    /**
     * Makes one attempt with exactly one request; only a refused token is replaced and the request made again, once.
     * Never call it inside a transaction. Whether and when to try again is the caller's to decide.
     *
     * @param openid the person
     * @param templateId the template
     * @param page the page the card opens, without leading slash; empty for none
     * @param data the template's fields, such as {@code thing1}, and their texts
     */
    public SendOutcome send(String openid, String templateId, String page, Map<String, String> data) {
        Map<String, Value> values = new LinkedHashMap<>();
        data.forEach((field, text) -> values.put(field, new Value(text)));
        try {
            JsonNode answer = calls.post(PATH, new Message(openid, templateId, page, "formal", "zh_CN", values));
            if (!answer.has("errcode")) return new SendOutcome.Unknown(0);
            return new SendOutcome.Sent(
                    answer.has("msgid") ? answer.path("msgid").asString() : null);
        } catch (WeChatFailure failure) {
            return outcome(failure);
        }
    }

    private static SendOutcome outcome(WeChatFailure failure) {
        return switch (failure.kind()) {
            case NOT_SENT -> new SendOutcome.Later(failure.errcode());
            case UNCLEAR -> new SendOutcome.Unknown(failure.errcode());
            case REFUSED ->
                PASSING.contains(failure.errcode())
                        ? new SendOutcome.Later(failure.errcode())
                        : new SendOutcome.Refused(failure.errcode());
        };
    }
}
