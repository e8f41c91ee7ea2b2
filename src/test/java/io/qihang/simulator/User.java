package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A WeChat user as this mini-program sees them.
 *
 * @param openid starts with o
 * @param unionid only for users known across an open-platform account
 * @param phone the phone bound to WeChat, mainland form without country code
 * @param risk true makes every login answer 40226
 * @param lastVisit virtual second of the last visit to the mini-program, or null for never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record User(
        String openid,
        @Nullable String unionid,
        @Nullable String phone,
        boolean risk,
        @Nullable Long lastVisit) {

    /** A user who has not visited yet. */
    public User(String openid, @Nullable String unionid, @Nullable String phone, boolean risk) {
        this(openid, unionid, phone, risk, null);
    }

    public User {
        if (!openid.startsWith("o") || openid.isBlank() || openid.length() > 64) {
            throw new IllegalArgumentException("openid 必须以字母 o 开头，最长 64 个字符。");
        }
    }

    User seenAt(long second) {
        return new User(openid, unionid, phone, risk, second);
    }

    boolean hasVisitedSince(long second) {
        return lastVisit != null && lastVisit >= second;
    }
}
