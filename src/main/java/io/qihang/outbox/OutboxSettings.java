package io.qihang.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often an event is tried.
 *
 * @param tries after so many it is a dead letter
 * @param firstPause after the first failure; doubled after each further one
 * @param longestPause no pause is longer
 * @param abandonedAfter a listener that has not come to an end by then is taken for dead with its node
 */
@ConfigurationProperties("qihang.outbox")
record OutboxSettings(
        @DefaultValue("8") int tries,
        @DefaultValue("15s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("45s") Duration abandonedAfter) {}
