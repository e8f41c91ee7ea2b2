package io.qihang.ticket.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the 挂账 register keeps of a matter beside the reason.
 *
 * @param decider who must decide, such as 市发展和改革委员会; null when it was not said
 * @param level at which level that is
 * @param reviewOn the day on which it is looked at again; null for the day the profile gives
 */
public record SuspensionTerms(
        @Nullable String decider,
        @Nullable SuspensionLevel level,
        @Nullable LocalDate reviewOn) {}
