package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.JsonNode;

/** {@code POST /wxa/media_check_async}: the verdict comes later, by push. */
final class MediaCheckEndpoint implements Endpoint {

    static final String PATH = "/wxa/media_check_async";

    private final Tokens tokens;
    private final RateLimits limits;
    private final Store store;
    private final MediaChecks checks;
    private final VirtualClock clock;
    private final Ids ids;

    private record Body(
            int errcode,
            String errmsg,
            @JsonProperty("trace_id") String traceId) {}

    MediaCheckEndpoint(Tokens tokens, RateLimits limits, Store store, MediaChecks checks, VirtualClock clock, Ids ids) {
        this.tokens = tokens;
        this.limits = limits;
        this.store = store;
        this.checks = checks;
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
        String url = Json.text(body, "media_url");
        tokens.check(call.query("access_token"));
        limits.count(PATH);
        int type = body.path("media_type").asInt(0);
        if (type != 1 && type != 2) {
            throw new WxError(Errcode.INVALID_MEDIA_TYPE);
        }
        if (!ContentRules.isVersion2(body) || !url.matches("https?://.+")) {
            throw new WxError(Errcode.DATA_FORMAT);
        }
        ContentRules.check(body, store, clock);
        String traceId = ids.traceId();
        checks.take(traceId, url);
        return Reply.json(new Body(0, Errcode.OK.text(), traceId));
    }
}
