package io.qihang.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.identity.domain.PasswordHash.Cost;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final CommonPasswords COMMON = CommonPasswords.bundled();
    private static final LoginName ZHANG = new LoginName("zhang.wei");

    private final PasswordHash hash = new PasswordHash(new Cost(8_192, 1), new SecureRandom());
    private final PasswordRules rules = new PasswordRules(PasswordPolicy.STANDARD, COMMON, hash);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lvshu#2026chun",
                "xiaomai7=Hao",
                "Mai4Tian2Li",
                "春天栽树Ab1#栽树",
                "correct Horse 7 battery",
                "zhaNg#7wuxi",
                "gUan#7xiaN.wo",
                "Xk29-vQz7-password-Lm"
            })
    void a_password_that_keeps_all_rules_is_taken(String password) {
        assertThat(rules.reasonsAgainst(password, ZHANG)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Lv#2026ch        | 密码至少 10 位，现在是 9 位，请加长。",
                "🌲Ab1#🌲🌲🌲🌲       | 密码至少 10 位，现在是 9 位，请加长。",
                "lvshu2026chun    | 现在有 2 种，请再加上大写字母或符号。",
                "lvshuchuntian    | 现在有 1 种，请再加上大写字母或数字或符号。",
                "LVSHU2026CHUN    | 现在有 2 种，请再加上小写字母或符号。",
                "20261123#907     | 现在有 2 种，请再加上大写字母或小写字母。",
                "Zhang.Wei#2026x  | 不能有登录名",
                "ZhangWei#2026x   | 不能有登录名",
                "zh@ng_w3!#2026X  | 不能有登录名",
                "Ｚｈａｎｇ．Ｗｅｉ#2026x | 不能有登录名",
                "Guanxian#2026x   | 容易被猜到的“guanxian”",
                "GU4NXI@N#2026x   | 容易被猜到的“guanxian”",
                "xG.u.a.n-xian#26 | 容易被猜到的“guanxian”",
                "ｇｕａｎｘｉａｎ#2026X | 容易被猜到的“guanxian”",
                "冠县Fagaiju#2026  | 容易被猜到的“冠县”",
                "冠-县Fagaiju#2026 | 容易被猜到的“冠县”",
                "Q1h4ng#2026xyz   | 容易被猜到的“qihang”",
                "ql.Hang#2026xyz  | 容易被猜到的“qihang”",
                "企航Fagaiju#2026  | 容易被猜到的“企航”",
                "1iaoCheng#2026   | 容易被猜到的“liaocheng”",
                "Woa!ni#2026xyz   | 容易被猜到的“woaini”",
                "Password@2026    | 太常见",
                "P@ssw0rd2026     | 太常见",
                "P@$$w0rd!!!!     | 太常见",
                "2026.Sunshine!   | 太常见",
                "!QAZ2wsx3EDC     | 太常见",
                "1qaz@WSX3edc     | 太常见",
                "Q1w2e3r4t5!      | 太常见",
                "Ｐａｓｓｗ０ｒｄ！２０２６ | 太常见",
                "Aa123456789!     | 太常见",
                "Qwer!@#$1234     | 太常见",
                "Aa!@#$%^&*()     | 太常见",
                "Sunshine@20261123 | 太常见",
            })
    void a_password_that_breaks_one_rule_is_refused_with_that_reason(String password, String reason) {
        assertThat(rules.reasonsAgainst(password, ZHANG))
                .singleElement()
                .asString()
                .contains(reason);
    }

    @Test
    void every_reason_is_told_at_once() {
        assertThat(rules.reasonsAgainst("qihang", ZHANG))
                .hasSize(3)
                .anyMatch(reason -> reason.contains("至少 10 位"))
                .anyMatch(reason -> reason.contains("至少 3 种"))
                .anyMatch(reason -> reason.contains("“qihang”"))
                .allMatch(reason -> reason.contains("请"));
    }

    @Test
    void characters_are_counted_as_they_are_hashed() {
        assertThat(rules.reasonsAgainst("Lvshu#20㎏", ZHANG)).isEmpty();
        assertThat(rules.reasonsAgainst("Lvshu#2㎏", ZHANG)).containsExactly("密码至少 10 位，现在是 9 位，请加长。");
    }

    @Test
    void sixty_four_characters_are_the_most() {
        String longest = "Ab1#春".repeat(12) + "Ab1#";

        assertThat(rules.reasonsAgainst(longest, ZHANG)).isEmpty();
        assertThat(rules.reasonsAgainst(longest + "x", ZHANG)).containsExactly("密码最多 64 位，现在是 65 位，请缩短。");
    }

    @Test
    void control_characters_are_refused() {
        assertThat(rules.reasonsAgainst("Lvshu#2026\u0007chun", ZHANG))
                .singleElement()
                .asString()
                .contains("控制字符");
    }

    @Test
    void a_login_name_of_one_letter_and_signs_does_not_forbid_that_letter() {
        assertThat(rules.reasonsAgainst("Lvshu#2026chun", new LoginName("u__"))).isEmpty();
        assertThat(rules.reasonsAgainst("Lvshu__2026chun", new LoginName("u__")))
                .singleElement()
                .asString()
                .contains("登录名");
    }

    @Nested
    class former_passwords {

        private final List<String> former = new ArrayList<>();

        former_passwords() {
            for (int i = 6; i >= 1; i--) {
                former.add(hash.hash("Lvshu#2026chun" + i));
            }
        }

        @ParameterizedTest
        @CsvSource({"6, false", "5, false", "2, false", "1, true", "7, true"})
        void the_last_five_do_not_come_back(int number, boolean taken) {
            List<String> reasons = rules.reasonsAgainst("Lvshu#2026chun" + number, ZHANG, former);

            assertThat(reasons.isEmpty()).isEqualTo(taken);
            assertThat(reasons).allMatch(reason -> reason.equals("不能再用最近 5 次用过的密码，请换一个新密码。"));
        }

        @Test
        void other_reasons_are_told_before_history_is_looked_at() {
            assertThat(rules.reasonsAgainst("short", ZHANG, List.of("no hash at all")))
                    .hasSize(2);
        }
    }

    @Nested
    class age {

        private final Instant changed = Instant.parse("2026-08-25T02:00:00Z");

        @Test
        void ninety_days_are_allowed_and_not_a_moment_more() {
            assertThat(rules.mustChange(changed, changed.plus(Duration.ofDays(90))))
                    .isFalse();
            assertThat(rules.mustChange(
                            changed, changed.plus(Duration.ofDays(90)).plusMillis(1)))
                    .isTrue();
        }
    }

    @Nested
    class settings {

        @Test
        void numbers_and_words_can_be_set() {
            PasswordPolicy strict = new PasswordPolicy(12, 64, 4, Duration.ofDays(30), 1, List.of("Ｄongchang"));
            PasswordRules own = new PasswordRules(strict, COMMON, hash);

            assertThat(own.history()).isEqualTo(1);
            assertThat(own.reasonsAgainst("Lvshu2026ch", ZHANG)).hasSize(2);
            assertThat(own.reasonsAgainst("d0ngchAng#2026", ZHANG))
                    .singleElement()
                    .asString()
                    .contains("ongchang");
            assertThat(own.mustChange(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(31))))
                    .isTrue();
        }

        @Test
        void senseless_numbers_are_refused() {
            Duration days = Duration.ofDays(90);
            assertThatThrownBy(() -> new PasswordPolicy(7, 64, 3, days, 5, List.of()))
                    .hasMessageContaining("请修改配置");
            assertThatThrownBy(() -> new PasswordPolicy(10, 63, 3, days, 5, List.of()))
                    .hasMessageContaining("请修改配置");
            assertThatThrownBy(() -> new PasswordPolicy(10, 257, 3, days, 5, List.of()))
                    .hasMessageContaining("请修改配置");
            assertThatThrownBy(() -> new PasswordPolicy(10, 64, 5, days, 5, List.of()))
                    .hasMessageContaining("请修改配置");
            assertThatThrownBy(() -> new PasswordPolicy(10, 64, 3, Duration.ZERO, 5, List.of()))
                    .hasMessageContaining("请修改配置");
            assertThatThrownBy(() -> new PasswordPolicy(10, 64, 3, days, -1, List.of()))
                    .hasMessageContaining("请修改配置");
            assertThatThrownBy(() -> new PasswordPolicy(10, 64, 3, days, 5, List.of("x")))
                    .hasMessageContaining("请修改配置");
        }
    }

    @Test
    void the_bundled_list_holds_far_more_than_three_thousand() {
        assertThat(COMMON.size()).isGreaterThan(10_000);
        assertThat(COMMON.cover("# NOTICE: common passwords")).isFalse();
    }
}
