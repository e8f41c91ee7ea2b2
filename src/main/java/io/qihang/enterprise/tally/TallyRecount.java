package io.qihang.enterprise.tally;

import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.tally.TallyMapper.Difference;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every night the counts are made again from the enterprises themselves. What differs is told in log and audit and put
 * right. Each county is recounted once a day, by whichever node comes first.
 */
@Component
public class TallyRecount {

    private static final Logger log = LoggerFactory.getLogger(TallyRecount.class);
    private static final int TOLD = 5;

    private final TallyMapper mapper;
    private final Regions regions;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TallyRecount(TallyMapper mapper, Regions regions, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.mapper = mapper;
        this.regions = regions;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Recounts every county that was not recounted today; one that fails is logged and tried the next night. */
    @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Shanghai")
    public void recountAll() {
        LocalDate day = Times.dayOf(clock.instant());
        for (RegionCode county : mapper.counties()) {
            try {
                transaction.executeWithoutResult(status -> recount(county, day));
            } catch (RuntimeException e) {
                log.error("registrations of {} were not recounted", county, e);
            }
        }
    }

    /** Compares in one statement, which sees counts and enterprises of the same moment, so nobody has to wait. */
    private void recount(RegionCode county, LocalDate day) {
        mapper.waitLonger();
        if (mapper.takeOn(county, day, clock.instant()) == 0) return;
        List<Difference> differences = mapper.differences(county);
        if (differences.isEmpty()) return;
        mapper.report(county, day, differences.size());
        differences.stream().collect(Collectors.groupingBy(it -> it.unit().value())).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> repair(county, new RegionCode(it.getKey()), it.getValue()));
    }

    private void repair(RegionCode county, RegionCode unit, List<Difference> differences) {
        mapper.lock(unit);
        mapper.clear(county, unit);
        mapper.countAnew(county, unit);
        differences.forEach(it -> log.warn("registrations of {}: {}", unit, sentence(it)));
        audit.record(
                "tally.repair",
                "enterprise-tally",
                unit,
                "夜间复核更正 " + regions.nameOf(unit) + " 平台注册计数 " + differences.size() + " 处："
                        + differences.stream()
                                .limit(TOLD)
                                .map(TallyRecount::sentence)
                                .collect(Collectors.joining("；")));
    }

    private static String sentence(Difference it) {
        return it.year() + " 年登记的，截至 " + it.day() + " 原记 " + (it.kept() == null ? "无" : it.kept()) + "，应为 "
                + (it.counted() == null ? "无" : it.counted());
    }
}
