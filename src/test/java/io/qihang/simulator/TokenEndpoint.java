package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.Supplier;

/** {@code GET /cgi-bin/token}. */
final class TokenEndpoint implements Endpoint {

    static final String PATH = "/cgi-bin/token";
    static final String GRANT_TYPE = "client_credential";

    private final Account account;
    private final Tokens tokens;
    private final Supplier<AppSetup> app;
    private final RateLimits limits;

    /** The answer of both token calls. */
    record Body(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {

        static Body of(Tokens.Issued issued) {
            return new Body(issued.value(), issued.expiresIn());
        }
    }

    TokenEndpoint(Account account, Tokens tokens, Supplier<AppSetup> app, RateLimits limits) {
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
        call.requireGet();
        account.check(call.query("appid"), call.query("secret"), call.query("grant_type"), GRANT_TYPE);
        app.get().requireAllowed(WireRequest.CLIENT);
        limits.count(PATH);
        return Reply.json(Body.of(tokens.normal()));
    }
}
