package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/** {@code POST /cgi-bin/openapi/rid/get}: what an earlier call was about, for seven days. */
final class RidEndpoint implements Endpoint {

    private static final long KEPT_SECONDS = 7 * 86_400;

    private final Tokens tokens;
    private final Journal journal;
    private final VirtualClock clock;

    private record Request(
            @JsonProperty("invoke_time") long invokeTime,
            @JsonProperty("cost_in_ms") long costInMs,
            @JsonProperty("request_url") String requestUrl,
            @JsonProperty("request_body") String requestBody,
            @JsonProperty("response_body") String responseBody,
            @JsonProperty("client_ip") String clientIp) {}

    private record Body(int errcode, String errmsg, Request request) {}

    RidEndpoint(Tokens tokens, Journal journal, VirtualClock clock) {
        this.tokens = tokens;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/cgi-bin/openapi/rid/get";
    }

    @Override
    public Reply handle(Call call) {
        call.requirePost();
        String rid = Json.text(call.json(), "rid");
        tokens.check(call.query("access_token"));
        JournalEntry entry = journal.find(each -> each.rid().equals(rid), 0, 1).stream()
                .findFirst()
                .filter(each -> clock.now() - each.atMillis() / 1_000 < KEPT_SECONDS)
                .orElseThrow(() -> new WxError(Errcode.UNKNOWN_RID));
        return Reply.json(new Body(
                0,
                Errcode.OK.text(),
                new Request(
                        entry.atMillis() / 1_000,
                        entry.costMillis(),
                        entry.query(),
                        entry.body(),
                        Objects.requireNonNullElse(entry.answer(), ""),
                        WireRequest.CLIENT)));
    }
}
