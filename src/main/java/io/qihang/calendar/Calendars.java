package io.qihang.calendar;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The calendars and deadline profiles of all counties. A version of a calendar never changes and is kept in memory;
 * which version is the current one is asked each time, so that every node counts by the same.
 */
@Component
public class Calendars {

    /** The region whose days and settings hold wherever a county has none of its own. */
    static final RegionCode NATION = new RegionCode("100000");

    private static final Duration PROFILES_KEPT = Duration.ofMinutes(5);

    private final CalendarMapper mapper;
    private final LoadingCache<Version, WorkCalendar> calendars;
    private final LoadingCache<RegionCode, List<DeadlineProfile>> profiles;

    private record Version(RegionCode county, int number) {}

    Calendars(CalendarMapper mapper, DeadlineProfileMapper profileMapper) {
        this.mapper = mapper;
        this.calendars = Caffeine.newBuilder().maximumSize(500).build(this::load);
        this.profiles = Caffeine.newBuilder()
                .expireAfterWrite(PROFILES_KEPT)
                .maximumSize(1000)
                .build(region -> profileMapper.of(region).stream()
                        .map(DeadlineProfileMapper.ProfileRow::asProfile)
                        .toList());
    }

    /** The version of the county's calendar that is current; grows with every change that concerns the county. */
    public int version(RegionCode county) {
        return mapper.version(NATION, county);
    }

    /** The county's current calendar. */
    public WorkCalendar of(RegionCode county) {
        return of(county, version(county));
    }

    /** The county's calendar as it was at a version. */
    public WorkCalendar of(RegionCode county, int version) {
        return calendars.get(new Version(county, version));
    }

    /**
     * The clock by which something received on a day is counted.
     *
     * @param version the calendar's version, from {@link #version}
     * @param profile code of the deadline profile
     * @throws Problem {@link CalendarProblem#NO_DEADLINE_PROFILE} when none is in force on the day
     */
    public CountyClock clock(RegionCode county, int version, String profile, LocalDate day) {
        DeadlineProfile inForce = versionsOf(county, profile).stream()
                .filter(it -> it.inForceOn(day))
                .max(Comparator.comparingInt(DeadlineProfile::version))
                .orElseThrow(() -> Problem.of(CalendarProblem.NO_DEADLINE_PROFILE, day));
        return new CountyClock(new LegalClock(of(county, version), inForce), version);
    }

    /**
     * The clock a deadline was counted by.
     *
     * @throws NoSuchElementException when there never was such a profile
     */
    public LegalClock clock(RegionCode county, ClockVersion counted) {
        DeadlineProfile profile = versionsOf(county, counted.profile()).stream()
                .filter(it -> it.version() == counted.profileVersion())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no deadline profile " + counted + " of " + county));
        return new LegalClock(of(county, counted.calendar()), profile);
    }

    /** Reads the profiles anew at the next question. */
    void forgetProfiles() {
        profiles.invalidateAll();
    }

    private List<DeadlineProfile> versionsOf(RegionCode county, String code) {
        List<DeadlineProfile> own = named(county, code);
        return own.isEmpty() ? named(NATION, code) : own;
    }

    private List<DeadlineProfile> named(RegionCode region, String code) {
        return profiles.get(region).stream()
                .filter(it -> it.code().equals(code))
                .toList();
    }

    private WorkCalendar load(Version version) {
        List<CalendarDay> published = mapper.days(NATION, version.number()).stream()
                .map(CalendarMapper.DayRow::asDay)
                .toList();
        List<CalendarDay> closed = new ArrayList<>();
        mapper.closures(version.county(), version.number()).forEach(it -> closed.addAll(it.days()));
        String hours = Objects.requireNonNull(
                mapper.hours(NATION, version.county(), version.number()), "no office hours for " + version);
        return WorkCalendar.of(published, HolidayCsv.announcedYears(published), WorkingHours.parse(hours))
                .withDays(closed);
    }
}
