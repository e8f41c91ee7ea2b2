package io.qihang.platform.mybatis;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** {@link Instant} over {@code timestamptz}; MyBatis's own handler goes through the JVM's default zone. */
class InstantHandler extends ValueHandler<OffsetDateTime, Instant> {

    InstantHandler() {
        super(OffsetDateTime.class, OffsetDateTime::toInstant, it -> it.atOffset(ZoneOffset.UTC));
    }
}
