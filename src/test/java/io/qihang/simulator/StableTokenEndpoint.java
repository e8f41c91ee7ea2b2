package io.qihang.simulator;

import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** {@code POST /cgi-bin/stable_token}. */
final class StableTokenEndpoint implements Endpoint {

    static final String PATH = "/cgi-bin/stable_token";

    private final Account account;
    private final Tokens tokens;
    private final Supplier<AppSetup> app;
    private final RateLimits limits;

    StableTokenEndpoint(Account account, Tokens tokens, Supplier<AppSetup> app, RateLimits limits) {
        this.account = account;
        this.tokens = tokens;
        this.app = app;
        this.limits = limits;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Reply handle(Call call) {
        call.requirePost();
        JsonNode body = call.json();
        account.check(
                Json.optionalText(body, "appid"),
                Json.optionalText(body, "secret"),
                Json.optionalText(body, "grant_type"),
                TokenEndpoint.GRANT_TYPE);
        JsonNode force = body.path("force_refresh");
        if (!force.isMissingNode() && !force.isBoolean()) {
            throw new WxError(Errcode.DATA_FORMAT);
        }
        app.get().requireAllowed(WireRequest.CLIENT);
        limits.count(PATH);
        return Reply.json(TokenEndpoint.Body.of(tokens.stable(force.isBoolean() && force.booleanValue())));
    }
}
