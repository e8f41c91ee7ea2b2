package io.qihang.certificate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.certificate.domain.CertificateValidity.State;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateValidityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, EXPIRED, 已过期",
        "2026-11-22, ENDING,  今天到期",
        "2026-11-23, ENDING,  1 天后到期",
        "2027-02-20, ENDING,  90 天后到期",
        "2027-02-21, GOOD,    91 天后到期"
    })
    void the_days_left_are_told(LocalDate until, State state, String text) {
        var validity = CertificateValidity.of(until, TODAY);
        assertThat(validity.state()).isEqualTo(state);
        assertThat(validity.text()).isEqualTo(text);
    }

    @Test
    void one_without_an_end_says_so() {
        assertThat(CertificateValidity.of(null, TODAY).text()).isEqualTo("没有写有效期");
    }
}
