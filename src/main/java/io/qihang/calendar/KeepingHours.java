package io.qihang.calendar;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A county's officers enter its office hours, by season, after seeing what that moves. */
@Service
public class KeepingHours {

    private static final int PAST = 31;
    private static final int AHEAD = 366;

    private final CalendarMapper mapper;
    private final CalendarChanges changes;
    private final Calendars calendars;
    private final ClockEffects effects;
    private final AuditTrail audit;
    private final Clock clock;

    KeepingHours(
            CalendarMapper mapper,
            CalendarChanges changes,
            Calendars calendars,
            ClockEffects effects,
            AuditTrail audit,
            Clock clock) {
        this.mapper = mapper;
        this.changes = changes;
        this.calendars = calendars;
        this.effects = effects;
        this.audit = audit;
        this.clock = clock;
    }

    /** A part of the year with hours of its own; its first and last day written 05-01. */
    public record NewSeason(String name, String from, String until, String hours) {}

    /**
     * Office hours as a county asks for them.
     *
     * @param from the first day in force
     * @param source the sentence they rest on
     * @param hours outside all seasons
     */
    public record NewHours(LocalDate from, String source, String hours, List<NewSeason> seasons) {

        public NewHours {
            seasons = List.copyOf(seasons);
        }
    }

    /** The county's office hours, the latest version first. */
    public List<OfficeHours.Version> of(RegionCode county) {
        return calendars.of(county).hours().versions().stream()
                .sorted(Comparator.comparing(OfficeHours.Version::from).reversed())
                .toList();
    }

    /** What they would change, changing nothing. */
    public ClockEffects.Effect preview(Actor by, RegionCode county, NewHours asked) {
        return effects.of(county, checked(by, county, asked));
    }

    /** Enters them; those that began the same day are replaced, running deadlines are counted again within a minute. */
    @Transactional
    public OfficeHours.Version enter(Actor by, RegionCode county, NewHours asked) {
        changes.takeTurn();
        OfficeHours.Version hours = checked(by, county, asked);
        String words = "自 " + hours.from() + " 起的作息时间 " + hours.usual().setting() + "（依据：" + hours.source() + "）";
        int version = changes.next(county, words, by.account());
        mapper.endHours(county, hours.from(), version);
        mapper.addHours(county, CalendarMapper.HoursRow.of(hours), version);
        audit.record("hours.enter", "office-hours", county + "/" + hours.from(), "登记" + words);
        return hours;
    }

    private OfficeHours.Version checked(Actor by, RegionCode county, NewHours asked) {
        if (!by.scope().counties().contains(county)) throw Problem.of(PlatformProblem.NOT_FOUND);
        LocalDate today = Times.dayOf(clock.instant());
        if (asked.from().isBefore(today.minusDays(PAST)) || asked.from().isAfter(today.plusDays(AHEAD))) {
            throw Problem.of(CalendarProblem.HOURS_TOO_FAR);
        }
        var seasons = asked.seasons().stream()
                .map(it -> new HoursData.SeasonData(it.name(), it.from(), it.until(), it.hours()))
                .toList();
        try {
            return new HoursData(asked.hours(), asked.from(), asked.source(), seasons).asVersion();
        } catch (IllegalArgumentException e) {
            throw Problem.of(CalendarProblem.HOURS_WRONG, String.valueOf(e.getMessage()));
        }
    }
}
