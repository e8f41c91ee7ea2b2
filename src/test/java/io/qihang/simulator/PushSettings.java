package io.qihang.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where and how events are pushed, as entered on WeChat's page for message pushes.
 *
 * @param url the mini-program's server; http and any port are taken, for this is a simulator
 * @param token the word both sides sign with
 * @param aesKey 43 letters and digits
 * @param mode plain, compat or secure
 * @param timeoutMs real milliseconds after which an attempt counts as unanswered
 * @param retries how often it is tried again
 */
public record PushSettings(URI url, String token, String aesKey, Mode mode, int timeoutMs, int retries) {

    private static final int TIMEOUT_MS = 5_000;
    private static final int RETRIES = 3;

    /** What of the message is encrypted. */
    public enum Mode {
        PLAIN,
        COMPAT,
        SECURE
    }

    public PushSettings {
        if (!token.matches("[A-Za-z0-9]{3,32}")) {
            throw new IllegalArgumentException("token 要是 3 到 32 个字母或数字。");
        }
        if (!aesKey.matches("[A-Za-z0-9]{43}")) {
            throw new IllegalArgumentException("aesKey 要是 43 个字母或数字。");
        }
        if (timeoutMs < 1 || retries < 0) {
            throw new IllegalArgumentException("timeoutMs 至少为 1，retries 不能为负数。");
        }
    }

    /** WeChat's own timeout and retries, everything encrypted. */
    public static PushSettings secure(String url, String token, String aesKey) {
        return new PushSettings(URI.create(url), token, aesKey, Mode.SECURE, TIMEOUT_MS, RETRIES);
    }

    Duration timeout() {
        return Duration.ofMillis(timeoutMs);
    }

    /** The body of the control call. */
    record Input(
            String url,
            String token,
            String aesKey,
            @Nullable String mode,
            @Nullable String format,
            @Nullable Integer timeoutMs,
            @Nullable Integer retries) {

        Input {
            if (url == null || token == null || aesKey == null) {
                throw new IllegalArgumentException("请给出 url、token 和 aesKey。");
            }
            if (mode != null && !mode.matches("plain|compat|secure")) {
                throw new IllegalArgumentException("mode 只能是 plain、compat、secure。");
            }
            if (format != null && !format.equals("json")) {
                throw new IllegalArgumentException("format 只支持 json。");
            }
        }

        PushSettings toSettings() {
            return new PushSettings(
                    URI.create(url),
                    token,
                    aesKey,
                    mode == null ? Mode.SECURE : Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                    timeoutMs == null ? TIMEOUT_MS : timeoutMs,
                    retries == null ? RETRIES : retries);
        }
    }
}
