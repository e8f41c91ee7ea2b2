package io.qihang.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LockOutTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final LockOutRule RULE = LockOutRule.STANDARD;

    @Nested
    class wrong_attempts_in_a_row {

        @Test
        void four_leave_the_account_open() {
            LockOut four = afterFailures(LockOut.NONE, 4, NINE);

            assertThat(four).isEqualTo(new LockOut(4, null));
            assertThat(four.isLocked(NINE)).isFalse();
        }

        @Test
        void the_fifth_locks_for_fifteen_minutes() {
            LockOut locked = afterFailures(LockOut.NONE, 5, NINE);

            assertThat(locked.isLocked(NINE)).isTrue();
            assertThat(locked.isLocked(NINE.plus(Duration.ofMinutes(15)).minusMillis(1)))
                    .isTrue();
            assertThat(locked.isLocked(NINE.plus(Duration.ofMinutes(15)))).isFalse();
        }

        @Test
        void count_however_far_apart_they_are() {
            LockOut state = LockOut.NONE;
            for (int day = 0; day < 5; day++) {
                state = state.afterFailure(NINE.plus(Duration.ofDays(day)), RULE);
            }
            assertThat(state.isLocked(NINE.plus(Duration.ofDays(4)))).isTrue();
        }

        @Test
        void a_right_one_in_between_starts_the_count_anew() {
            LockOut state = afterFailures(afterFailures(LockOut.NONE, 4, NINE).afterSuccess(), 4, NINE);

            assertThat(state.isLocked(NINE)).isFalse();
            assertThat(state.failures()).isEqualTo(4);
        }
    }

    @Nested
    class while_and_after_a_lock {

        private final LockOut locked = afterFailures(LockOut.NONE, 5, NINE);

        @Test
        void further_attempts_do_not_prolong_it() {
            assertThat(locked.afterFailure(NINE.plus(Duration.ofMinutes(14)), RULE))
                    .isEqualTo(locked);
        }

        @Test
        void five_new_attempts_are_free_once_it_ran_out() {
            Instant later = NINE.plus(Duration.ofMinutes(15));
            LockOut first = locked.afterFailure(later, RULE);

            assertThat(first).isEqualTo(new LockOut(1, null));
            assertThat(afterFailures(first, 3, later).isLocked(later)).isFalse();
            assertThat(afterFailures(first, 4, later).lockedUntil()).isEqualTo(later.plus(Duration.ofMinutes(15)));
        }

        @Test
        void unlocking_forgets_everything() {
            assertThat(locked.afterSuccess()).isEqualTo(LockOut.NONE);
        }
    }

    @Test
    void the_numbers_are_settings() {
        LockOut locked = LockOut.NONE.afterFailure(NINE, new LockOutRule(1, Duration.ofHours(1)));

        assertThat(locked.lockedUntil()).isEqualTo(NINE.plus(Duration.ofHours(1)));
        assertThatThrownBy(() -> new LockOutRule(0, Duration.ofHours(1))).hasMessageContaining("请修改配置");
        assertThatThrownBy(() -> new LockOutRule(5, Duration.ZERO)).hasMessageContaining("请修改配置");
    }

    private static LockOut afterFailures(LockOut state, int times, Instant now) {
        LockOut after = state;
        for (int i = 0; i < times; i++) {
            after = after.afterFailure(now, RULE);
        }
        return after;
    }
}
