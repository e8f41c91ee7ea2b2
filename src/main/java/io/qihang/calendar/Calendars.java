package io.qihang.calendar;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/**
 * The calendars and deadline profiles of all counties. A version of a calendar never changes and is kept in memory;
 * which version is the current one is asked each time, so that every node counts by the same.
 */
@Component
public class Calendars {

    /** The region whose days and settings hold wherever a county has none of its own. */
    static final RegionCode NATION = new RegionCode("100000");

    private final CalendarMapper mapper;
    private final LoadingCache<Version, WorkCalendar> calendars;
    private final LoadingCache<Version, Profiles> profiles;

    private record Version(RegionCode county, int number) {}

    Calendars(CalendarMapper mapper, DeadlineProfileMapper profileMapper) {
        this.mapper = mapper;
        this.calendars = Caffeine.newBuilder().maximumSize(500).build(this::load);
        this.profiles = Caffeine.newBuilder()
                .maximumSize(500)
                .build(it -> new Profiles(
                        listed(profileMapper, it.county(), it.number()), listed(profileMapper, NATION, it.number())));
    }

    private static List<DeadlineProfile> listed(DeadlineProfileMapper mapper, RegionCode region, int version) {
        return mapper.of(region, version).stream()
                .map(DeadlineProfileMapper.ProfileRow::asProfile)
                .toList();
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
     * @param profiles codes of deadline profiles, the most special first
     * @throws Problem {@link CalendarProblem#NO_DEADLINE_PROFILE} when none is in force on the day
     */
    public CountyClock clock(RegionCode county, int version, List<String> profiles, LocalDate day) {
        DeadlineProfile inForce = profilesOf(county, version)
                .inForce(profiles, day)
                .orElseThrow(() -> Problem.of(CalendarProblem.NO_DEADLINE_PROFILE, day));
        return new CountyClock(new LegalClock(of(county, version), inForce), version);
    }

    /**
     * The clock a deadline was counted by.
     *
     * @throws NoSuchElementException when there never was such a profile
     */
    public LegalClock clock(RegionCode county, ClockVersion counted) {
        DeadlineProfile profile =
                profilesOf(county, counted.calendar()).version(counted.profile(), counted.profileVersion());
        return new LegalClock(of(county, counted.calendar()), profile);
    }

    /** The profiles that could be seen at a version of the calendar. */
    Profiles profilesOf(RegionCode county, int version) {
        return profiles.get(new Version(county, version));
    }

    private WorkCalendar load(Version version) {
        List<CalendarDay> published = mapper.days(NATION, version.number()).stream()
                .map(CalendarMapper.DayRow::asDay)
                .toList();
        List<CalendarDay> closed = new ArrayList<>();
        mapper.closures(version.county(), version.number()).forEach(it -> closed.addAll(it.days()));
        return WorkCalendar.of(published, HolidayCsv.announcedYears(published), hours(version))
                .withDays(closed);
    }

    /** The national hours until the county's own begin. */
    private OfficeHours hours(Version version) {
        List<OfficeHours.Version> all = new ArrayList<>();
        for (RegionCode region : List.of(NATION, version.county())) {
            for (CalendarMapper.HoursRow row : mapper.hours(region, version.number())) {
                OfficeHours.Version next = row.asVersion();
                all.removeIf(it -> !it.from().isBefore(next.from()));
                all.add(next);
            }
        }
        if (all.isEmpty()) throw new IllegalStateException("no office hours for " + version);
        return new OfficeHours(all);
    }
}
