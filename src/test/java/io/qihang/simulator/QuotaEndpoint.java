package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code POST /cgi-bin/openapi/quota/get}. */
final class QuotaEndpoint implements Endpoint {

    private final Tokens tokens;
    private final RateLimits limits;
    private final Set<String> paths;

    private record Quota(@JsonProperty("daily_limit") int dailyLimit, int used, int remain) {}

    private record Rate(
            @JsonProperty("call_count") int callCount,
            @JsonProperty("refresh_second") int refreshSecond) {}

    private record Body(
            int errcode,
            String errmsg,
            Quota quota,
            @JsonProperty("rate_limit") Rate rateLimit) {}

    /** Knows the paths that can be asked for. */
    QuotaEndpoint(Tokens tokens, RateLimits limits, Set<String> paths) {
        this.tokens = tokens;
        this.limits = limits;
        this.paths = Set.copyOf(paths);
    }

    @Override
    public String path() {
        return "/cgi-bin/openapi/quota/get";
    }

    @Override
    public Reply handle(Call call) {
        call.requirePost();
        JsonNode body = call.json();
        String path = Json.text(body, "cgi_path");
        tokens.check(call.query("access_token"));
        if (!paths.contains(path)) {
            throw new WxError(Errcode.UNKNOWN_CGI_PATH);
        }
        RateLimits.Limit limit = limits.of(path);
        int used = limits.usedToday(path);
        return Reply.json(new Body(
                0,
                Errcode.OK.text(),
                new Quota(limit.perDay(), used, Math.max(0, limit.perDay() - used)),
                new Rate(limit.perMinute(), 60)));
    }
}
