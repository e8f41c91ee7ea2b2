package io.qihang.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTest {

    private static final String PAYLOAD =
            Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[28]);

    @Test
    void equals_by_its_stored_text() {
        Sealed one = Sealed.parse("v1.k1." + PAYLOAD);

        assertThat(one).isEqualTo(Sealed.of("k1", new byte[28])).hasSameHashCodeAs(Sealed.of("k1", new byte[28]));
        assertThat(one).isNotEqualTo(Sealed.of("k2", new byte[28])).isNotEqualTo(Sealed.of("k1", new byte[29]));
        assertThat(one.text()).isEqualTo("v1.k1." + PAYLOAD);
        assertThat(one.keyId()).isEqualTo("k1");
    }

    @Test
    void never_prints_its_content() {
        assertThat(Sealed.parse("v1.k1." + PAYLOAD)).hasToString("Sealed[k1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "13800000001",
                "v1.k1.",
                "v1.k1.AAAA",
                "v1..AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "v2.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "v1.K1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "v1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "v1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
                "v1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
                "v1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+A",
                " v1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "v1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
            })
    void any_other_form_is_broken(String text) {
        assertThatThrownBy(() -> Sealed.parse(text))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageContaining("备份");
    }
}
