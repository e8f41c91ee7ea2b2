package io.qihang.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where to read on in a list paged by key, and how far.
 *
 * @param after the {@code next} of the previous page; absent for the first page
 * @param limit 1 to 100 items, 20 when absent
 */
public record PageRequest(
        @Schema(description = "上一页返回的 next") @Nullable String after,
        @Schema(description = "每页条数，1–100，默认 20") @Nullable Integer limit) {

    private static final int DEFAULT = 20;
    private static final int MAX = 100;

    public PageRequest {
        if (limit != null && (limit < 1 || limit > MAX)) throw Problem.of(PlatformProblem.PAGE_LIMIT);
        if (after != null && after.length() > 200) throw Problem.of(PlatformProblem.PAGE_CURSOR);
    }

    /** How many items to show. */
    public int size() {
        return limit == null ? DEFAULT : limit;
    }

    /** How many rows to read: one more than shown tells whether there is a next page. */
    public int fetch() {
        return size() + 1;
    }

    /** The key as an id, for lists ordered by id. */
    public @Nullable UUID afterId() {
        if (after == null) return null;
        return id(after);
    }

    /** The key as a moment and an id, for lists ordered by time; made by {@link #key(Instant, UUID)}. */
    public @Nullable Position afterPosition() {
        if (after == null) return null;
        int cut = after.indexOf('_');
        if (cut < 0) throw Problem.of(PlatformProblem.PAGE_CURSOR);
        try {
            return new Position(Instant.parse(after.substring(0, cut)), id(after.substring(cut + 1)));
        } catch (DateTimeParseException e) {
            throw Problem.of(PlatformProblem.PAGE_CURSOR);
        }
    }

    /** The key of a row in a list ordered by time. */
    public static String key(Instant at, UUID id) {
        return at + "_" + id;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.of(PlatformProblem.PAGE_CURSOR);
        }
    }

    /** A place in a list ordered by time, then id. */
    public record Position(Instant at, UUID id) {}
}
