package io.qihang.simulator;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes of one namespace: five minutes, one use. A login code is unknown among phone codes and the other way round. */
final class OneTimeCodes {

    private static final long LIFE_SECONDS = 300;

    private final VirtualClock clock;
    private final Ids ids;
    private final Errcode whenUsed;
    private final Map<String, Code> codes = new HashMap<>();

    private record Code(String openid, long expiresAt, boolean used) {}

    /** The given code answers a second use. */
    OneTimeCodes(VirtualClock clock, Ids ids, Errcode whenUsed) {
        this.clock = clock;
        this.ids = ids;
        this.whenUsed = whenUsed;
    }

    synchronized String issue(String openid) {
        String code = ids.code();
        while (codes.containsKey(code)) {
            code = ids.code();
        }
        codes.put(code, new Code(openid, clock.now() + LIFE_SECONDS, false));
        return code;
    }

    /** Whose code this is, used or not, or null. */
    synchronized @Nullable String holder(String code) {
        Code held = codes.get(code);
        return held == null ? null : held.openid();
    }

    /** Whose code this is, if it can still be used; otherwise throws WeChat's refusal. */
    synchronized String check(String code) {
        Code held = codes.get(code);
        if (held == null || clock.now() >= held.expiresAt()) {
            throw new WxError(Errcode.INVALID_CODE);
        }
        if (held.used()) {
            throw new WxError(whenUsed);
        }
        return held.openid();
    }

    /** Uses the code up; of two at once only one gets it. */
    synchronized void use(String code) {
        check(code);
        codes.computeIfPresent(code, (value, held) -> new Code(held.openid(), held.expiresAt(), true));
    }

    synchronized void clear() {
        codes.clear();
    }
}
