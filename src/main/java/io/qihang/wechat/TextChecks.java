package io.qihang.wechat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks WeChat whether others may see what a person wrote. */
@Component
public class TextChecks {

    /** The longest text WeChat takes, in characters. */
    public static final int LONGEST = 2_500;

    private static final String PATH = "/wxa/msg_sec_check";
    /** Risky, as the old interface says it. */
    private static final int RISKY = 87014;

    /** Not here within two hours; unknown or another mini-program's. */
    static final Set<Integer> ABSENT = Set.of(61010, 40003, 43104);

    private final WeChatCalls calls;

    TextChecks(WeChatCalls calls) {
        this.calls = calls;
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Request(int version, String openid, int scene, String content, String title) {}

    /**
     * Makes one attempt with exactly one request; only a refused token is replaced and the request made again, once.
     * Never call it inside a transaction.
     *
     * @param openid who wrote it
     * @param scene where it is read
     * @param title its title; empty for none
     * @param content at most {@value #LONGEST} characters, not empty
     */
    public TextVerdict check(String openid, CheckScene scene, String title, String content) {
        JsonNode result;
        try {
            result = calls.post(PATH, new Request(2, openid, scene.code(), content, title))
                    .path("result");
        } catch (WeChatFailure failure) {
            return failed(failure);
        }
        return switch (result.path("suggest").asString("")) {
            case "pass" -> new TextVerdict.Passed();
            case "review" -> new TextVerdict.Doubtful(result.path("label").asInt(0));
            case "risky" -> new TextVerdict.Risky(result.path("label").asInt(0));
            default -> new TextVerdict.Later(0);
        };
    }

    private static TextVerdict failed(WeChatFailure failure) {
        int code = failure.errcode();
        if (code == RISKY) return new TextVerdict.Risky(0);
        return ABSENT.contains(code) ? new TextVerdict.Unchecked(code) : new TextVerdict.Later(code);
    }
}
