package io.qihang.simulator;

import tools.jackson.databind.JsonNode;

/** {@code POST /cgi-bin/stable_token}. */
final class StableTokenEndpoint implements Endpoint {

    private final Account account;
    private final Tokens tokens;

    StableTokenEndpoint(Account account, Tokens tokens) {
        this.account = account;
        this.tokens = tokens;
    }

    @Override
    public String path() {
        return "/cgi-bin/stable_token";
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
        return Reply.json(TokenEndpoint.Body.of(tokens.stable(force.isBoolean() && force.booleanValue())));
    }
}
