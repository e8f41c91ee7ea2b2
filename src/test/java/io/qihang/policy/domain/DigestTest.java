package io.qihang.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);

    @Test
    void says_what_is_new_what_closes_what_opens_and_what_is_unread() {
        var digest = Digest.of(
                        List.of(
                                new Digest.Item(policy("设备补助", null, LocalDate.of(2026, 12, 11)), true, false),
                                new Digest.Item(policy("用电补贴", null, null), true, true),
                                new Digest.Item(policy("技改申报", LocalDate.of(2026, 12, 21), null), false, true)),
                        MONDAY)
                .orElseThrow();
        assertThat(digest.title()).isEqualTo("每周与您有关：3 件政策");
        assertThat(digest.body())
                .isEqualTo("上周新的 2 件：设备补助；用电补贴。快截止 1 件：设备补助（12月11日截止）。" + "快开始 1 件：技改申报（12月21日开始）。其中您还没看的 1 件。");
        assertThat(digest.note()).isEqualTo("新2件，快截止1件，快开始1件");
    }

    @Test
    void says_nothing_when_nothing_is_new_and_no_day_is_near() {
        assertThat(Digest.of(List.of(), MONDAY)).isEmpty();
        assertThat(Digest.of(
                        List.of(
                                new Digest.Item(policy("早过了", null, LocalDate.of(2026, 12, 6)), false, false),
                                new Digest.Item(policy("还早", LocalDate.of(2026, 12, 22), null), false, false)),
                        MONDAY))
                .isEmpty();
    }

    @Test
    void names_three_and_says_that_there_are_more() {
        var many = IntStream.rangeClosed(1, 5)
                .mapToObj(it -> new Digest.Item(policy("政策" + it, null, null), true, true))
                .toList();
        assertThat(Digest.of(many, MONDAY).orElseThrow().body()).isEqualTo("上周新的 5 件：政策1；政策2；政策3等。");
    }

    private static Particulars policy(String title, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new Particulars(
                Particulars.Kind.NOTICE,
                null,
                title,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                from,
                until,
                null,
                null,
                null,
                null,
                null);
    }
}
