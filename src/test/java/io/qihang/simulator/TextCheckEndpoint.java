package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code POST /wxa/msg_sec_check}: version 2 tells what it finds, the old one answers 87014. */
final class TextCheckEndpoint implements Endpoint {

    static final String PATH = "/wxa/msg_sec_check";
    private static final int LONGEST = 2_500;

    private final Tokens tokens;
    private final RateLimits limits;
    private final Store store;
    private final VirtualClock clock;
    private final Ids ids;

    private record Ok(int errcode, String errmsg) {}

    private record Body(
            int errcode,
            String errmsg,
            @JsonProperty("trace_id") String traceId,
            Verdict result,
            List<Verdict.Detail> detail) {}

    TextCheckEndpoint(Tokens tokens, RateLimits limits, Store store, VirtualClock clock, Ids ids) {
        this.tokens = tokens;
        this.limits = limits;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Subject subject(WireRequest request) {
        return ContentRules.subject(request);
    }

    @Override
    public Reply handle(Call call) {
        call.requirePost();
        JsonNode body = call.json();
        String content = Json.text(body, "content");
        tokens.check(call.query("access_token"));
        limits.count(PATH);
        if (content.isEmpty()) {
            throw new WxError(Errcode.EMPTY_CONTENT);
        }
        if (content.codePointCount(0, content.length()) > LONGEST) {
            throw new WxError(Errcode.CONTENT_TOO_LONG);
        }
        if (!ContentRules.isVersion2(body)) {
            if (Verdict.ofText(content).suggest().equals("risky")) {
                throw new WxError(Errcode.RISKY_CONTENT);
            }
            return Reply.json(new Ok(0, Errcode.OK.text()));
        }
        ContentRules.check(body, store, clock);
        String everything = content
                + Json.optionalText(body, "title")
                + Json.optionalText(body, "nickname")
                + Json.optionalText(body, "signature");
        Verdict verdict = Verdict.ofText(everything);
        return Reply.json(new Body(0, Errcode.OK.text(), ids.traceId(), verdict, List.of(verdict.detail())));
    }
}
