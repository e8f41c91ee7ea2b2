package io.qihang.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.identity.domain.PasswordHash.Cost;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InitialPasswordTest {

    private static final CommonPasswords COMMON = CommonPasswords.bundled();
    private static final LoginName NAME = new LoginName("li.wei");

    private final SecureRandom random = new SecureRandom();
    private final PasswordHash hash = new PasswordHash(new Cost(8_192, 1), random);

    @Test
    void is_random_keeps_the_rules_and_has_no_characters_that_look_alike() {
        PasswordRules rules = new PasswordRules(PasswordPolicy.STANDARD, COMMON, hash);
        InitialPassword initial = new InitialPassword(PasswordPolicy.STANDARD, rules, random);
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            made.add(initial.next(NAME));
        }
        assertThat(made)
                .hasSize(1_000)
                .allMatch(password -> password.length() == 14)
                .allMatch(password -> rules.reasonsAgainst(password, NAME).isEmpty())
                .noneMatch(password -> password.matches(".*[0OoQ1lIij|!SsZzBbgqCKPWXUuVv].*"));
    }

    @Test
    void grows_with_the_rules() {
        PasswordPolicy longer = new PasswordPolicy(20, 64, 4, Duration.ofDays(90), 5, List.of());
        InitialPassword initial = new InitialPassword(longer, new PasswordRules(longer, COMMON, hash), random);

        assertThat(initial.next(NAME)).hasSize(20).matches(".*[#%+=@?].*");
    }

    @Test
    void rules_that_let_nothing_through_are_named_as_the_cause() {
        PasswordRules rules = new PasswordRules(PasswordPolicy.STANDARD, COMMON, hash);
        SecureRandom stuck = new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) 0);
            }
        };

        assertThatThrownBy(() -> new InitialPassword(PasswordPolicy.STANDARD, rules, stuck).next(NAME))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("请减少配置里的本地词语");
    }
}
