package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Region;
import io.qihang.region.Regions;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The codes on a unit's posters: whoever scans one registers with the unit filled in, and it is counted by which. */
@Service
public class Posters {

    private static final int LENGTH = 8;

    private final PosterMapper mapper;
    private final Regions regions;
    private final AuditTrail audit;
    private final Clock clock;

    Posters(PosterMapper mapper, Regions regions, AuditTrail audit, Clock clock) {
        this.mapper = mapper;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A poster and what came by it.
     *
     * @param event what it was made for; null for the standing one
     * @param registrations how many registrations came by it, and {@code accepted} of them
     */
    @Schema(name = "PosterLine")
    public record Line(
            String code,
            @Nullable String event,
            @Nullable LocalDate heldOn,
            Instant madeAt,
            int registrations,
            int accepted) {}

    /** The unit's standing code; made when it has none yet. */
    @Transactional
    public String of(Actor officer, RegionCode unit) {
        requireUnit(officer, unit);
        return made(officer, unit, null, null, "制作登记海报码");
    }

    /** The code for an event of the unit; the same event has one. */
    @Transactional
    public String forEvent(Actor officer, RegionCode unit, String event, @Nullable LocalDate heldOn) {
        requireUnit(officer, unit);
        return made(officer, unit, event, heldOn, "制作活动海报码：" + event);
    }

    private String made(
            Actor officer, RegionCode unit, @Nullable String event, @Nullable LocalDate heldOn, String what) {
        int made = mapper.insert(
                RandomCodes.lower(LENGTH), unit.county(), unit, event, heldOn, officer.account(), clock.instant());
        if (made > 0) audit.record(event == null ? "poster.make" : "poster.make-event", "region", unit, what);
        return mapper.codeOf(unit, event);
    }

    private void requireUnit(Actor officer, RegionCode unit) {
        boolean within = officer.scope().covers(unit)
                && unit.isUnit()
                && regions.find(unit).filter(Region::inUse).isPresent();
        if (!within) throw Problem.of(PlatformProblem.NOT_FOUND);
    }

    /** The unit's posters with what came by each; for the unit itself to know which event was worth it. */
    public List<Line> list(Actor officer, RegionCode unit) {
        requireUnit(officer, unit);
        return mapper.list(unit);
    }

    /** Notes by which poster a registration came, in the caller's transaction; an unknown code changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteSource(RegistrationId registration, String code) {
        mapper.noteSource(registration, code, clock.instant());
    }

    /** The unit a poster's code stands for. */
    public Region unitOf(String code) {
        return Optional.ofNullable(mapper.unitOf(code))
                .flatMap(regions::find)
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }
}
