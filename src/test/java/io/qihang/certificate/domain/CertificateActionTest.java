package io.qihang.certificate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateActionTest {

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, WITHDRAW RETURN VERIFY",
        "RETURNED,  RESUBMIT WITHDRAW",
        "WITHDRAWN, ''",
        "VERIFIED,  REVOKE",
        "REVOKED,   ''"
    })
    void from_a_state_only_these_can_follow(CertificateStatus status, String possible) {
        for (CertificateAction action : CertificateAction.values()) {
            assertThat(action.isPossibleFrom(status))
                    .as(action.name())
                    .isEqualTo((" " + possible + " ").contains(" " + action.name() + " "));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everything_has_a_chinese_name(CertificateAction action) {
        assertThat(action.label()).matches("[一-龥]+");
    }
}
