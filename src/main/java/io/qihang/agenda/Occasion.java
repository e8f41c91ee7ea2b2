package io.qihang.agenda;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why there is a task about a subject, for as long as its rule says so.
 *
 * @param subject the enterprise
 * @param key tells one occasion of the rule and subject from another, such as a certificate's id
 * @param title what to do, in one line
 * @param opensOn the first day of its window
 * @param closesOn the last day; null while it stays open until it is resolved
 * @param dueOn by when it should be done; null when no day is named
 */
public record Occasion(
        UUID subject,
        String key,
        String title,
        LocalDate opensOn,
        @Nullable LocalDate closesOn,
        @Nullable LocalDate dueOn) {

    /** Whether the day lies in its window. */
    public boolean isOpen(LocalDate day) {
        return !day.isBefore(opensOn) && (closesOn == null || !day.isAfter(closesOn));
    }
}
