package io.qihang.calendar;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A county's officers enter new versions of its deadline profiles, after seeing which running deadlines they move. */
@Service
public class KeepingProfiles {

    private static final int PAST = 366;
    private static final int AHEAD = 366;

    private final DeadlineProfileMapper mapper;
    private final CalendarChanges changes;
    private final Calendars calendars;
    private final ClockEffects effects;
    private final AuditTrail audit;
    private final Clock clock;

    KeepingProfiles(
            DeadlineProfileMapper mapper,
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

    /**
     * How long a step is to be.
     *
     * @param step its code
     * @param lastDayOff where a step of calendar days ends when its last day is off; the next working day when left out
     */
    public record NewStep(
            String step,
            StepUnit unit,
            int amount,
            @Nullable LastDayOff lastDayOff) {}

    /**
     * A version as a county asks for it.
     *
     * @param code such as {@code ticket}, or {@code ticket.project} for one category only
     * @param source the sentence it rests on
     * @param effectiveFrom what was received on this day or later is counted by it, also what is open
     * @param steps each step of the profile
     */
    public record NewProfile(String code, String label, String source, LocalDate effectiveFrom, List<NewStep> steps) {

        public NewProfile {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A version in the list.
     *
     * @param own the county's own, else the one of all counties
     * @param inForce whether it counts what is received today
     */
    public record Kept(DeadlineProfile profile, boolean own, boolean inForce) {}

    /** All versions the county counts or counted by, each profile's latest first. */
    public List<Kept> of(RegionCode county) {
        Profiles profiles = calendars.profilesOf(county, calendars.version(county));
        LocalDate today = Times.dayOf(clock.instant());
        return Stream.concat(
                        profiles.own().stream().map(it -> kept(profiles, it, true, today)),
                        profiles.national().stream().map(it -> kept(profiles, it, false, today)))
                .sorted(Comparator.comparing((Kept it) -> it.profile().code())
                        .thenComparing(it -> it.profile().version(), Comparator.reverseOrder()))
                .toList();
    }

    /** What a version would change, changing nothing. */
    public ClockEffects.Effect preview(Actor by, RegionCode county, NewProfile asked) {
        return effects.of(county, checked(by, county, asked));
    }

    /** Enters a version; running deadlines it moves are counted again within a minute. */
    @Transactional
    public Kept enter(Actor by, RegionCode county, NewProfile asked) {
        changes.takeTurn();
        DeadlineProfile profile = checked(by, county, asked);
        String words =
                "时限方案“" + profile.label() + "”第" + profile.version() + "版，自 " + profile.effectiveFrom() + " 起收到的按它计算";
        int version = changes.next(county, words, by.account());
        mapper.add(county, DeadlineProfileMapper.ProfileRow.of(profile), version, by.account());
        audit.record(
                "profile.enter",
                "deadline-profile",
                county + "/" + profile.code() + "/" + profile.version(),
                "登记" + words + "，依据：" + profile.source());
        return new Kept(profile, true, profile.inForceOn(Times.dayOf(clock.instant())));
    }

    private static Kept kept(Profiles profiles, DeadlineProfile it, boolean own, LocalDate today) {
        boolean inForce =
                profiles.inForce(List.of(it.code()), today).filter(it::equals).isPresent();
        return new Kept(it, own, inForce);
    }

    private DeadlineProfile checked(Actor by, RegionCode county, NewProfile asked) {
        if (!by.scope().counties().contains(county)) throw Problem.of(PlatformProblem.NOT_FOUND);
        LocalDate today = Times.dayOf(clock.instant());
        if (asked.effectiveFrom().isBefore(today.minusDays(PAST))
                || asked.effectiveFrom().isAfter(today.plusDays(AHEAD))) {
            throw Problem.of(CalendarProblem.PROFILE_TOO_FAR);
        }
        Profiles profiles = calendars.profilesOf(county, calendars.version(county));
        DeadlineProfile base = base(profiles, asked.code(), today);
        List<DeadlineStep> steps = new ArrayList<>();
        for (DeadlineStep step : base.steps()) steps.add(step(step, asked));
        if (asked.steps().size() != steps.size()) throw Problem.of(CalendarProblem.PROFILE_STEPS, names(base));
        return new DeadlineProfile(
                asked.code(),
                asked.label(),
                profiles.next(asked.code()),
                asked.source(),
                steps,
                asked.effectiveFrom(),
                null);
    }

    /** The profile whose steps the new version must have: the one it follows, or of a new category the general one. */
    private static DeadlineProfile base(Profiles profiles, String code, LocalDate today) {
        int dot = code.indexOf('.');
        String general = dot < 0 ? code : code.substring(0, dot);
        Optional<DeadlineProfile> base = profiles.inForce(List.of(code, general), today);
        if (dot >= 0 && !code.substring(dot + 1).matches("[a-z0-9-]{1,40}")) base = Optional.empty();
        return base.orElseThrow(() -> Problem.of(CalendarProblem.PROFILE_UNKNOWN, code));
    }

    private static DeadlineStep step(DeadlineStep step, NewProfile asked) {
        NewStep given = asked.steps().stream()
                .filter(it -> it.step().equals(step.code()))
                .findFirst()
                .orElseThrow(() -> Problem.of(CalendarProblem.PROFILE_STEPS, step.name()));
        LastDayOff off = given.lastDayOff() == null ? LastDayOff.NEXT_WORKING_DAY : given.lastDayOff();
        try {
            return new DeadlineStep(step.code(), step.name(), given.unit(), given.amount(), off);
        } catch (IllegalArgumentException e) {
            throw Problem.of(CalendarProblem.PROFILE_STEP_WRONG, String.valueOf(e.getMessage()));
        }
    }

    private static String names(DeadlineProfile profile) {
        return String.join("、", profile.steps().stream().map(DeadlineStep::name).toList());
    }
}
