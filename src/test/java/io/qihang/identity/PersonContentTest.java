package io.qihang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonContentTest {

    @Test
    void a_short_text_is_one_piece() {
        assertThat(PersonContent.pieces("停电")).containsExactly("停电");
        assertThat(PersonContent.pieces("停".repeat(2_500))).containsExactly("停".repeat(2_500));
    }

    @Test
    void a_long_text_is_cut_into_overlapping_pieces_and_no_character_in_two() {
        String text = "𠮷".repeat(2_450) + "停电停电" + "𠮷".repeat(2_600);
        var pieces = PersonContent.pieces(text);
        assertThat(pieces).hasSize(3).allMatch(it -> it.codePointCount(0, it.length()) <= 2_500);
        assertThat(pieces).filteredOn(it -> it.contains("停电停电")).hasSize(2);
        assertThat(pieces).allMatch(it -> it.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
        assertThat(pieces.get(0) + pieces.get(1).substring("𠮷".length() * 50 + 4 + "𠮷".length() * 46))
                .isEqualTo(text.substring(0, text.offsetByCodePoints(0, 4_900)));
    }
}
