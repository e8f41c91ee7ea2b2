package io.qihang.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        "21:00, 08:00, 2026-11-30T20:59:59+08:00, 2026-11-30T20:59:59+08:00",
        "21:00, 08:00, 2026-11-30T21:00:00+08:00, 2026-12-01T08:00:00+08:00",
        "21:00, 08:00, 2026-11-30T23:59:59+08:00, 2026-12-01T08:00:00+08:00",
        "21:00, 08:00, 2026-12-01T00:00:00+08:00, 2026-12-01T08:00:00+08:00",
        "21:00, 08:00, 2026-12-01T07:59:59+08:00, 2026-12-01T08:00:00+08:00",
        "21:00, 08:00, 2026-12-01T08:00:00+08:00, 2026-12-01T08:00:00+08:00",
        "12:00, 14:00, 2026-11-30T11:59:59+08:00, 2026-11-30T11:59:59+08:00",
        "12:00, 14:00, 2026-11-30T12:00:00+08:00, 2026-11-30T14:00:00+08:00",
        "12:00, 14:00, 2026-11-30T14:00:00+08:00, 2026-11-30T14:00:00+08:00",
        "00:00, 07:00, 2026-11-30T00:00:00+08:00, 2026-11-30T07:00:00+08:00",
        "22:00, 00:00, 2026-11-30T23:00:00+08:00, 2026-12-01T00:00:00+08:00"
    })
    void a_message_waits_for_the_end_of_quiet(LocalTime from, LocalTime until, OffsetDateTime at, OffsetDateTime sent) {
        assertThat(new QuietHours(from, until).nextAllowed(at.toInstant())).isEqualTo(sent.toInstant());
    }

    @Test
    void without_a_rule_it_is_never_quiet() {
        var night = OffsetDateTime.parse("2026-11-30T03:00:00+08:00").toInstant();
        assertThat(QuietHours.NONE.nextAllowed(night)).isEqualTo(night);
    }
}
