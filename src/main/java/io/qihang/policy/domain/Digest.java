package io.qihang.policy.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told of a week.
 *
 * @param title one line
 * @param body what is new, what closes and opens, how many are unread
 * @param note the same in a few words, for a subscribe message
 */
record Digest(String title, String body, String note) {

    /** Windows are told of so many days ahead. */
    static final int AHEAD = 14;

    /** So many policies are named; of the others their number. */
    private static final int NAMED = 3;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

    /**
     * A policy that was sent to one of the person's enterprises.
     *
     * @param fresh whether it was sent in the week before
     * @param read whether the person has read it
     */
    record Item(Particulars particulars, boolean fresh, boolean read) {}

    /** Writes it; empty when nothing is new and no window is near. */
    static Optional<Digest> of(List<Item> items, LocalDate monday) {
        List<Item> fresh = items.stream().filter(Item::fresh).toList();
        List<Item> closing = near(items, Particulars::applyUntil, monday);
        List<Item> opening = near(items, Particulars::applyFrom, monday);
        if (fresh.isEmpty() && closing.isEmpty() && opening.isEmpty()) return Optional.empty();
        List<String> said = new ArrayList<>();
        List<String> brief = new ArrayList<>();
        if (!fresh.isEmpty()) {
            said.add("上周新的 " + fresh.size() + " 件：" + named(fresh, it -> ""));
            brief.add("新" + fresh.size() + "件");
        }
        if (!closing.isEmpty()) {
            said.add("快截止 " + closing.size() + " 件：" + named(closing, it -> day(it.applyUntil(), "截止")));
            brief.add("快截止" + closing.size() + "件");
        }
        if (!opening.isEmpty()) {
            said.add("快开始 " + opening.size() + " 件：" + named(opening, it -> day(it.applyFrom(), "开始")));
            brief.add("快开始" + opening.size() + "件");
        }
        long unread = items.stream().filter(it -> !it.read()).count();
        if (unread > 0) said.add("其中您还没看的 " + unread + " 件");
        return Optional.of(
                new Digest("每周与您有关：" + items.size() + " 件政策", String.join("。", said) + "。", String.join("，", brief)));
    }

    private static List<Item> near(
            List<Item> items, Function<Particulars, @Nullable LocalDate> window, LocalDate monday) {
        return items.stream()
                .filter(it -> {
                    LocalDate day = window.apply(it.particulars());
                    return day != null && !day.isBefore(monday) && !day.isAfter(monday.plusDays(AHEAD));
                })
                .toList();
    }

    private static String named(List<Item> items, Function<Particulars, String> more) {
        String names = items.stream()
                .limit(NAMED)
                .map(it -> it.particulars().shortTitle() + more.apply(it.particulars()))
                .collect(Collectors.joining("；"));
        return items.size() > NAMED ? names + "等" : names;
    }

    private static String day(@Nullable LocalDate day, String what) {
        return day == null ? "" : "（" + day.format(DAY) + what + "）";
    }
}
