package io.qihang.calendar;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A county's officers enter the days its offices are closed, after seeing what that moves. */
@Service
public class KeepingClosures {

    private static final int LONGEST = 31;
    private static final int PAST = 31;
    private static final int AHEAD = 366;

    private final CalendarMapper mapper;
    private final CalendarChanges changes;
    private final Calendars calendars;
    private final ClockEffects effects;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    KeepingClosures(
            CalendarMapper mapper,
            CalendarChanges changes,
            Calendars calendars,
            ClockEffects effects,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.mapper = mapper;
        this.changes = changes;
        this.calendars = calendars;
        this.effects = effects;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a county asks to be closed; see {@link Closure}. */
    public record NewClosure(LocalDate firstDay, LocalDate lastDay, ClosurePart part, String reason, String document) {}

    /** The county's closures in force. */
    public List<Closure> of(RegionCode county) {
        return mapper.closures(county, calendars.version(county));
    }

    /** What a closure would change, changing nothing. */
    public ClockEffects.Effect preview(Actor by, RegionCode county, NewClosure asked) {
        return effects.of(county, checked(by, county, asked));
    }

    /** Enters the closure; running deadlines over it are counted again within a minute. */
    @Transactional
    public Closure add(Actor by, RegionCode county, NewClosure asked) {
        changes.takeTurn();
        Closure closure = checked(by, county, asked);
        String words = closure.words();
        int version = changes.next(county, words, by.account());
        mapper.addClosure(county, closure, by.account(), clock.instant(), version);
        audit.record("closure.add", "closure", closure.id(), "登记" + words);
        return closure;
    }

    /** Takes back a closure entered in error; deadlines are counted again. */
    @Transactional
    public void withdraw(Actor by, RegionCode county, UUID id) {
        requireWithin(by, county);
        changes.takeTurn();
        Closure closure = of(county).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        String words = closure.words();
        mapper.endClosure(county, id, changes.next(county, "撤销" + words, by.account()));
        audit.record("closure.withdraw", "closure", id, "撤销" + words);
    }

    private Closure checked(Actor by, RegionCode county, NewClosure asked) {
        requireWithin(by, county);
        LocalDate today = Times.dayOf(clock.instant());
        LocalDate first = asked.firstDay();
        LocalDate last = asked.lastDay();
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST - 1L))) {
            throw Problem.of(CalendarProblem.CLOSURE_RANGE);
        }
        if (first.isBefore(today.minusDays(PAST)) || last.isAfter(today.plusDays(AHEAD))) {
            throw Problem.of(CalendarProblem.CLOSURE_TOO_FAR);
        }
        Closure closure = new Closure(ids.next(), first, last, asked.part(), asked.reason(), asked.document());
        for (Closure other : of(county)) {
            if (other.overlaps(closure)) {
                throw Problem.of(
                        CalendarProblem.CLOSURE_OVERLAPS, other.firstDay() + " 至 " + other.lastDay(), other.reason());
            }
        }
        return closure;
    }

    private static void requireWithin(Actor by, RegionCode county) {
        if (!by.scope().counties().contains(county)) throw Problem.of(PlatformProblem.NOT_FOUND);
    }
}
