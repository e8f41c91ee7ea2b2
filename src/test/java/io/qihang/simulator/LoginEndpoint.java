package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** {@code GET /sns/jscode2session}: answers as text/plain and ignores any access_token. */
final class LoginEndpoint implements Endpoint {

    static final String PATH = "/sns/jscode2session";

    private final Account account;
    private final People people;
    private final OneTimeCodes codes;
    private final RateLimits limits;
    private final Ids ids;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Session(
            @JsonProperty("session_key") String sessionKey,
            @JsonProperty("openid") String openid,
            @JsonProperty("unionid") @Nullable String unionid) {}

    LoginEndpoint(Account account, People people, OneTimeCodes codes, RateLimits limits, Ids ids) {
        this.account = account;
        this.people = people;
        this.codes = codes;
        this.limits = limits;
        this.ids = ids;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Subject subject(WireRequest request) {
        return new Subject(codes.holder(request.query("js_code")), null);
    }

    @Override
    public Reply handle(Call call) {
        call.requireGet();
        account.check(call.query("appid"), call.query("secret"), call.query("grant_type"), "authorization_code");
        String code = call.query("js_code");
        if (code.isEmpty()) {
            throw new WxError(Errcode.CODE_MISSING);
        }
        limits.count(PATH);
        User user = people.find(codes.check(code)).orElseThrow(() -> new WxError(Errcode.INVALID_CODE));
        if (user.risk()) {
            throw new WxError(Errcode.RISKY_USER);
        }
        codes.use(code);
        people.visited(user.openid());
        return Reply.json(new Session(ids.sessionKey(), user.openid(), user.unionid()))
                .asPlainText();
    }

    @Override
    public Reply refuse(WxError error, String rid) {
        return Endpoint.super.refuse(error, rid).asPlainText();
    }
}
