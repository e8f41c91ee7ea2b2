package io.qihang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetsTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠A1", "=a\nb"})
    void what_a_spreadsheet_would_take_for_a_formula_is_marked(String text) {
        assertThat(Spreadsheets.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"清泉街道", "10%", "1-2", " =1", ""})
    void other_text_stays_as_it_is(String text) {
        assertThat(Spreadsheets.text(text)).isEqualTo(text);
    }

    @Test
    void a_cell_is_never_longer_than_a_spreadsheet_takes() {
        assertThat(Spreadsheets.text("长".repeat(40_000))).hasSize(32_000);
        assertThat(Spreadsheets.text(null)).isEmpty();
    }
}
