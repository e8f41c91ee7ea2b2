package io.qihang.identity.domain;

import java.time.LocalDate;

/**
 * One version of a text that persons are asked to accept.
 *
 * @param document its name, the same for all versions
 * @param version 1, 2, …
 * @param effectiveOn the day (Shanghai) from which it is asked for
 * @param sha256 hash of the text, lower-case hex
 * @param title its heading
 * @param text the whole text, Markdown
 */
public record ConsentText(
        String document, int version, LocalDate effectiveOn, String sha256, String title, String text) {}
