package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** {@code GET /sns/jscode2session}: answers as text/plain and ignores any access_token. */
final class LoginEndpoint implements Endpoint {

    static final String PATH = "/sns/jscode2session";

    private final Account account;
    private final Store store;
    private final OneTimeCodes codes;
    private final Ids ids;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Session(
            @JsonProperty("session_key") String sessionKey,
            @JsonProperty("openid") String openid,
            @JsonProperty("unionid") @Nullable String unionid) {}

    LoginEndpoint(Account account, Store store, OneTimeCodes codes, Ids ids) {
        this.account = account;
        this.store = store;
        this.codes = codes;
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
        User user = store.user(codes.check(code)).orElseThrow(() -> new WxError(Errcode.INVALID_CODE));
        if (user.risk()) {
            throw new WxError(Errcode.RISKY_USER);
        }
        codes.use(code);
        return Reply.json(new Session(ids.sessionKey(), user.openid(), user.unionid()))
                .asPlainText();
    }

    @Override
    public Reply refuse(WxError error, String rid) {
        return Endpoint.super.refuse(error, rid).asPlainText();
    }
}
