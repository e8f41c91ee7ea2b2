package io.qihang.policy.domain;

import io.qihang.identity.PersonId;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Region;
import io.qihang.region.Regions;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 每周与您有关: on Monday in office hours, one message to every member of an enterprise about which there is something to say
 * – what was sent to it in the week before, what it has not read, which applications open or close in the next two weeks.
 * Whoever wants single notices gets it in the inbox alone; whoever has muted them gets it by WeChat. How far a county has
 * come stands in the database, so that a node that dies is gone on for; a person is told once a week.
 */
@Component
public class WeeklyDigest {

    private static final int BATCH = 200;

    private final DigestMapper mapper;
    private final Regions regions;
    private final PolicyNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WeeklyDigest(
            DigestMapper mapper, Regions regions, PolicyNotices notices, TransactionTemplate transaction, Clock clock) {
        this.mapper = mapper;
        this.regions = regions;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** On a Monday, sends what is left of the week's. */
    @Scheduled(cron = "0 5/20 9-17 * * MON", zone = "Asia/Shanghai")
    public void run() {
        LocalDate monday = Times.dayOf(clock.instant());
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) return;
        for (Region county : regions.counties()) {
            mapper.begin(county.code(), monday);
            while (Boolean.TRUE.equals(transaction.execute(status -> some(county.code(), monday)))) {
                // the next ones
            }
        }
    }

    /** Tells some of a county's persons; returns whether there may be more. */
    private boolean some(RegionCode county, LocalDate monday) {
        DigestMapper.Progress progress = mapper.lock(county, monday);
        if (progress == null || progress.finishedAt() != null) return false;
        List<PersonId> persons = mapper.persons(county, progress.lastPerson(), BATCH);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!persons.isEmpty()) tell(county, monday, persons);
        boolean more = persons.size() == BATCH;
        mapper.note(
                county,
                monday,
                persons.isEmpty() ? progress.lastPerson() : persons.get(persons.size() - 1),
                more ? null : now);
        return more;
    }

    private void tell(RegionCode county, LocalDate monday, List<PersonId> persons) {
        Instant since = monday.minusWeeks(1).atStartOfDay(Times.SHANGHAI).toInstant();
        Instant until = monday.atStartOfDay(Times.SHANGHAI).toInstant();
        Map<PersonId, List<DigestMapper.Item>> items =
                mapper.items(county, persons, since, until, monday, monday.plusDays(Digest.AHEAD)).stream()
                        .collect(Collectors.groupingBy(DigestMapper.Item::person));
        var byWeChat = notices.withoutSingle(items.keySet());
        items.forEach((person, about) -> Digest.of(
                        about.stream()
                                .map(it -> new Digest.Item(it.particulars(), it.fresh(), it.read()))
                                .toList(),
                        monday)
                .ifPresent(digest -> notices.digest(county, monday, person, byWeChat.contains(person), digest)));
    }
}
