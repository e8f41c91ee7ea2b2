package io.qihang.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The newest calls in the order they arrived. */
final class Journal {

    private static final Pattern SECRET_IN_QUERY = Pattern.compile("(^|&)((?:app)?secret=)[^&]*");
    private static final Pattern SECRET_IN_BODY = Pattern.compile("(\"(?:app)?secret\"\\s*:\\s*\")[^\"]*");

    private final DataFile file;
    private final @Nullable JournalEntry[] ring;
    private long next = 1;

    Journal(DataFile file, int capacity) {
        this.file = file;
        this.ring = new JournalEntry[capacity];
    }

    /** Writes down a call that has just arrived and gives it its number. */
    synchronized JournalEntry arrived(JournalEntry unnumbered) {
        JournalEntry entry = new JournalEntry(
                next++,
                unnumbered.atMillis(),
                unnumbered.method(),
                unnumbered.path(),
                SECRET_IN_QUERY.matcher(unnumbered.query()).replaceAll("$1$2***"),
                SECRET_IN_BODY.matcher(unnumbered.body()).replaceAll("$1***"),
                unnumbered.openid(),
                unnumbered.status(),
                unnumbered.errcode(),
                unnumbered.fault(),
                unnumbered.unexpected(),
                unnumbered.rid(),
                unnumbered.answer(),
                unnumbered.costMillis());
        ring[slot(entry.seq())] = entry;
        return entry;
    }

    /** Completes a call; one that has been pushed out of the journal meanwhile stays out. */
    synchronized void complete(JournalEntry arrived, UnaryOperator<JournalEntry> answer) {
        JournalEntry entry = answer.apply(arrived);
        JournalEntry held = ring[slot(entry.seq())];
        if (held != null && held.seq() == entry.seq()) {
            ring[slot(entry.seq())] = entry;
            file.append(Changes.journal(List.of(entry)));
        }
    }

    /** Takes entries back from disk. */
    synchronized void apply(Changes change) {
        if (change.isReset()) {
            clear();
        }
        for (JournalEntry entry : change.journal()) {
            ring[slot(entry.seq())] = entry;
            next = Math.max(next, entry.seq() + 1);
        }
    }

    synchronized List<Changes> snapshot() {
        return find(entry -> true, 0, Integer.MAX_VALUE).stream()
                .map(entry -> Changes.journal(List.of(entry)))
                .toList();
    }

    /** The first entries after the given number that fit, oldest first. */
    synchronized List<JournalEntry> find(Predicate<JournalEntry> fits, long since, int limit) {
        List<JournalEntry> found = new ArrayList<>();
        for (long seq = Math.max(since + 1, next - ring.length); seq < next && found.size() < limit; seq++) {
            JournalEntry entry = seq < 1 ? null : ring[slot(seq)];
            if (entry != null && entry.seq() == seq && fits.test(entry)) {
                found.add(entry);
            }
        }
        return found;
    }

    private void clear() {
        Arrays.fill(ring, null);
        next = 1;
    }

    private int slot(long seq) {
        return (int) (seq % ring.length);
    }
}
