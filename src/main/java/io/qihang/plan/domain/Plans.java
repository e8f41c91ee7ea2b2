package io.qihang.plan.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Plans as they are kept. They change with a region pack only and are held in memory for minutes. */
@Repository
public class Plans {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final PlanMapper mapper;
    private final Clock clock;
    private final LoadingCache<Key, Optional<Plan>> kept;

    Plans(PlanMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(1000)
                .build(key -> Optional.ofNullable(mapper.find(key.county(), key.year())));
    }

    private record Key(RegionCode county, int year) {}

    /** The county's plan for a year. */
    public Optional<Plan> find(RegionCode county, int year) {
        return kept.get(new Key(county, year));
    }

    /**
     * The county's plan for a year.
     *
     * @throws Problem {@code NOT_FOUND} when there is none
     */
    Plan require(RegionCode county, int year) {
        return find(county, year).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    /** The county's plans, the newest year first. */
    List<PlanMapper.Line> list(RegionCode county) {
        return mapper.list(county);
    }

    /** Keeps a plan whole, in place of the one of its year. */
    @Transactional
    public void put(Plan plan) {
        putHead(plan);
        putContent(plan.county(), plan.year(), plan.items(), plan.targets());
    }

    /** Keeps what is said of a plan as a whole. */
    void putHead(Plan plan) {
        mapper.put(plan, clock.instant());
        forget();
    }

    boolean hasHead(RegionCode county, int year) {
        return mapper.exists(county, year);
    }

    /** Keeps the items and targets of a plan in place of what was there. */
    void putContent(RegionCode county, int year, Plan.Items items, Plan.Targets targets) {
        mapper.clearTargets(county, year);
        mapper.clearItems(county, year);
        mapper.insertItems(county, year, items.items());
        mapper.insertTargets(county, year, targets.items());
        forget();
    }

    /** Reads anew at the next question. */
    private void forget() {
        kept.invalidateAll();
    }
}
