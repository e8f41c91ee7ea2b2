package io.qihang.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The working days of one county, an immutable value. A date is, in this order: a public holiday, a closure by the
 * county, a make-up workday, or what its day of the week says. In a year whose arrangement is not announced Monday to
 * Friday are assumed and the answer is provisional.
 *
 * <p>A year's arrangement may still change the last days of the year before it (元旦 2023 took 31 December 2022); such
 * a day is recorded like any other and deadlines over it show as a {@link DueDateDifference}.
 */
public final class WorkCalendar {

    /** Legal and human time: Beijing. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Map<LocalDate, CalendarDay> published;
    private final Map<LocalDate, CalendarDay> closures;
    private final Set<Year> announcedYears;
    private final WorkingHours hours;

    private WorkCalendar(
            Map<LocalDate, CalendarDay> published,
            Map<LocalDate, CalendarDay> closures,
            Set<Year> announcedYears,
            WorkingHours hours) {
        this.published = published;
        this.closures = closures;
        this.announcedYears = announcedYears;
        this.hours = hours;
    }

    /**
     * A calendar of these days, closures among them or not.
     *
     * @param announcedYears the years whose arrangement is known in full
     * @throws IllegalArgumentException when a date is stated twice (a closure beside a make-up workday is not twice)
     */
    public static WorkCalendar of(Collection<CalendarDay> days, Set<Year> announcedYears, WorkingHours hours) {
        return new WorkCalendar(Map.of(), Map.of(), Set.copyOf(announcedYears), hours).withDays(days);
    }

    /**
     * This calendar and some more days, such as the county's closures.
     *
     * @throws IllegalArgumentException when a date is then stated twice
     */
    public WorkCalendar withDays(Collection<CalendarDay> days) {
        Map<LocalDate, CalendarDay> allPublished = new TreeMap<>(published);
        Map<LocalDate, CalendarDay> allClosures = new TreeMap<>(closures);
        for (CalendarDay day : days) {
            Map<LocalDate, CalendarDay> same = day.kind() == DayKind.CLOSURE ? allClosures : allPublished;
            CalendarDay other = same.putIfAbsent(day.date(), day);
            if (other != null) {
                throw new IllegalArgumentException(day.date() + " 登记了两次：" + other.name()
                        + other.kind().label() + "、" + day.name() + day.kind().label() + "，请只留一条。");
            }
        }
        return new WorkCalendar(allPublished, allClosures, announcedYears, hours);
    }

    /** What the calendar says about a date, worked or not, with its reason. */
    public DayStatus statusOf(LocalDate date) {
        CalendarDay stated = published.get(date);
        CalendarDay closure = closures.get(date);
        if (stated != null && stated.kind() == DayKind.HOLIDAY) {
            return status(stated, DayReason.HOLIDAY);
        }
        if (closure != null) {
            return status(closure, DayReason.CLOSURE);
        }
        if (stated != null) {
            return status(stated, DayReason.MAKEUP_WORKDAY);
        }
        return isWeekend(date)
                ? new DayStatus(date, DayReason.WEEKEND, "周末", "", isProvisional(date))
                : new DayStatus(date, DayReason.WORKDAY, "工作日", "", isProvisional(date));
    }

    /** Whether the date is worked. */
    public boolean isWorkingDay(LocalDate date) {
        return statusOf(date).working();
    }

    /** Why the date is off (周末, the holiday, the closure); empty on a working day. */
    public Optional<DayStatus> dayOff(LocalDate date) {
        return Optional.of(statusOf(date)).filter(status -> !status.working());
    }

    /** Whether the answer for this date may still change: its year is not announced and nothing is published for it. */
    public boolean isProvisional(LocalDate date) {
        return !announcedYears.contains(Year.from(date)) && !published.containsKey(date);
    }

    /** The first working day after the date. */
    public LocalDate nextWorkingDay(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** Working days after {@code from} up to and including {@code to}; negative when {@code to} is the earlier one. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** The office hours of a date, if it is worked. One setting for all dates so far; ask per date all the same. */
    public WorkingHours hoursOn(LocalDate date) {
        return hours;
    }

    /** When work begins on the date, were it a working day. */
    public Instant openingOfWork(LocalDate date) {
        return date.atTime(hoursOn(date).opening()).atZone(ZONE).toInstant();
    }

    /** When work ends on the date, were it a working day. */
    public Instant closeOfWork(LocalDate date) {
        return date.atTime(hoursOn(date).close()).atZone(ZONE).toInstant();
    }

    /** Whether offices work at this moment. */
    public boolean isWorkingTime(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        LocalDate date = local.toLocalDate();
        return isWorkingDay(date) && hoursOn(date).contains(local.toLocalTime());
    }

    /** Working time between two moments, exact; zero when the second is not later. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        ZonedDateTime start = from.atZone(ZONE);
        ZonedDateTime end = to.atZone(ZONE);
        LocalDate firstDate = start.toLocalDate();
        LocalDate lastDate = end.toLocalDate();
        return firstDate
                .datesUntil(lastDate.plusDays(1))
                .filter(this::isWorkingDay)
                .map(date -> hoursOn(date)
                        .workedBetween(
                                date.equals(firstDate) ? start.toLocalTime() : LocalTime.MIN,
                                date.equals(lastDate) ? end.toLocalTime() : LocalTime.MAX))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The date in China at this moment. */
    public static LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    private DayStatus status(CalendarDay day, DayReason reason) {
        return new DayStatus(day.date(), reason, day.name(), day.source(), isProvisional(day.date()));
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkCalendar that
                && published.equals(that.published)
                && closures.equals(that.closures)
                && announcedYears.equals(that.announcedYears)
                && hours.equals(that.hours);
    }

    @Override
    public int hashCode() {
        return Objects.hash(published, closures, announcedYears, hours);
    }

    @Override
    public String toString() {
        return "WorkCalendar" + announcedYears + " " + published.values() + " " + closures.values() + " " + hours;
    }
}
