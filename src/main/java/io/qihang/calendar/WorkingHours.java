package io.qihang.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The office hours of one working day: one or more periods in order, in whole minutes of Beijing time. The close of
 * the last period is the close of work.
 */
public record WorkingHours(List<Period> periods) {

    private static final Pattern COMMA = Pattern.compile("[,，、]");
    private static final Pattern DASH = Pattern.compile("[-–—~～至]");

    /** One stretch of work: the start belongs to it, the end does not. */
    public record Period(LocalTime start, LocalTime end) {

        public Period {
            if (!isWholeMinute(start) || !isWholeMinute(end)) {
                throw new IllegalArgumentException("上下班时间要写到整分钟：" + start + "-" + end + "。");
            }
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException("下班时间要晚于上班时间：" + start + "-" + end + "。");
            }
        }

        private static boolean isWholeMinute(LocalTime time) {
            return time.truncatedTo(ChronoUnit.MINUTES).equals(time);
        }

        private boolean contains(LocalTime time) {
            return !time.isBefore(start) && time.isBefore(end);
        }

        private Duration workedBetween(LocalTime from, LocalTime to) {
            LocalTime begun = from.isAfter(start) ? from : start;
            LocalTime done = to.isBefore(end) ? to : end;
            return begun.isBefore(done) ? Duration.between(begun, done) : Duration.ZERO;
        }
    }

    public WorkingHours {
        periods = List.copyOf(periods);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("作息时间至少要有一段，例如 08:30-12:00,14:00-18:00。");
        }
        for (int i = 1; i < periods.size(); i++) {
            if (periods.get(i).start().isBefore(periods.get(i - 1).end())) {
                throw new IllegalArgumentException("作息时间各段要按先后排列且不能重叠，例如 08:30-12:00,14:00-18:00。");
            }
        }
    }

    /**
     * Reads a setting such as {@code 08:30-12:00,14:00-18:00}.
     *
     * @throws IllegalArgumentException with a Chinese message that shows the right form
     */
    public static WorkingHours parse(String setting) {
        List<Period> periods = new ArrayList<>();
        for (String part : COMMA.split(setting, -1)) {
            String[] ends = DASH.split(part, -1);
            if (ends.length != 2) {
                throw unreadable(setting);
            }
            periods.add(new Period(time(ends[0], setting), time(ends[1], setting)));
        }
        return new WorkingHours(periods);
    }

    /** When the first period starts. */
    public LocalTime opening() {
        return periods.get(0).start();
    }

    /** When the last period ends: the close of work. */
    public LocalTime close() {
        return periods.get(periods.size() - 1).end();
    }

    /**
     * These hours without the morning or without the afternoon. Of several periods those that begin before noon are the
     * morning; a single one that goes over noon is cut there.
     */
    Optional<WorkingHours> without(boolean morning) {
        List<Period> left = new ArrayList<>();
        boolean cut = close().isAfter(LocalTime.NOON)
                && periods.stream().allMatch(it -> it.start().isBefore(LocalTime.NOON));
        for (Period period : periods) {
            boolean over = cut && period.end().isAfter(LocalTime.NOON);
            if (over) {
                left.add(
                        morning
                                ? new Period(LocalTime.NOON, period.end())
                                : new Period(period.start(), LocalTime.NOON));
            } else if (period.start().isBefore(LocalTime.NOON) != morning) {
                left.add(period);
            }
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(new WorkingHours(left));
    }

    /** 08:30-12:00,14:00-18:00 */
    public String setting() {
        return periods.stream().map(it -> it.start() + "-" + it.end()).collect(Collectors.joining(","));
    }

    /** Working time of a whole day. */
    public Duration perDay() {
        return workedBetween(opening(), close());
    }

    /** Whether work is done at this time of day; at the very end of a period it is not. */
    public boolean contains(LocalTime time) {
        return periods.stream().anyMatch(period -> period.contains(time));
    }

    /** Working time that lies between two times of one day; zero when the second is not later. */
    public Duration workedBetween(LocalTime from, LocalTime to) {
        Duration worked = Duration.ZERO;
        for (Period period : periods) worked = worked.plus(period.workedBetween(from, to));
        return worked;
    }

    private static LocalTime time(String text, String setting) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            IllegalArgumentException unreadable = unreadable(setting);
            unreadable.initCause(e);
            throw unreadable;
        }
    }

    private static IllegalArgumentException unreadable(String setting) {
        return new IllegalArgumentException("作息时间“" + setting + "”看不懂，请写成 08:30-12:00,14:00-18:00 这样。");
    }
}
