package io.qihang.enterprise.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Actor;
import io.qihang.access.Client;
import io.qihang.access.Role;
import io.qihang.access.Scope;
import io.qihang.crypto.Vault;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.Uscc;
import io.qihang.enterprise.Usccs;
import io.qihang.enterprise.domain.CountsAt;
import io.qihang.enterprise.domain.EnterpriseName;
import io.qihang.enterprise.domain.Listing;
import io.qihang.enterprise.domain.MovingEnterprises;
import io.qihang.enterprise.domain.Registering;
import io.qihang.enterprise.domain.RegistrationForm;
import io.qihang.identity.PersonId;
import io.qihang.indicator.CountedMember;
import io.qihang.indicator.YearToDate;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.testing.MovableClock;
import io.qihang.testing.SystemTest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is registered and moved in whatever order: the kept counts are what the enterprises say, on every day. */
@SystemTest
class TallyHistoryTests {

    private static final RegionCode COUNTY = new RegionCode("371525");
    private static final List<RegionCode> UNITS = List.of(
            new RegionCode("371525-kfq"),
            new RegionCode("371525001"),
            new RegionCode("371525002"),
            new RegionCode("371525206"));

    @Autowired
    Registering registering;

    @Autowired
    MovingEnterprises moving;

    @Autowired
    RegisteredEnterprises counted;

    @Autowired
    TallyRecount recount;

    @Autowired
    TallyMapper tally;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    Vault vault;

    private LocalDate start = LocalDate.EPOCH;

    /** An enterprise of the history: which unit it counts for from which day on. */
    private record Known(EnterpriseId id, TreeMap<LocalDate, RegionCode> units) {

        boolean countsFor(RegionCode unit, Year year, LocalDate day) {
            var now = units.floorEntry(day);
            return units.firstKey().getYear() == year.getValue()
                    && now != null
                    && now.getValue().equals(unit);
        }
    }

    /** A fortnight before a new year, so that histories run across it. */
    @BeforeEach
    void goToTheEndOfAYear() {
        clock.set(Times.dayOf(Clock.systemUTC().instant())
                .withMonth(12)
                .withDayOfMonth(18)
                .plusYears(1)
                .atTime(9, 0)
                .atZone(Times.SHANGHAI)
                .toInstant());
        start = Times.dayOf(clock.instant());
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void kept_counts_lists_and_history_agree_on_every_day(long seed) {
        var random = new Random(seed);
        var years = List.of(Year.of(start.getYear()), Year.of(start.getYear() + 1));
        var before = new TreeMap<String, Integer>();
        days().forEach(day -> years.forEach(
                year -> UNITS.forEach(unit -> before.put(key(unit, year, day), figure(unit, year, day)))));

        List<Known> known = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            if (known.isEmpty() || random.nextInt(3) == 0) known.add(register(random));
            else move(random, known.get(random.nextInt(known.size())));
            clock.move(Duration.ofHours(random.nextInt(30)));
        }

        assertThat(tally.differences(COUNTY)).isEmpty();
        for (LocalDate day : days()) {
            for (Year year : years) {
                for (RegionCode unit : UNITS) {
                    LocalDate until = new YearToDate(COUNTY, year, day).day();
                    long expected = known.stream()
                            .filter(it -> it.countsFor(unit, year, until))
                            .count();
                    assertThat(figure(unit, year, day) - Objects.requireNonNull(before.get(key(unit, year, day))))
                            .as("%s of %s on %s, seed %s", unit, year, day, seed)
                            .isEqualTo((int) expected);
                }
            }
        }
        RegionCode unit = UNITS.get(random.nextInt(UNITS.size()));
        LocalDate day = start.plusDays(random.nextInt(25));
        Year year = years.get(day.getYear() - start.getYear());
        assertThat(listed(unit, year, day)).hasSize(figure(unit, year, day));
    }

    private List<LocalDate> days() {
        return start.datesUntil(start.plusDays(45)).toList();
    }

    private static String key(RegionCode unit, Year year, LocalDate day) {
        return unit + " " + year + " " + day;
    }

    private int figure(RegionCode unit, Year year, LocalDate day) {
        return counted.figures(counted.keys(), new YearToDate(COUNTY, year, day))
                .get(0)
                .of(unit);
    }

    private Set<UUID> listed(RegionCode unit, Year year, LocalDate day) {
        Set<UUID> all = new HashSet<>();
        String after = null;
        do {
            var page = counted.members(
                    counted.keys().iterator().next(),
                    unit,
                    new YearToDate(COUNTY, year, day),
                    new PageRequest(after, 7));
            page.items().stream().map(CountedMember::id).forEach(all::add);
            after = page.next();
        } while (after != null);
        return all;
    }

    private Known register(Random random) {
        return register(UNITS.get(random.nextInt(UNITS.size())));
    }

    private Known register(RegionCode unit) {
        String uscc = Usccs.next();
        String name = "冠县虚构计数" + uscc.substring(10, 17) + "有限公司";
        new Listing(database, vault).add(uscc, name, unit.value(), null);
        var form = new RegistrationForm(
                new Uscc(uscc),
                new EnterpriseName(name),
                null,
                unit,
                CountsAt.OPERATING,
                "C34",
                "虚构联系人",
                "13800000001",
                MemberRole.CLERK);
        var id = Objects.requireNonNull(
                registering.submit(new PersonId(UUID.randomUUID()), form).enterprise());
        var units = new TreeMap<LocalDate, RegionCode>();
        units.put(Times.dayOf(clock.instant()), unit);
        return new Known(id, units);
    }

    /** From a day after the last move on, past or to come. */
    private void move(Random random, Known enterprise) {
        var last = enterprise.units().lastEntry();
        LocalDate from = last.getKey().plusDays(1 + random.nextInt(6));
        RegionCode to = UNITS.get(random.nextInt(UNITS.size()));
        if (to.equals(last.getValue())) return;
        moving.move(officer(), enterprise.id(), to, from, null, "虚构搬迁");
        enterprise.units().put(from, to);
    }

    private static Actor officer() {
        UUID account = UUID.randomUUID();
        return new Actor(
                account,
                Client.CONSOLE,
                Set.of(Role.COUNTY_OFFICER),
                new Scope(account, COUNTY, Set.of(COUNTY), Set.of(), Set.of()),
                Set.of());
    }

    @Test
    void enterprises_registered_and_moved_at_the_same_moment_lose_no_count() throws Exception {
        RegionCode from = UNITS.get(1);
        RegionCode to = UNITS.get(2);
        List<Known> there = new ArrayList<>();
        for (int i = 0; i < 6; i++) there.add(register(from));
        clock.move(Duration.ofDays(6));
        LocalDate later = Times.dayOf(clock.instant());
        Year year = Year.of(later.getYear());
        int before = figure(from, year, later);
        int beforeThere = figure(to, year, later);

        var together = new CyclicBarrier(12);
        var people = Executors.newFixedThreadPool(12);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (Known enterprise : there) {
                work.add(people.submit(() -> {
                    together.await();
                    moving.move(officer(), enterprise.id(), to, start.plusDays(2), null, "虚构搬迁");
                    return null;
                }));
                work.add(people.submit(() -> {
                    together.await();
                    return register(from);
                }));
            }
            for (Future<?> it : work) it.get();
        } finally {
            people.shutdown();
        }

        assertThat(figure(from, year, later)).isEqualTo(before);
        assertThat(figure(to, year, later)).isEqualTo(beforeThere + 6);
        assertThat(tally.differences(COUNTY)).isEmpty();
    }

    @Test
    void a_nightly_recount_tells_what_differs_and_puts_it_right_once_whatever_nodes_there_are() throws Exception {
        Known enterprise = register(new Random(7));
        RegionCode unit =
                Objects.requireNonNull(enterprise.units().firstEntry()).getValue();
        Year year = Year.of(start.getYear());
        int right = figure(unit, year, start);
        assertThat(right).isPositive();
        database.sql("update enterprise_tally set total = total + 5 where unit_code = :unit and day = :day")
                .param("unit", unit.value())
                .param("day", start)
                .update();
        assertThat(figure(unit, year, start)).isEqualTo(right + 5);

        var together = new CyclicBarrier(2);
        var nodes = Executors.newFixedThreadPool(2);
        try {
            var one = nodes.submit(() -> nightly(together));
            var other = nodes.submit(() -> nightly(together));
            assertThat(List.of(one.get(), other.get())).containsExactly(true, true);
        } finally {
            nodes.shutdown();
        }

        assertThat(figure(unit, year, start)).isEqualTo(right);
        assertThat(tally.differences(COUNTY)).isEmpty();
        assertThat(database.sql("""
                                select summary from audit_event where action = 'tally.repair' and object_id = :unit
                                """)
                        .param("unit", unit.value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("平台注册计数 1 处", "原记 " + (right + 5) + "，应为 " + right);
        assertThat(database.sql("select differences from enterprise_recount where region_code = :county and day = :day")
                        .param("county", COUNTY.value())
                        .param("day", start)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private boolean nightly(CyclicBarrier together) throws Exception {
        together.await();
        recount.recountAll();
        return true;
    }
}
