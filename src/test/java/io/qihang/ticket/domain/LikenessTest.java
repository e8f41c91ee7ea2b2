package io.qihang.ticket.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            厂区频繁停电,       厂区频繁停电,       true
            厂区频繁停电,       ２号厂区，频繁 停电！, true
            厂区频繁停电,       车间频繁停电,       true
            厂区频繁停电,       招不到技术工人,     false
            招工难,             招工困难，缺技工,   false
            门口道路积水,       门前道路积水严重,   true
            门口道路积水,       门口道路太窄,       true
            ETC 办理,           etc办理慢,          true
            水,                 水,                 false
            停电,               '',                 false
            """)
    void short_titles_of_the_same_matter_are_alike(String one, String other, boolean alike) {
        assertThat(Likeness.to(one).isAlike(other)).isEqualTo(alike);
        assertThat(Likeness.to(other).isAlike(one)).as("both ways").isEqualTo(alike);
    }

    @ParameterizedTest
    @CsvSource({"停电停电, 停电停电, 1.0", "停电, 水费, 0.0", "门口道路, 门口积水, 0.3333"})
    void twice_what_they_share_by_what_they_have(String one, String other, double expected) {
        assertThat(Likeness.to(one).of(other)).isCloseTo(expected, org.assertj.core.data.Offset.offset(0.0001));
    }
}
