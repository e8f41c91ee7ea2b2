package io.qihang.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a set of deadlines, as data.
 *
 * @param code stable name over all versions
 * @param label what a person reads, such as 默认时限，待县确认
 * @param version counts from 1
 * @param source the sentence of the document the deadlines rest on
 * @param steps in the order they are reached
 * @param effectiveFrom first day in force
 * @param effectiveTo last day in force; null while no end is set
 */
public record DeadlineProfile(
        String code,
        String label,
        int version,
        String source,
        List<DeadlineStep> steps,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    public DeadlineProfile {
        steps = List.copyOf(steps);
        if (code.isBlank() || label.isBlank()) {
            throw new IllegalArgumentException("时限方案要有代码和名称。");
        }
        if (version < 1) {
            throw new IllegalArgumentException("时限方案“" + label + "”的版本从 1 开始，现在是 " + version + "。");
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("时限方案“" + label + "”至少要有一个步骤。");
        }
        Set<String> codes = new HashSet<>();
        for (DeadlineStep step : steps) {
            if (!codes.add(step.code())) {
                throw new IllegalArgumentException("时限方案“" + label + "”的步骤代码 " + step.code() + " 重复。");
            }
        }
        if (effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
            throw new IllegalArgumentException("时限方案“" + label + "”的失效日期早于生效日期。");
        }
    }

    /**
     * The step with this code.
     *
     * @throws NoSuchElementException when the profile has no such step
     */
    public DeadlineStep step(String stepCode) {
        return steps.stream()
                .filter(step -> step.code().equals(stepCode))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("时限方案“" + label + "”没有步骤 " + stepCode + "。"));
    }

    /** Whether this version is in force on the date, both ends included. */
    public boolean inForceOn(LocalDate date) {
        return !date.isBefore(effectiveFrom) && (effectiveTo == null || !date.isAfter(effectiveTo));
    }
}
