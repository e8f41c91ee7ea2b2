package io.qihang.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginNameTest {

    @ParameterizedTest
    @CsvSource({
        "zhang, zhang",
        "Zhang, zhang",
        "ZHANG, zhang",
        "ｚｈａｎｇ, zhang",
        "ＺＨＡＮＧ, zhang",
        "' zhang ', zhang",
        "'　zhang　', zhang",
        "ｌｉ．ｗｅｉ＿０１, li.wei_01",
        "\u212Aang, kang",
        "a-1, a-1",
    })
    void spellings_in_other_case_and_width_are_one_name(String typed, String name) {
        assertThat(new LoginName(typed)).isEqualTo(new LoginName(name)).hasToString(name);
        assertThat(LoginName.find(typed)).contains(new LoginName(name));
    }

    @Test
    void three_to_thirty_two_characters_are_a_name() {
        assertThat(LoginName.find("ab")).isEmpty();
        assertThat(LoginName.find("abc")).isPresent();
        assertThat(LoginName.find("a".repeat(32))).isPresent();
        assertThat(LoginName.find("a".repeat(33))).isEmpty();
        assertThat(LoginName.find("a".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "li wei",
                "张三丰",
                "zhаng",
                "zhang\u0000",
                "zh\u200bang",
                "a@b.cn",
                ".zhang",
                "-zhang",
                "ıstanbul",
                "İstanbul",
                "a/../b"
            })
    void anything_else_is_refused_with_what_to_do(String typed) {
        assertThat(LoginName.find(typed)).isEmpty();
        assertThatThrownBy(() -> new LoginName(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3～32 位")
                .hasMessageContaining("请重新填写");
    }
}
