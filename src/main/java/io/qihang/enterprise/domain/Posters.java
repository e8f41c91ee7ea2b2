package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Region;
import io.qihang.region.Regions;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The code on a unit's poster: whoever scans it registers with the unit filled in. */
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

    /** The unit's code; made when it has none yet. */
    @Transactional
    public String of(Actor officer, RegionCode unit) {
        boolean within = officer.scope().covers(unit)
                && unit.isUnit()
                && regions.find(unit).filter(Region::inUse).isPresent();
        if (!within) throw Problem.of(PlatformProblem.NOT_FOUND);
        int made = mapper.insert(RandomCodes.lower(LENGTH), unit.county(), unit, officer.account(), clock.instant());
        if (made > 0) audit.record("poster.make", "region", unit, "制作登记海报码");
        return mapper.codeOf(unit);
    }

    /** The unit a poster's code stands for. */
    public Region unitOf(String code) {
        return Optional.ofNullable(mapper.unitOf(code))
                .flatMap(regions::find)
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }
}
