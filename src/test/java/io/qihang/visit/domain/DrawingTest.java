package io.qihang.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many visits are drawn to be asked about. */
class DrawingTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 50, 100})
    void as_many_of_a_hundred_as_the_county_says(int percent) {
        var random = new Random(7);
        long drawn = IntStream.range(0, 20_000)
                .filter(it -> Callbacks.isDrawn(percent, random))
                .count();
        assertThat(drawn / 200.0).isBetween(percent - 1.0, percent + 1.0);
        if (percent == 0) assertThat(drawn).isZero();
        if (percent == 100) assertThat(drawn).isEqualTo(20_000);
    }
}
