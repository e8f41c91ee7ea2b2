package io.qihang.agenda;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line about a subject in a brief.
 *
 * @param subject the enterprise it is about
 * @param id of what the line is about
 * @param title one line
 * @param detail what else to know, such as a number and a state
 * @param on the day that matters, in Shanghai; null when none does
 */
public record BriefItem(
        UUID subject,
        UUID id,
        String title,
        String detail,
        @Nullable LocalDate on) {}
