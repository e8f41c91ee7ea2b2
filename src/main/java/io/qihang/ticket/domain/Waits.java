package io.qihang.ticket.domain;

import io.qihang.calendar.ClockStop;
import io.qihang.calendar.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All pauses of a ticket and all that was asked for to have longer, in order. */
public record Waits(List<Pause> pauses, List<Extension> extensions) {

    static final Waits NONE = new Waits(List.of(), List.of());

    public Waits {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    /** The pause that runs. */
    public Optional<Pause> running() {
        return pauses.stream().filter(Pause::isRunning).findFirst();
    }

    /** The extension that is asked for and not decided. */
    public Optional<Extension> pending() {
        return extensions.stream().filter(Extension::isPending).findFirst();
    }

    /** When the clock stood still, by what began before a moment. */
    List<ClockStop> stops(Instant before, WorkCalendar calendar) {
        return pauses.stream()
                .filter(it -> it.startedAt().isBefore(before))
                .map(it -> it.stop(calendar))
                .toList();
    }

    /** How many working days a reason has used since a moment. */
    int daysUsed(String reason, Instant since, WorkCalendar calendar) {
        return pauses.stream()
                .filter(it -> it.reason().equals(reason) && !it.startedAt().isBefore(since))
                .mapToInt(it -> it.daysUsed(calendar))
                .sum();
    }

    Waits with(Pause pause) {
        return new Waits(put(pauses, pause.no(), pause), extensions);
    }

    Waits with(Extension extension) {
        return new Waits(pauses, put(extensions, extension.no(), extension));
    }

    private static <T> List<T> put(List<T> all, int no, T one) {
        List<T> changed = new ArrayList<>(all);
        if (no > all.size()) changed.add(one);
        else changed.set(no - 1, one);
        return changed;
    }
}
