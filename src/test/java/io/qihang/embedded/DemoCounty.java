package io.qihang.embedded;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.domain.CountsAt;
import io.qihang.enterprise.domain.EnterpriseName;
import io.qihang.enterprise.domain.Registering;
import io.qihang.enterprise.domain.RegistrationForm;
import io.qihang.enterprise.register.ImportingRegister;
import io.qihang.identity.PersonId;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Region;
import io.qihang.region.Regions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The demo's county: a register of invented enterprises, about 250 of which have registered over the year, in several
 * units fewer than the plan's 20, and some of whose registrations wait for their unit. Loaded once; a start that was
 * killed meanwhile goes on where it stopped.
 */
@Order(1)
class DemoCounty implements ApplicationRunner {

    /** Registered enterprises per unit, in the document's order. */
    private static final List<Integer> REGISTERED =
            List.of(12, 31, 22, 20, 9, 14, 24, 11, 8, 16, 5, 21, 20, 7, 13, 10, 6, 4, 3);

    /** Registrations that match no register entry and wait for their unit. */
    private static final int WAITING = 12;

    private final DemoPeople people;
    private final DemoClock clock;
    private final Regions regions;
    private final ImportingRegister register;
    private final Registering registering;
    private final DemoTickets tickets;
    private final JdbcClient database;

    DemoCounty(
            DemoPeople people,
            DemoClock clock,
            Regions regions,
            ImportingRegister register,
            Registering registering,
            DemoTickets tickets,
            JdbcClient database) {
        this.people = people;
        this.clock = clock;
        this.regions = regions;
        this.register = register;
        this.registering = registering;
        this.tickets = tickets;
        this.database = database;
    }

    /** A registered enterprise and the person who registered it. */
    record Registered(EnterpriseId enterprise, PersonId person, DemoFirms.Firm firm) {}

    @Override
    public void run(ApplicationArguments arguments) {
        if (tickets.areLoaded()) return;
        List<Region> units = regions.unitsOf(DemoPeople.COUNTY);
        List<DemoFirms.Firm> firms = DemoFirms.all(units.size());
        Instant yearBegins =
                dayOfWork(LocalDate.now(clock.withZone(Times.SHANGHAI)).withDayOfYear(8), 9);
        importRegister(firms, units, yearBegins);
        tickets.load(register(firms, units, yearBegins));
    }

    private void importRegister(List<DemoFirms.Firm> firms, List<Region> units, Instant day) {
        boolean there = database.sql("select exists (select from register_entry where uscc = ?)")
                .param(firms.get(0).uscc().value())
                .query(Boolean.class)
                .single();
        if (there) return;
        byte[] file = DemoFirms.register(firms, units.stream().map(Region::name).toList());
        clock.at(
                day,
                () -> register.apply(
                        people.county(), DemoPeople.COUNTY, "虚构企业名录.xlsx", Times.dayOf(clock.instant()), file));
    }

    private List<Registered> register(List<DemoFirms.Firm> firms, List<Region> units, Instant from) {
        Set<String> done = new HashSet<>(database.sql("select uscc from registration")
                .query(String.class)
                .list());
        List<DemoFirms.Firm> chosen = firms.stream()
                .filter(it -> it.number() / units.size() < REGISTERED.get(it.unit()))
                .toList();
        long step = (Instant.now().getEpochSecond() - from.getEpochSecond()) / (chosen.size() + 1);
        List<Registered> registered = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            DemoFirms.Firm firm = chosen.get(i);
            RegionCode unit = units.get(firm.unit()).code();
            if (!done.contains(firm.uscc().value())) {
                clock.at(from.plusSeconds(step * (i + 1)), () -> submit(firm, unit, firm.name()));
            }
            registered.add(new Registered(enterprise(firm), people.personOf(firm.phone()), firm));
        }
        List<DemoFirms.Firm> rest = firms.subList(DemoFirms.COUNT - WAITING, DemoFirms.COUNT);
        for (DemoFirms.Firm firm : rest) {
            if (done.contains(firm.uscc().value())) continue;
            RegionCode unit = units.get(firm.number() % 3).code();
            submit(firm, unit, firm.name().replace("有限公司", "股份有限公司"));
        }
        return registered;
    }

    private void submit(DemoFirms.Firm firm, RegionCode unit, String name) {
        registering.submit(
                people.arrive(firm.phone()),
                new RegistrationForm(
                        firm.uscc(),
                        new EnterpriseName(name),
                        unit,
                        unit,
                        CountsAt.OPERATING,
                        firm.industry(),
                        firm.contact(),
                        firm.phone(),
                        MemberRole.CLERK));
    }

    private EnterpriseId enterprise(DemoFirms.Firm firm) {
        return new EnterpriseId(Objects.requireNonNull(database.sql("select id from enterprise where uscc = ?")
                .param(firm.uscc().value())
                .query(UUID.class)
                .single()));
    }

    private static Instant dayOfWork(LocalDate day, int hour) {
        return ZonedDateTime.of(day.atTime(hour, 0), Times.SHANGHAI).toInstant();
    }
}
