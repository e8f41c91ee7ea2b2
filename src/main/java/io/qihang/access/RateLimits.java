package io.qihang.access;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A county's own numbers for {@link RateClass}.
 *
 * @param perAccount calls per account and period, by class
 * @param perAddress calls per network address and period, by class
 */
@ConfigurationProperties("qihang.limits")
record RateLimits(
        @DefaultValue Map<RateClass, Integer> perAccount,
        @DefaultValue Map<RateClass, Integer> perAddress) {

    int account(RateClass rate) {
        return perAccount.getOrDefault(rate, rate.perAccount());
    }

    int address(RateClass rate) {
        return perAddress.getOrDefault(rate, rate.perAddress());
    }
}
