package io.qihang.notification;

import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list that shows the unread first, then the newest. What is read while one pages through it keeps its
 * place until the list is opened anew.
 *
 * @param asOf when the first page was read; what was read later counts as unread
 * @param last the last row shown; null on the first page
 */
public record UnreadFirst(Instant asOf, @Nullable Row last) {

    /** The keys of a row. */
    public record Row(boolean unread, Instant at, UUID id) {}

    /**
     * Reads on after a page, or begins.
     *
     * @param after the {@code next} of the page before; null for the first page
     */
    public static UnreadFirst of(@Nullable String after, Instant now) {
        if (after == null) return new UnreadFirst(now, null);
        String[] keys = after.split("_", -1);
        if (keys.length != 4) throw Problem.of(PlatformProblem.PAGE_CURSOR);
        try {
            Row last = new Row(keys[1].equals("1"), Instant.parse(keys[2]), UUID.fromString(keys[3]));
            return new UnreadFirst(Instant.parse(keys[0]), last);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.of(PlatformProblem.PAGE_CURSOR);
        }
    }

    /** The {@code next} of a page that ends with this row. */
    public String next(Row row) {
        return asOf + "_" + (row.unread() ? "1" : "0") + "_" + row.at() + "_" + row.id();
    }
}
