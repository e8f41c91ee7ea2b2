package io.qihang.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTextsTest {

    private static final byte[] CONTENT = "# 说明\n正文\n".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({
        "2025-06-01T00:00:00Z, 1",
        "2026-01-01T00:00:00Z, 1",
        "2026-06-30T15:59:59Z, 1",
        "2026-06-30T16:00:00Z, 2",
        "2030-01-01T00:00:00Z, 2"
    })
    void the_newest_version_is_in_force_from_the_morning_of_its_day_in_shanghai(Instant at, int version) {
        var texts = new ConsentTexts(
                List.of(
                        ConsentTexts.read("privacy-v2-20260701.md", CONTENT),
                        ConsentTexts.read("privacy-v1-20260101.md", CONTENT)),
                Clock.fixed(at, ZoneOffset.UTC));
        assertThat(texts.current())
                .singleElement()
                .extracting(ConsentText::version)
                .isEqualTo(version);
    }

    @Test
    void a_file_gives_document_version_day_title_and_hash() {
        assertThat(ConsentTexts.read("privacy-v1-20260101.md", CONTENT))
                .isEqualTo(new ConsentText(
                        "privacy",
                        1,
                        LocalDate.of(2026, 1, 1),
                        "b7f0c31041be98f83d0345ad3b7826917532f8d341a6fd9ccf3e5df78bfefb87",
                        "说明",
                        "# 说明\n正文\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy.md", "privacy-v1.md", "privacy-vx-20260101.md", "privacy-v1-2026.md"})
    void a_file_with_another_name_stops_the_start(String name) {
        assertThatThrownBy(() -> ConsentTexts.read(name, CONTENT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_first_published_text_never_changes() throws IOException {
        var first = ConsentTexts.bundled().stream()
                .filter(it -> it.document().equals("privacy") && it.version() == 1)
                .findFirst();
        assertThat(first).hasValueSatisfying(it -> assertThat(it.sha256())
                .isEqualTo("f3566fe82c0bc0944d32b60e522bb91a1d22d4f06230cbca855680c336e269e6"));
    }

    @Test
    void there_is_always_a_text_to_accept() {
        assertThatThrownBy(() -> new ConsentTexts(List.of(), Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class);
    }
}
