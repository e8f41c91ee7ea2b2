package io.qihang.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read by key.
 *
 * @param items at most the asked-for number of items
 * @param next pass as {@code after} to read on; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Builds a page from rows read with one more than the limit: the surplus row only tells that there is a next page.
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> key) {
        if (rows.size() <= limit) return new Page<>(rows, null);
        List<T> shown = rows.subList(0, limit);
        return new Page<>(shown, key.apply(shown.get(limit - 1)));
    }

    /** The same page with other items. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
