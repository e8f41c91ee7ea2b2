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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The working days of one county and its office hours on each, an immutable value. A date is, in this order: a public
 * holiday, a closure by the county, a make-up workday, or what its day of the week says; half a day's closure leaves a
 * working day with shorter hours. In a year whose arrangement is not announced Monday to
 * Friday are assumed and the answer is provisional.
 *
 * <p>A year's arrangement may still change the last days of the year before it (元旦 2023 took 31 December 2022); such
 * a day is recorded like any other and deadlines over it show as a {@link DueDateDifference}.
 */
public final class WorkCalendar {

    /** Legal and human time: Beijing. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Map<LocalDate, CalendarDay> published;
    private final Map<LocalDate, Closed> closures;
    private final Set<Year> announcedYears;
    private final OfficeHours hours;

    private WorkCalendar(
            Map<LocalDate, CalendarDay> published,
            Map<LocalDate, Closed> closures,
            Set<Year> announcedYears,
            OfficeHours hours) {
        this.published = published;
        this.closures = closures;
        this.announcedYears = announcedYears;
        this.hours = hours;
    }

    /** What the county's notices close of one date: all of it, or a half, or each half by a notice of its own. */
    private record Closed(
            @Nullable CalendarDay day,
            @Nullable CalendarDay morning,
            @Nullable CalendarDay afternoon) {

        private static final Closed NOTHING = new Closed(null, null, null);

        Closed and(CalendarDay closure) {
            CalendarDay other = day != null ? day : clashing(closure);
            if (other != null) throw statedTwice(other, closure);
            return switch (closure.kind()) {
                case MORNING_CLOSURE -> new Closed(null, closure, afternoon);
                case AFTERNOON_CLOSURE -> new Closed(null, morning, closure);
                default -> new Closed(closure, null, null);
            };
        }

        private @Nullable CalendarDay clashing(CalendarDay closure) {
            return switch (closure.kind()) {
                case MORNING_CLOSURE -> morning;
                case AFTERNOON_CLOSURE -> afternoon;
                default -> morning != null ? morning : afternoon;
            };
        }

        /** What is left of the hours. */
        Optional<WorkingHours> leaves(WorkingHours hours) {
            if (day != null) return Optional.empty();
            Optional<WorkingHours> left = morning == null ? Optional.of(hours) : hours.without(true);
            return afternoon == null ? left : left.flatMap(it -> it.without(false));
        }

        /** The notice by which the date, or half of it, is off. */
        CalendarDay notice() {
            return Objects.requireNonNull(day != null ? day : morning != null ? morning : afternoon);
        }
    }

    /**
     * A calendar of these days, closures among them or not.
     *
     * @param announcedYears the years whose arrangement is known in full
     * @throws IllegalArgumentException when a date is stated twice (a closure beside a make-up workday is not twice)
     */
    public static WorkCalendar of(Collection<CalendarDay> days, Set<Year> announcedYears, OfficeHours hours) {
        return new WorkCalendar(Map.of(), Map.of(), Set.copyOf(announcedYears), hours).withDays(days);
    }

    /** The same with one setting of the hours for all dates. */
    public static WorkCalendar of(Collection<CalendarDay> days, Set<Year> announcedYears, WorkingHours hours) {
        return of(days, announcedYears, OfficeHours.always(hours));
    }

    /**
     * This calendar and some more days, such as the county's closures.
     *
     * @throws IllegalArgumentException when a date is then stated twice
     */
    public WorkCalendar withDays(Collection<CalendarDay> days) {
        Map<LocalDate, CalendarDay> allPublished = new HashMap<>(published);
        Map<LocalDate, Closed> allClosures = new HashMap<>(closures);
        for (CalendarDay day : days) {
            if (day.kind().isClosure()) {
                allClosures.put(
                        day.date(),
                        allClosures.getOrDefault(day.date(), Closed.NOTHING).and(day));
            } else {
                CalendarDay other = allPublished.putIfAbsent(day.date(), day);
                if (other != null) throw statedTwice(other, day);
            }
        }
        return new WorkCalendar(allPublished, allClosures, announcedYears, hours);
    }

    /** This calendar with other office hours. */
    public WorkCalendar withHours(OfficeHours others) {
        return new WorkCalendar(published, closures, announcedYears, others);
    }

    private static IllegalArgumentException statedTwice(CalendarDay one, CalendarDay other) {
        return new IllegalArgumentException(one.date() + " 登记了两次：" + one.name()
                + one.kind().label() + "、" + other.name() + other.kind().label() + "，请只留一条。");
    }

    /** What the calendar says about a date, worked or not, with its reason. */
    public DayStatus statusOf(LocalDate date) {
        CalendarDay stated = published.get(date);
        if (stated != null && stated.kind() == DayKind.HOLIDAY) return status(stated, DayReason.HOLIDAY);
        DayStatus usual;
        if (stated != null) {
            usual = status(stated, DayReason.MAKEUP_WORKDAY);
        } else if (isWeekend(date)) {
            usual = new DayStatus(date, DayReason.WEEKEND, "周末", "", isProvisional(date));
        } else {
            usual = new DayStatus(date, DayReason.WORKDAY, "工作日", "", isProvisional(date));
        }
        Closed closed = closures.get(date);
        return closed == null ? usual : closed(closed, usual);
    }

    private DayStatus closed(Closed closed, DayStatus usual) {
        CalendarDay notice = closed.notice();
        if (closed.leaves(hours.on(usual.date())).isEmpty()) return status(notice, DayReason.CLOSURE);
        if (!usual.working()) return usual;
        String label = notice.kind().label() + "（" + notice.name() + "）";
        return new DayStatus(usual.date(), DayReason.HALF_DAY, label, notice.source(), usual.provisional());
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

    /** The office hours of a date by its season and the county's half-days, as if it were a working day. */
    public WorkingHours hoursOn(LocalDate date) {
        WorkingHours usual = hours.on(date);
        Closed closed = closures.get(date);
        return closed == null ? usual : closed.leaves(usual).orElse(usual);
    }

    /** The office hours over the years. */
    public OfficeHours hours() {
        return hours;
    }

    /** When work begins on the date, were it a working day. */
    public Instant openingOfWork(LocalDate date) {
        return moment(date, hoursOn(date).opening());
    }

    /** When work ends on the date, were it a working day. */
    public Instant closeOfWork(LocalDate date) {
        return moment(date, hoursOn(date).close());
    }

    /** Whether offices work at this moment. */
    public boolean isWorkingTime(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        LocalDate date = local.toLocalDate();
        return isWorkingDay(date) && hoursOn(date).contains(local.toLocalTime());
    }

    /** The moment itself when offices work, else their next opening. */
    public Instant startOfWork(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        LocalDate date = local.toLocalDate();
        if (isWorkingDay(date)) {
            for (WorkingHours.Period period : hoursOn(date).periods()) {
                if (local.toLocalTime().isBefore(period.start())) return moment(date, period.start());
                if (local.toLocalTime().isBefore(period.end())) return at;
            }
        }
        return openingOfWork(nextWorkingDay(date));
    }

    /** The first moment by which so much working time has passed since another; the same one for none. */
    public Instant afterWorkingTime(Instant from, Duration time) {
        if (time.isZero()) return from;
        ZonedDateTime local = from.atZone(ZONE);
        Duration left = time;
        LocalTime begun = local.toLocalTime();
        for (LocalDate date = local.toLocalDate(); ; date = date.plusDays(1), begun = LocalTime.MIN) {
            if (!isWorkingDay(date)) continue;
            for (WorkingHours.Period period : hoursOn(date).periods()) {
                LocalTime start = begun.isAfter(period.start()) ? begun : period.start();
                if (!start.isBefore(period.end())) continue;
                Duration span = Duration.between(start, period.end());
                if (left.compareTo(span) <= 0) return moment(date, start.plus(left));
                left = left.minus(span);
            }
        }
    }

    private static Instant moment(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(ZONE).toInstant();
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
        Duration worked = Duration.ZERO;
        for (LocalDate date = firstDate; !date.isAfter(lastDate); date = date.plusDays(1)) {
            if (!isWorkingDay(date)) continue;
            worked = worked.plus(hoursOn(date)
                    .workedBetween(
                            date.equals(firstDate) ? start.toLocalTime() : LocalTime.MIN,
                            date.equals(lastDate) ? end.toLocalTime() : LocalTime.MAX));
        }
        return worked;
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
