package io.qihang.ticket.domain;

import io.qihang.calendar.ClockVersion;
import io.qihang.calendar.DueDate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One deadline of a ticket with all it was counted from, so that it can be counted again on any day.
 *
 * @param no counts from 1 within the ticket; of several of a kind the last is the one in force
 * @param profileStep the step of the profile, which for 办结 may be the one for complex matters
 * @param startedAt when the clock started
 * @param counted the versions of calendar and profile it was counted by
 * @param dueAt a moment of work, or its end; what {@link Steps#due} reckons, kept for lists and sweeps
 * @param provisional whether a year in the reckoning is not announced yet
 * @param metAt when what it asks for was done; null while it is not
 * @param escalatedAt when its being overdue was escalated; at most once
 */
public record Step(
        int no,
        StepKind kind,
        String profileStep,
        Instant startedAt,
        ClockVersion counted,
        Instant dueAt,
        boolean provisional,
        @Nullable Instant metAt,
        @Nullable Instant escalatedAt) {

    static Step of(int no, StepKind kind, DueDate due, ClockVersion counted) {
        return new Step(
                no, kind, due.step().code(), due.receivedAt(), counted, due.dueAt(), due.provisional(), null, null);
    }

    public boolean isMet() {
        return metAt != null;
    }

    public boolean isComplex() {
        return profileStep.equals(StepKind.COMPLEX);
    }

    /** Whether it is late at a moment, or was done late. */
    public boolean overdueAt(Instant now) {
        return (metAt == null ? now : metAt).isAfter(dueAt);
    }

    Step met(Instant at) {
        return new Step(no, kind, profileStep, startedAt, counted, dueAt, provisional, at, escalatedAt);
    }

    /** The longer one of a complex matter; a deadline of its own, to be escalated when it passes. */
    Step complex() {
        return new Step(no, kind, StepKind.COMPLEX, startedAt, counted, dueAt, provisional, metAt, null);
    }

    Step unmet() {
        return new Step(no, kind, profileStep, startedAt, counted, dueAt, provisional, null, escalatedAt);
    }

    Step escalated(Instant at) {
        return new Step(no, kind, profileStep, startedAt, counted, dueAt, provisional, metAt, at);
    }

    Step recounted(DueDate due, ClockVersion by) {
        return new Step(no, kind, due.step().code(), startedAt, by, due.dueAt(), due.provisional(), metAt, escalatedAt);
    }
}
