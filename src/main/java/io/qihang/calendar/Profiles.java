package io.qihang.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The deadline profiles a county counts by: its own and, where it has none in force, the national ones. A version of
 * its own hides the national one of the same code and number.
 */
record Profiles(List<DeadlineProfile> own, List<DeadlineProfile> national) {

    Profiles {
        own = List.copyOf(own);
        List<DeadlineProfile> mine = own;
        national = national.stream()
                .filter(it -> mine.stream().noneMatch(that -> isSameVersion(it, that)))
                .toList();
    }

    /** The profile in force on a day: the county's own before the national, and of either the first code that has one. */
    Optional<DeadlineProfile> inForce(List<String> codes, LocalDate day) {
        for (List<DeadlineProfile> profiles : List.of(own, national)) {
            for (String code : codes) {
                Optional<DeadlineProfile> found = profiles.stream()
                        .filter(it -> it.code().equals(code) && it.inForceOn(day))
                        .max(Comparator.comparingInt(DeadlineProfile::version));
                if (found.isPresent()) return found;
            }
        }
        return Optional.empty();
    }

    /**
     * A version as it was.
     *
     * @throws NoSuchElementException when there never was such a profile
     */
    DeadlineProfile version(String code, int version) {
        for (List<DeadlineProfile> profiles : List.of(own, national)) {
            for (DeadlineProfile it : profiles) {
                if (it.code().equals(code) && it.version() == version) return it;
            }
        }
        throw new NoSuchElementException("no deadline profile " + code + " " + version);
    }

    /** The number the county's next version of a profile has. */
    int next(String code) {
        int last = 0;
        for (List<DeadlineProfile> profiles : List.of(own, national)) {
            for (DeadlineProfile it : profiles) {
                if (it.code().equals(code)) last = Math.max(last, it.version());
            }
        }
        return last + 1;
    }

    /** These and one more of the county's own. */
    Profiles with(DeadlineProfile profile) {
        List<DeadlineProfile> more = new ArrayList<>(own);
        more.add(profile);
        return new Profiles(more, national);
    }

    private static boolean isSameVersion(DeadlineProfile one, DeadlineProfile other) {
        return one.code().equals(other.code()) && one.version() == other.version();
    }
}
