package io.qihang.wechat;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.springframework.stereotype.Component;

/** Gives WeChat images to be checked before others see them. */
@Component
public class ImageChecks {

    private static final String PATH = "/wxa/media_check_async";
    private static final int IMAGE = 2;

    /** The same image was given too often. */
    private static final int REPEATED = 87020;

    private final WeChatCalls calls;

    ImageChecks(WeChatCalls calls) {
        this.calls = calls;
    }

    private record Request(
            int version,
            String openid,
            int scene,
            @JsonProperty("media_url") String url,
            @JsonProperty("media_type") int type) {}

    /**
     * Makes one attempt with exactly one request; only a refused token is replaced and the request made again, once.
     * Never call it inside a transaction.
     *
     * @param openid whose image it is
     * @param scene where it is seen
     * @param url where WeChat can fetch it for an hour at least
     */
    public ImageGiven give(String openid, CheckScene scene, String url) {
        try {
            String trace = calls.post(PATH, new Request(2, openid, scene.code(), url, IMAGE))
                    .path("trace_id")
                    .asString("");
            return trace.isEmpty() ? new ImageGiven.Later(0) : new ImageGiven.Taken(trace);
        } catch (WeChatFailure failure) {
            int code = failure.errcode();
            boolean unchecked = code == REPEATED || TextChecks.ABSENT.contains(code);
            return unchecked ? new ImageGiven.Unchecked(code) : new ImageGiven.Later(code);
        }
    }
}
