package io.qihang.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

    /** The ASCII text 12345678901234567890 of RFC 6238, appendix B. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static final Instant NOW = Instant.ofEpochSecond(1111111109L);
    private static final long STEP = 1111111109L / 30;

    /** The 8-digit codes of RFC 6238, appendix B, mode SHA1, cut to their last 6 digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130",
    })
    void codes_are_those_of_rfc_6238(long seconds, String code) {
        Instant at = Instant.ofEpochSecond(seconds);

        assertThat(Totp.code(SECRET, at)).isEqualTo(code);
        assertThat(Totp.verify(SECRET, code, at, Totp.NEVER_USED)).hasValue(seconds / 30);
    }

    @Nested
    class verifying {

        @ParameterizedTest
        @CsvSource({"-1", "0", "1"})
        void a_code_of_this_or_a_neighbouring_step_matches(int steps) {
            String code = Totp.code(SECRET, NOW.plusSeconds(30L * steps));

            assertThat(Totp.verify(SECRET, code, NOW, Totp.NEVER_USED)).hasValue(STEP + steps);
        }

        @ParameterizedTest
        @CsvSource({"-3", "-2", "2", "3"})
        void a_code_two_steps_away_does_not_match(int steps) {
            String code = Totp.code(SECRET, NOW.plusSeconds(30L * steps));

            assertThat(Totp.verify(SECRET, code, NOW, Totp.NEVER_USED)).isEmpty();
        }

        @Test
        void a_code_works_once() {
            String code = Totp.code(SECRET, NOW);
            OptionalLong used = Totp.verify(SECRET, code, NOW, Totp.NEVER_USED);

            assertThat(Totp.verify(SECRET, code, NOW.plusSeconds(5), used.getAsLong()))
                    .isEmpty();
            assertThat(Totp.verify(SECRET, code, NOW.plusSeconds(30), used.getAsLong()))
                    .isEmpty();
        }

        @Test
        void an_earlier_code_does_not_work_after_a_later_one() {
            String earlier = Totp.code(SECRET, NOW.minusSeconds(30));
            String later = Totp.code(SECRET, NOW.plusSeconds(30));

            assertThat(Totp.verify(SECRET, earlier, NOW, STEP)).isEmpty();
            assertThat(Totp.verify(SECRET, later, NOW, STEP)).hasValue(STEP + 1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"081804", " 081804 ", "081 804", "０８１８０４", "081　804"})
        void spaces_and_full_width_digits_do_not_matter(String typed) {
            assertThat(Totp.verify(SECRET, typed, NOW, Totp.NEVER_USED)).hasValue(STEP);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "81804", "0818040", "07081804", "081805", "08180a", "-81804", "零八一八零四"})
        void anything_else_does_not_match(String typed) {
            assertThat(Totp.verify(SECRET, typed, NOW, Totp.NEVER_USED)).isEmpty();
        }

        @Test
        void another_account_s_code_does_not_match() {
            String other = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

            assertThat(Totp.verify(SECRET, Totp.code(other, NOW), NOW, Totp.NEVER_USED))
                    .isEmpty();
        }
    }

    @Nested
    class secrets {

        @Test
        void have_160_bits_and_differ() {
            SecureRandom random = new SecureRandom();
            Set<String> secrets = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                secrets.add(Totp.newSecret(random));
            }
            assertThat(secrets).hasSize(100).allMatch(secret -> secret.matches("[A-Z2-7]{32}"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "GEZDGNBV", "0189", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ!"})
        void a_damaged_one_is_refused_and_not_shown(String secret) {
            assertThatThrownBy(() -> Totp.code(secret, NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("请重新绑定")
                    .message()
                    .doesNotContain("GEZDGNBV");
        }

        @Test
        void are_given_to_an_app_by_an_address_it_can_read() {
            assertThat(Totp.otpauth("企航 Qihang", "li.wei", SECRET))
                    .isEqualTo("otpauth://totp/%E4%BC%81%E8%88%AA%20Qihang:li.wei?secret=" + SECRET
                            + "&issuer=%E4%BC%81%E8%88%AA%20Qihang&algorithm=SHA1&digits=6&period=30");
            assertThatThrownBy(() -> Totp.otpauth("a:b", "li.wei", SECRET))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
