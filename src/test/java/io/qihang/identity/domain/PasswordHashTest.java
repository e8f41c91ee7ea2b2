package io.qihang.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.identity.domain.PasswordHash.Cost;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    private static final Cost CHEAP = new Cost(8_192, 1);
    private static final String PASSWORD = "Lvshu#2026chun";

    private final PasswordHash hash = new PasswordHash(CHEAP, new SecureRandom());
    private final String stored = hash.hash(PASSWORD);

    /** Made with the reference implementation's argon2 command, salt "sixteen.bytes.ok". */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "Lvshu#2026chun $argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbi5ieXRlcy5vaw$jl1bC48LlbUQMKCxhoo1b3xH79KxBOXoSjlpEC046DU",
                "春天栽树Ab1 $argon2id$v=19$m=8192,t=3,p=1$c2l4dGVlbi5ieXRlcy5vaw$BifCj0YrWyLPdxNMmKmtrhTWkNnv9RRsQf8GTR/VLQU"
            })
    void hashes_of_the_reference_implementation_match(String password, String known) {
        assertThat(hash.matches(password, known)).isTrue();
        assertThat(hash.matches(password + " ", known)).isFalse();
    }

    @Test
    void only_the_password_matches() {
        assertThat(hash.matches(PASSWORD, stored)).isTrue();
        assertThat(hash.matches("lvshu#2026chun", stored)).isFalse();
        assertThat(hash.matches(PASSWORD + "\u0000", stored)).isFalse();
        assertThat(hash.matches("", stored)).isFalse();
    }

    @Test
    void a_password_typed_in_full_width_is_the_same_password() {
        assertThat(hash.matches("Ｌｖｓｈｕ＃２０２６ｃｈｕｎ", stored)).isTrue();
    }

    @Test
    void every_hash_has_a_salt_of_its_own_and_does_not_show_the_password() {
        assertThat(stored)
                .startsWith("$argon2id$v=19$m=8192,t=1,p=1$")
                .doesNotContain("Lvshu")
                .isNotEqualTo(hash.hash(PASSWORD));
    }

    @Test
    void a_hash_made_with_other_costs_still_matches_and_is_due_for_rehash() {
        PasswordHash dearer = new PasswordHash(new Cost(9_216, 1), new SecureRandom());
        PasswordHash longer = new PasswordHash(new Cost(8_192, 2), new SecureRandom());

        assertThat(dearer.matches(PASSWORD, stored)).isTrue();
        assertThat(dearer.needsRehash(stored)).isTrue();
        assertThat(longer.needsRehash(stored)).isTrue();
        assertThat(hash.needsRehash(stored)).isFalse();
        assertThat(hash.needsRehash(dearer.hash(PASSWORD))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Lvshu#2026chun",
                "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
                "$argon2i$v=19$m=8192,t=1,p=1$c2l4dGVlbi5ieXRlcy5vaw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=8192,t=1,p=1$c2l4dGVlbi5ieXRlcy5vaw$AAAA",
                "$argon2id$v=19$m=999999,t=99,p=1$c2l4dGVlbi5ieXRlcy5vaw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=1024,t=1,p=1$c2l4dGVlbi5ieXRlcy5vaw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            })
    void a_stored_text_of_another_form_or_cost_beyond_bounds_is_an_error_not_a_mismatch(String broken) {
        assertThatThrownBy(() -> hash.matches(PASSWORD, broken)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hash.needsRehash(broken)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"8191, 1", "262145, 1", "8192, 0", "8192, 21"})
    void costs_out_of_bounds_are_refused(int memoryKib, int iterations) {
        assertThatThrownBy(() -> new Cost(memoryKib, iterations))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("请修改配置");
    }
}
