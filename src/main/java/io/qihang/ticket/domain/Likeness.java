package io.qihang.ticket.domain;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How alike two short texts are: twice the pairs of neighbouring characters they share, by the pairs they have (Dice).
 * Width, case, spaces and punctuation do not count. It proposes; a person decides.
 */
final class Likeness {

    /** From here on two titles are shown to a person as perhaps the same problem. */
    static final double ALIKE = 0.4;

    private final Set<String> pairs;

    private Likeness(Set<String> pairs) {
        this.pairs = pairs;
    }

    /** The text to compare others with. */
    static Likeness to(String text) {
        return new Likeness(pairs(text));
    }

    /** 0 for nothing in common, 1 for the same; 0 for a text of fewer than two characters. */
    double of(String text) {
        Set<String> others = pairs(text);
        if (pairs.isEmpty() || others.isEmpty()) return 0;
        long shared = pairs.stream().filter(others::contains).count();
        return 2.0 * shared / (pairs.size() + others.size());
    }

    boolean isAlike(String text) {
        return of(text) >= ALIKE;
    }

    private static Set<String> pairs(String text) {
        int[] points = Normalizer.normalize(text, Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < points.length; i++) pairs.add(new String(points, i, 2));
        return pairs;
    }
}
