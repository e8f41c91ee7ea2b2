package io.qihang.simulator;

import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code POST /cgi-bin/clear_quota} with an access token, and {@code /v2} with the AppSecret: ten times a month. */
final class ClearQuotaEndpoint implements Endpoint {

    private final String path;
    private final Account account;
    private final @Nullable Tokens tokens;
    private final RateLimits limits;
    private final Month month;

    private record Body(int errcode, String errmsg) {}

    /** How often it was done this month, by either way. */
    static final class Month {

        private static final int MOST = 10;
        private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

        private final VirtualClock clock;
        private @Nullable YearMonth month;
        private int done;

        Month(VirtualClock clock) {
            this.clock = clock;
        }

        private synchronized void count() {
            YearMonth now = YearMonth.from(clock.instant().atZone(BEIJING));
            if (!now.equals(month)) {
                month = now;
                done = 0;
            }
            if (done >= MOST) {
                throw new WxError(Errcode.CLEAR_QUOTA_LIMIT);
            }
            done++;
        }

        synchronized void clear() {
            month = null;
        }
    }

    private ClearQuotaEndpoint(String path, Account account, @Nullable Tokens tokens, RateLimits limits, Month month) {
        this.path = path;
        this.account = account;
        this.tokens = tokens;
        this.limits = limits;
        this.month = month;
    }

    static ClearQuotaEndpoint withToken(Account account, Tokens tokens, RateLimits limits, Month month) {
        return new ClearQuotaEndpoint("/cgi-bin/clear_quota", account, tokens, limits, month);
    }

    static ClearQuotaEndpoint withSecret(Account account, RateLimits limits, Month month) {
        return new ClearQuotaEndpoint("/cgi-bin/clear_quota/v2", account, null, limits, month);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Reply handle(Call call) {
        call.requirePost();
        JsonNode body = Json.objectOrMissing(call.request().body());
        String appid = given(call, body, "appid");
        if (tokens != null) {
            tokens.check(call.query("access_token"));
            if (!appid.equals(account.appid())) {
                throw new WxError(Errcode.INVALID_APPID);
            }
        } else {
            account.check(appid, given(call, body, "appsecret"), "", "");
        }
        month.count();
        limits.forgive();
        return Reply.json(new Body(0, Errcode.OK.text()));
    }

    private static String given(Call call, JsonNode body, String field) {
        String inBody = body.path(field).asString("");
        return inBody.isEmpty() ? call.query(field) : inBody;
    }
}
