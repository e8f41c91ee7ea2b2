package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.JsonNode;

/** {@code POST /wxa/business/getuserphonenumber}. A code that belongs to another openid is answered 40003 and stays. */
final class PhoneNumberEndpoint implements Endpoint {

    static final String PATH = "/wxa/business/getuserphonenumber";

    private final Account account;
    private final Tokens tokens;
    private final Store store;
    private final OneTimeCodes codes;
    private final RateLimits limits;
    private final VirtualClock clock;

    private record Watermark(long timestamp, String appid) {}

    private record PhoneInfo(String phoneNumber, String purePhoneNumber, String countryCode, Watermark watermark) {}

    private record Body(
            int errcode,
            String errmsg,
            @JsonProperty("phone_info") PhoneInfo phoneInfo) {}

    PhoneNumberEndpoint(
            Account account, Tokens tokens, Store store, OneTimeCodes codes, RateLimits limits, VirtualClock clock) {
        this.account = account;
        this.tokens = tokens;
        this.store = store;
        this.codes = codes;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Subject subject(WireRequest request) {
        String code = Json.objectOrMissing(request.body()).path("code").asString("");
        return new Subject(codes.holder(code), null);
    }

    @Override
    public Reply handle(Call call) {
        call.requirePost();
        JsonNode body = call.json();
        String code = Json.text(body, "code");
        String openid = Json.optionalText(body, "openid");
        tokens.check(call.query("access_token"));
        limits.count(PATH);
        String holder = codes.check(code);
        if (!openid.isEmpty() && !openid.equals(holder)) {
            throw new WxError(Errcode.INVALID_OPENID);
        }
        String phone = store.user(holder).map(User::phone).orElseThrow(() -> new WxError(Errcode.INVALID_CODE));
        codes.use(code);
        PhoneInfo info = new PhoneInfo(phone, phone, "86", new Watermark(clock.now(), account.appid()));
        return Reply.json(new Body(0, Errcode.OK.text(), info));
    }
}
