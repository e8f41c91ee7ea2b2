package io.qihang.visit.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tellings of one visit, from one phone or several. A telling is overtaken by a later one of the same phone, and by
 * one that was written in the knowledge of it. What is left over stands side by side: more than one means that two phones
 * did not know of each other. Which tellings arrived decides, not in which order or how often.
 */
record Tellings(List<Telling> all) {

    /** The phone of a client that does not tell which it is. */
    static final UUID UNNAMED = new UUID(0, 0);

    private static final Comparator<Telling> LATER = Comparator.comparingInt(Telling::revision)
            .thenComparing(it -> it.device().toString());

    Tellings {
        all = List.copyOf(all);
    }

    /**
     * One telling.
     *
     * @param device the phone it was written on
     * @param revision which change it is
     * @param base the revision it was written on top of; 0 for a new visit
     * @param index blind index of its content
     */
    record Telling(UUID device, int revision, int base, String index) {

        boolean isOvertakenBy(Telling other) {
            boolean later = other.device.equals(device) && other.revision > revision;
            boolean knowing = other.base >= revision && !other.equals(this);
            return later || knowing;
        }
    }

    /** Those that nothing has overtaken, the latest last. */
    List<Telling> heads() {
        return all.stream()
                .filter(it -> all.stream().noneMatch(it::isOvertakenBy))
                .sorted(LATER)
                .toList();
    }

    /** The one that stands. */
    Telling standing() {
        List<Telling> heads = heads();
        return heads.get(heads.size() - 1);
    }

    /** Whether tellings of different content stand side by side, so that a person has to look. */
    boolean isDisputed() {
        return heads().stream().map(Telling::index).distinct().count() > 1;
    }

    /** The highest revision there is: who builds on it knows of all. */
    int latest() {
        return all.stream().mapToInt(Telling::revision).max().orElse(0);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The telling of that phone and revision; null when it has not arrived. */
    @Nullable
    Telling find(UUID device, int revision) {
        return all.stream()
                .filter(it -> it.device().equals(device) && it.revision() == revision)
                .findFirst()
                .orElse(null);
    }

    /** With one more. */
    Tellings with(Telling telling) {
        List<Telling> more = new ArrayList<>(all);
        more.add(telling);
        return new Tellings(more);
    }
}
