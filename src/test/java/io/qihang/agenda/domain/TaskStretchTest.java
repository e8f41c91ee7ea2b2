package io.qihang.agenda.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.agenda.Occasion;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a rule's answer tells for certain. */
class TaskStretchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 30);
    private static final UUID START = new UUID(0, 0);

    private static Occasion about(int subject, String key) {
        return new Occasion(new UUID(0, subject), key, "看一看", TODAY, null, null);
    }

    private static TaskStretch.Told told(List<Occasion> found, int limit) {
        return TaskStretch.told(new RegionCode("371525"), "r", TODAY, START, found, limit);
    }

    @Test
    void an_answer_that_is_not_full_goes_to_the_end() {
        var told = told(List.of(about(1, "a"), about(2, "b")), 3);
        assertThat(told.stretch().last()).isNull();
        assertThat(told.occasions()).hasSize(2);
    }

    @Test
    void the_last_subject_of_a_full_answer_may_be_cut_off() {
        var told = told(List.of(about(1, "a"), about(2, "b"), about(2, "c")), 3);
        assertThat(told.stretch().last()).isEqualTo(new UUID(0, 1));
        assertThat(told.occasions()).containsExactly(about(1, "a"));
    }

    @Test
    void a_subject_that_fills_the_answer_alone_is_a_fault() {
        assertThatThrownBy(() -> told(List.of(about(2, "b"), about(2, "c")), 2))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_not_in_its_window_is_left_out() {
        var early = new Occasion(new UUID(0, 1), "a", "看一看", TODAY.plusDays(1), null, null);
        var last = new Occasion(new UUID(0, 1), "b", "看一看", TODAY.minusDays(3), TODAY, null);
        var late = new Occasion(new UUID(0, 1), "c", "看一看", TODAY.minusDays(3), TODAY.minusDays(1), null);
        assertThat(told(List.of(early, last, late), 9).occasions()).containsExactly(last);
    }
}
