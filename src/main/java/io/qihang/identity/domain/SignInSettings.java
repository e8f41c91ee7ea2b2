package io.qihang.identity.domain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of signing in.
 *
 * @param attempts wrong passwords, or wrong codes, in a row that lock the account
 * @param lockedFor how long it stays locked
 * @param idle a console session ends after this time without a request
 * @param longest a console session ends after this time in any case
 * @param challenge how long after the password the second factor may follow
 * @param personIdle a phone's session ends after this time without a request
 */
@ConfigurationProperties("qihang.sign-in")
public record SignInSettings(
        @DefaultValue("5") int attempts,
        @DefaultValue("15m") Duration lockedFor,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("5m") Duration challenge,
        @DefaultValue("30d") Duration personIdle) {

    LockOutRule lockOut() {
        return new LockOutRule(attempts, lockedFor);
    }
}
