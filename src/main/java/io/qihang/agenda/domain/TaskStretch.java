package io.qihang.agenda.domain;

import io.qihang.agenda.Occasion;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of subjects about which a rule has told everything.
 *
 * @param after the subject before the first
 * @param last the last one; null up to the end
 */
record TaskStretch(
        RegionCode county,
        String rule,
        LocalDate today,
        UUID after,
        @Nullable UUID last) {

    /** A stretch and the occasions in it. */
    record Told(TaskStretch stretch, List<Occasion> occasions) {}

    /**
     * What a full answer tells for certain: its last subject may have more occasions than fitted in, so the stretch ends
     * before it. An answer that is not full goes to the end.
     *
     * @param limit how many were asked for
     */
    static Told told(RegionCode county, String rule, LocalDate today, UUID after, List<Occasion> found, int limit) {
        if (found.size() < limit) {
            return new Told(new TaskStretch(county, rule, today, after, null), open(found, today));
        }
        UUID cut = found.get(found.size() - 1).subject();
        List<Occasion> whole =
                found.stream().filter(it -> !it.subject().equals(cut)).toList();
        if (whole.isEmpty()) throw new IllegalStateException(rule + " has " + limit + " occasions about " + cut);
        UUID last = whole.get(whole.size() - 1).subject();
        return new Told(new TaskStretch(county, rule, today, after, last), open(whole, today));
    }

    private static List<Occasion> open(List<Occasion> found, LocalDate today) {
        return found.stream().filter(it -> it.isOpen(today)).toList();
    }
}
