package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code GET /cgi-bin/token}. */
final class TokenEndpoint implements Endpoint {

    static final String GRANT_TYPE = "client_credential";

    private final Account account;
    private final Tokens tokens;

    /** The answer of both token calls. */
    record Body(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {

        static Body of(Tokens.Issued issued) {
            return new Body(issued.value(), issued.expiresIn());
        }
    }

    TokenEndpoint(Account account, Tokens tokens) {
        this.account = account;
        this.tokens = tokens;
    }

    @Override
    public String path() {
        return "/cgi-bin/token";
    }

    @Override
    public Reply handle(Call call) {
        call.requireGet();
        account.check(call.query("appid"), call.query("secret"), call.query("grant_type"), GRANT_TYPE);
        return Reply.json(Body.of(tokens.normal()));
    }
}
