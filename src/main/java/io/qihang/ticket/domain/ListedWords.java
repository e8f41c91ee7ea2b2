package io.qihang.ticket.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The words of {@code ticket/listed-words.txt}, looked for in what WeChat does not check. The list only holds back; what
 * has none of its words still waits for a person.
 */
@Component
class ListedWords {

    private static final String FILE = "/ticket/listed-words.txt";

    private final List<String> words;

    ListedWords() {
        try (InputStream file = Objects.requireNonNull(ListedWords.class.getResourceAsStream(FILE))) {
            words = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .map(ListedWords::plain)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether one of them is in the text, whatever is put between its characters. */
    boolean isIn(String text) {
        String plain = plain(text);
        return words.stream().anyMatch(plain::contains);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
