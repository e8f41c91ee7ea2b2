package io.qihang.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        专精特新“小巨人”企业2家 | 专精特新小巨人企业2家
        ＤＣＭＭ 贯标           | dcmm贯标
        （一）梯度培育行动。     | 一梯度培育行动
        〔2023〕7号             | 20237号""")
    void punctuation_width_and_case_make_no_difference(String text, String folded) {
        assertThat(SearchText.fold(text)).isEqualTo(folded);
    }

    @Test
    void a_text_is_cut_into_pairs_of_neighbours() {
        assertThat(SearchText.pairs("瞪羚企业")).containsExactly("瞪羚", "羚企", "企业");
        assertThat(SearchText.pairs("瞪")).isEmpty();
    }

    @Test
    void words_of_one_character_are_not_searched() {
        assertThat(SearchText.words(" 瞪羚　“奖” 技改 ")).containsExactly("瞪羚", "技改");
        assertThat(SearchText.words("奖")).isEmpty();
    }

    @Property
    void any_two_or_more_neighbours_of_a_text_are_found_by_its_pairs(
            @ForAll @StringLength(min = 2, max = 30) String text, @ForAll @Size(2) int[] cut) {
        String folded = SearchText.fold(text);
        int length = folded.codePointCount(0, folded.length());
        if (length < 2) return;
        int from = Math.floorMod(cut[0], length - 1);
        int size = 2 + Math.floorMod(cut[1], length - from - 1);
        int start = folded.offsetByCodePoints(0, from);
        String word = folded.substring(start, folded.offsetByCodePoints(start, size));
        assertThat(SearchText.pairs(folded)).containsAll(SearchText.pairs(word));
    }

    @Test
    void an_excerpt_shows_the_place_with_its_punctuation() {
        String text = "甲".repeat(50) + "专精特新“小巨人”企业" + "乙".repeat(50);
        assertThat(SearchText.excerpt(text, "新小巨", 24))
                .contains("专精特新“小巨人”企业")
                .startsWith("…")
                .endsWith("…");
        assertThat(SearchText.excerpt("短文", "短文", 24)).isEqualTo("短文");
    }
}
