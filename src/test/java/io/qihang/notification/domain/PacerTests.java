package io.qihang.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

/** One pace for all nodes: two pacers stand for two of them. */
@SystemTest
class PacerTests {

    private static final String KEY = "qihang:push:pace";

    @Autowired
    Pacer one;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    NotificationSettings settings;

    @BeforeEach
    void forget() {
        redis.delete(KEY);
    }

    @Test
    void the_nodes_share_the_pace() {
        var other = new Pacer(redis, settings);
        assertThat(one.reserve(100).waitMillis()).isZero();
        assertThat(other.reserve(100).waitMillis()).isBetween(400L, 500L);
        assertThat(one.reserve(1).waitMillis()).isBetween(850L, 1000L);
    }

    @Test
    void it_rises_by_a_step_a_second_and_never_above_its_most() {
        assertThat(one.reserve(1).rate()).isEqualTo(200);
        assertThat(one.reserve(1).rate()).isEqualTo(200);
        secondsPass(1);
        assertThat(one.reserve(1).rate()).isEqualTo(210);
        secondsPass(60);
        assertThat(one.reserve(1).rate())
                .as("one step, however long it was quiet")
                .isEqualTo(220);
        redis.opsForHash().put(KEY, "rate", "995");
        secondsPass(1);
        assertThat(one.reserve(1).rate()).isEqualTo(1000);
    }

    @Test
    void a_complaint_halves_it_once_a_second_for_all_nodes() {
        one.reserve(1);
        one.complained(false);
        new Pacer(redis, settings).complained(false);
        assertThat(one.reserve(1).rate()).isEqualTo(100);
        for (int i = 0; i < 10; i++) {
            redis.opsForHash().put(KEY, "halved", "0");
            one.complained(false);
        }
        assertThat(one.reserve(1).rate()).isEqualTo(5);
    }

    @Test
    void busy_answers_count_only_when_there_are_many() {
        one.reserve(1);
        for (int i = 0; i < 4; i++) one.complained(true);
        assertThat(one.reserve(1).rate()).isEqualTo(200);
        one.complained(true);
        assertThat(one.reserve(1).rate()).isEqualTo(100);
    }

    private void secondsPass(int seconds) {
        long changed = Long.parseLong(
                String.valueOf(redis.opsForHash().get(KEY, "changed")).replaceAll("\\..*", ""));
        redis.opsForHash().put(KEY, "changed", String.valueOf(changed - seconds * 1000L));
    }
}
