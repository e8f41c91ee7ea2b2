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
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 每周与您有关: on Monday from nine on, one message to every member of an enterprise about which there is something to say
 * – what was sent to it in the week before, what it has not read, which applications open or close in the next two weeks.
 * Whoever wants single notices gets it in the inbox alone; whoever has muted them gets it by WeChat. How far a county has
 * come stands in the database, so that a node that dies is gone on for; a person is told once a week.
 */
@Component
public class WeeklyDigest {

    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final int BATCH = 200;

    private final DigestMapper mapper;
    private final Regions regions;
    private final PolicyNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WeeklyDigest(
            DigestMapper mapper,
            Regions regions,
            PolicyNotices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.regions = regions;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sends what is left of this week's, once Monday's office hours have begun. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT3M")
    public void run() {
        ZonedDateTime now = clock.instant().atZone(Times.SHANGHAI);
        LocalDate monday = now.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (now.isBefore(monday.atTime(FROM).atZone(Times.SHANGHAI))) return;
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
        mapper.note(county, monday, persons.isEmpty() ? progress.lastPerson() : persons.get(persons.size() - 1), more ? null : now);
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
