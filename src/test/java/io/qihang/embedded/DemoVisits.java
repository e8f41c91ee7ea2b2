package io.qihang.embedded;

import cn.idev.excel.FastExcel;
import io.qihang.access.Actor;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.assignment.ArrangingActing;
import io.qihang.enterprise.assignment.AssignmentScreens;
import io.qihang.enterprise.assignment.ImportingAssignments;
import io.qihang.enterprise.assignment.KeepingAssignments;
import io.qihang.enterprise.assignment.RoundId;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.PageRequest;
import io.qihang.platform.Times;
import io.qihang.visit.domain.EchoingVisits;
import io.qihang.visit.domain.PlanningVisits;
import io.qihang.visit.domain.Promiser;
import io.qihang.visit.domain.RecordingVisits;
import io.qihang.visit.domain.SettlingPromises;
import io.qihang.visit.domain.VisitKind;
import io.qihang.visit.domain.VisitReading;
import io.qihang.visit.domain.VisitReport;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The demo's commissioners: an earlier and the current round, 46 enterprises each, and two months of visits with promises
 * kept and not kept. Loaded once; every visit has an id of its own, so a start that was killed meanwhile goes on.
 */
@Order(2)
class DemoVisits implements ApplicationRunner {

    private static final int LISTED = 46;
    private static final int VISITS = 30;
    private static final String CURRENT = "新一轮干部助企远航行动（演示）";
    private static final String EARLIER = "干部助企远航行动（演示，2023 年）";

    private final KeepingAssignments keeping;
    private final ImportingAssignments importing;
    private final AssignmentScreens rounds;
    private final RecordingVisits recording;
    private final VisitReading reading;
    private final SettlingPromises settling;
    private final EchoingVisits echoing;
    private final ArrangingActing arranging;
    private final PlanningVisits planning;
    private final DemoPeople people;
    private final DemoClock clock;
    private final JdbcClient database;

    DemoVisits(
            KeepingAssignments keeping,
            ImportingAssignments importing,
            AssignmentScreens rounds,
            RecordingVisits recording,
            VisitReading reading,
            SettlingPromises settling,
            EchoingVisits echoing,
            ArrangingActing arranging,
            PlanningVisits planning,
            DemoPeople people,
            DemoClock clock,
            JdbcClient database) {
        this.keeping = keeping;
        this.importing = importing;
        this.rounds = rounds;
        this.recording = recording;
        this.reading = reading;
        this.settling = settling;
        this.echoing = echoing;
        this.arranging = arranging;
        this.planning = planning;
        this.people = people;
        this.clock = clock;
        this.database = database;
    }

    private record Firm(EnterpriseId id, String uscc, String name) {}

    @Override
    public void run(ApplicationArguments arguments) {
        if (recorded() >= VISITS) return;
        LocalDate today = Times.dayOf(clock.instant());
        List<Firm> firms = firms();
        list(EARLIER, LocalDate.of(2023, 3, 1), LocalDate.of(2023, 12, 31), firms.subList(0, LISTED));
        list(CURRENT, today.minusDays(120), null, firms.subList(firms.size() - LISTED, firms.size()));
        List<Firm> own = firms.subList(firms.size() - LISTED, firms.size() - LISTED / 2);
        if (isEmpty("select not exists (select from acting_commissioner)")) act(today);
        if (isEmpty("select not exists (select from visit_plan)")) plan(own, today);
        for (int i = recorded(); i < VISITS; i++) visit(own.get(i % own.size()), i, today);
    }

    private boolean isEmpty(String question) {
        return database.sql(question).query(Boolean.class).single();
    }

    /** The other commissioner acts for the first one next week. */
    private void act(LocalDate today) {
        arranging.arrange(
                people.county(),
                DemoPeople.COUNTY,
                null,
                new StaffId(people.commissioner("commissioner").account()),
                new StaffId(people.commissioner("resident").account()),
                today.plusDays(7),
                today.plusDays(9),
                "（虚构）参加培训");
    }

    /** The county and a department mean to go to the same enterprises, three days apart. */
    private void plan(List<Firm> own, LocalDate today) {
        for (int i = 0; i < 3; i++) {
            EnterpriseId firm = own.get(i).id();
            planning.plan(
                    people.county(), new PlanningVisits.Asked(firm, null, today.plusDays(5L + i), "（虚构）看技改项目进度", null));
            planning.plan(
                    people.commissioner("commissioner"),
                    new PlanningVisits.Asked(firm, null, today.plusDays(8L + i), "（虚构）回访上次的承诺", null));
        }
    }

    private List<Firm> firms() {
        return database.sql("select id, uscc, name from enterprise where name like '冠县虚构%' order by uscc limit 52")
                .query((row, number) -> new Firm(
                        new EnterpriseId(row.getObject("id", UUID.class)),
                        row.getString("uscc"),
                        row.getString("name")))
                .list();
    }

    private int recorded() {
        return database.sql("select count(*) from visit where said like '（虚构）%'")
                .query(Integer.class)
                .single();
    }

    /** A round's list as a county would send it; the first half is one commissioner's, the rest the other's. */
    private void list(String name, LocalDate from, @Nullable LocalDate until, List<Firm> firms) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("统一社会信用代码", "企业名称", "专员登录名", "类别", "派出单位"));
        for (int i = 0; i < firms.size(); i++) {
            boolean first = i < firms.size() / 2;
            rows.add(List.of(
                    firms.get(i).uscc(),
                    firms.get(i).name(),
                    first ? "commissioner" : "resident",
                    first ? "助企服务专员" : "驻企特派员",
                    first ? "县工业和信息化局" : "县虚构服务中心"));
        }
        var file = new ByteArrayOutputStream();
        FastExcel.write(file).sheet("虚构名单").doWrite(rows);
        clock.at(
                from.atTime(9, 0).atZone(Times.SHANGHAI).toInstant(),
                () -> importing.apply(people.county(), round(name, from, until), file.toByteArray()));
    }

    private RoundId round(String name, LocalDate from, @Nullable LocalDate until) {
        return rounds.rounds(people.county(), DemoPeople.COUNTY, new PageRequest(null, 100)).items().stream()
                .filter(it -> it.name().equals(name))
                .map(AssignmentScreens.RoundLine::id)
                .findFirst()
                .orElseGet(
                        () -> keeping.openRound(people.county(), DemoPeople.COUNTY, name, "演示数据，不是真实名单", from, until));
    }

    /** The earlier, the older; every third is answered, every fifth has a problem, half of the old promises are settled. */
    private void visit(Firm firm, int number, LocalDate today) {
        LocalDate day = today.minusDays(2L * (VISITS - number));
        Instant morning = day.atTime(9, 30).atZone(Times.SHANGHAI).toInstant();
        UUID clientId = id("visit", number);
        var report = new VisitReport(
                firm.id(),
                morning,
                number % 4 == 3 ? VisitKind.PHONE : VisitKind.ON_SITE,
                "（虚构）了解生产和订单情况，企业关心用工和贷款。",
                List.of(new VisitReport.Met("虚构经理" + number, "生产经理")),
                List.of(new VisitReport.Promised(
                        id("promise", number), Promiser.COMMISSIONER, null, "（虚构）送来最新的用工政策", day.plusDays(20))),
                number % 5 == 0
                        ? List.of(new VisitReport.Heard(
                                id("problem", number), "labour-energy", "缺操作工", "走访时提出（虚构）：缺十名操作工。", null))
                        : List.of(),
                null);
        Actor commissioner = people.commissioner("commissioner");
        clock.at(morning.plusSeconds(3600), () -> {
            var receipt = recording
                    .record(commissioner, clientId, new RecordingVisits.Written(null, 1, 0), report)
                    .receipt();
            if (number % 3 == 0) echoing.echo(member(firm), firm.id(), receipt.visit(), true, number % 2 == 0);
        });
        LocalDate settled = day.plusDays(15);
        if (number % 2 == 0 && settled.isBefore(today)) {
            var promise = reading.own(commissioner, clientId).promises().get(0).id();
            clock.at(
                    settled.atTime(10, 0).atZone(Times.SHANGHAI).toInstant(),
                    () -> settling.settle(commissioner, promise, number % 4 == 0, settled, "（虚构）已当面说明。"));
        }
    }

    private Actor member(Firm firm) {
        UUID person = database.sql("select person_id from enterprise_member_reach where enterprise_id = ? limit 1")
                .param(firm.id().value())
                .query(UUID.class)
                .single();
        return DemoPeople.actor(new PersonId(person));
    }

    private static UUID id(String what, int number) {
        return UUID.nameUUIDFromBytes(("demo " + what + " " + number).getBytes(StandardCharsets.UTF_8));
    }
}
