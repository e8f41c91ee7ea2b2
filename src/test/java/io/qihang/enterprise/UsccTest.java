package io.qihang.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.platform.Problem;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTest {

    /** The example of GB 32100-2015, annex, and its spellings. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91350100m000100y43",
                " 9135 0100 M000 100Y43 ",
                "９１３５０１００Ｍ０００１００Ｙ４３",
                "91350100-M000100Y4-3"
            })
    void a_code_is_read_however_it_is_typed(String typed) {
        assertThat(Uscc.parse(typed)).isEqualTo(new Uscc("91350100M000100Y43"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                   | 应为 18 位，填了 0 位
            91350100M000100Y4    | 应为 18 位，填了 17 位
            91350100M000100Y433  | 应为 18 位，填了 19 位
            91350100MO00100Y43   | 第 10 位是 O，代码里没有字母 I、O、S、V、Z
            9135O100M000100Y43   | 第 5 位是 O，代码里没有字母 I、O、S、V、Z
            91350100M00010*Y43   | 第 15 位不是数字或大写字母
            企1350100M000100Y43   | 第 1 位不是数字或大写字母
            9135A100M000100Y43   | 第 3 至 8 位应为数字，第 5 位是 A
            91350100M000100Y44   | 最后一位校验不对，可能有一位填错了
            91350100M000101Y43   | 最后一位校验不对，可能有一位填错了
            """)
    void a_refusal_says_which_thing_is_wrong(String typed, String fault) {
        assertThatThrownBy(() -> Uscc.parse(typed))
                .isInstanceOf(Problem.class)
                .hasMessage("统一社会信用代码不对：" + fault + "。请对照营业执照检查。");
    }

    @Property
    boolean the_right_check_digit_makes_any_body_a_code(@ForAll("bodies") String body) {
        return Uscc.parse(body + Uscc.checkDigit(body)).value().startsWith(body);
    }

    @Property
    void one_mistyped_place_is_always_noticed(
            @ForAll("bodies") String body, @ForAll @IntRange(max = 17) int place, @ForAll("letters") char typed) {
        String code = body + Uscc.checkDigit(body);
        if (code.charAt(place) == typed) return;
        String mistyped = code.substring(0, place) + typed + code.substring(place + 1);
        assertThatThrownBy(() -> Uscc.parse(mistyped)).isInstanceOf(Problem.class);
    }

    @Property
    void two_neighbours_that_changed_places_are_always_noticed(
            @ForAll("bodies") String body, @ForAll @IntRange(max = 16) int place) {
        String code = body + Uscc.checkDigit(body);
        if (code.charAt(place) == code.charAt(place + 1)) return;
        String swapped =
                code.substring(0, place) + code.charAt(place + 1) + code.charAt(place) + code.substring(place + 2);
        assertThatThrownBy(() -> Uscc.parse(swapped)).isInstanceOf(Problem.class);
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofLength(6);
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.strings().withChars(Uscc.ALPHABET).ofLength(2),
                        digits,
                        Arbitraries.strings().withChars(Uscc.ALPHABET).ofLength(9))
                .as((first, division, rest) -> first + division + rest);
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.chars().with(Uscc.ALPHABET);
    }
}
