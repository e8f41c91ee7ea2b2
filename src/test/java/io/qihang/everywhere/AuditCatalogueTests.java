package io.qihang.everywhere;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Audited;
import io.qihang.access.Role;
import io.qihang.everywhere.Doing.Row;
import io.qihang.everywhere.Doing.Who;
import io.qihang.identity.domain.InitialPassword;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.AccessMatrix;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Operations;
import io.qihang.testing.Operations.Operation;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import io.qihang.testing.Township;
import io.qihang.testing.Townships;
import io.qihang.visit.domain.PhotosTaken;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The catalogue of what is recorded: every audited action is done once for real and leaves exactly one row that says
 * who, as what, what, on which object, how it ended, from where and in which request; so does every refusal.
 */
@SystemTest
class AuditCatalogueTests {

    /** Half of a sign-in, which is recorded when its second half is right; refused, it is recorded like any other. */
    private static final String FIRST_HALF = "checkPassword";

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    ApplicationContext system;

    @Autowired
    Townships townships;

    @Autowired
    Operations operations;

    @Autowired
    Staffing staffing;

    @Autowired
    Phones phones;

    @Autowired
    Firms firms;

    @Autowired
    WeChatSimulator weChat;

    @Autowired
    InitialPassword passwords;

    @Autowired
    JdbcClient database;

    @Autowired
    Limits limits;

    @Autowired
    MovableClock clock;

    @Autowired
    Api api;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void every_audited_action_leaves_exactly_one_row_that_says_everything() {
        Map<String, String> actions = actions();
        var doing = new Doing(operations, actions, database, limits);
        Township here = townships.of("示例", "371525200", "斜店乡", "gxj");
        LocalDate today = Times.dayOf(clock.instant());
        new AuditedAccounts(doing, here, api, phones, weChat, passwords, database, clock).play();
        new AuditedPapers(doing, here, today, database).play();
        var arbiter = staffing.hire(new RegionCode("371525"), Role.HANDLER, null, "gyzhb");
        var ruling = new Who(arbiter.api(), arbiter.id().toString(), "HANDLER", "CONSOLE");
        var tickets = new AuditedTickets(doing, here, ruling, database, clock, today);
        String waiting;
        var photos = new PhotosTaken(system, new RegionCode("371525"));
        try {
            waiting = tickets.play();
        } finally {
            photos.close();
        }
        var enterprises = new AuditedEnterprises(doing, here, phones, firms, staffing, database, today);
        enterprises.play();
        clock.move(Duration.ofDays(30));
        var officer = staffing.hire(Role.COUNTY_OFFICER);
        Who later = new Who(officer.api(), officer.id().toString(), "COUNTY_OFFICER", "CONSOLE");
        tickets.unanswered(later, waiting);
        enterprises.moved(later, Times.dayOf(clock.instant()));

        assertThat(String.join("\n", doing.faults())).isEmpty();
        var examples = new TreeSet<>(doing.done());
        examples.add(FIRST_HALF);
        assertThat(examples).as("an audited action without an example").isEqualTo(actions.keySet());
    }

    @Test
    void every_refused_audited_action_leaves_exactly_one_row() {
        Map<String, String> actions = actions();
        var doing = new Doing(operations, actions, database, limits);
        Township here = townships.of("示例", "371525209", "万善乡", "gxj");
        AccessMatrix matrix = AccessMatrix.read();
        List<String> faults = new ArrayList<>();
        for (var operation : operations.all()) {
            String action = actions.get(operation.id());
            if (action == null) continue;
            for (String column : matrix.refused(operation.id())) {
                limits.forget();
                var before = doing.now();
                Api.Reply reply = send(here.caller(column), operation);
                List<Row> rows = doing.rowsSince(before);
                if (!isRefusal(rows, action, reply, Who.of(here, column)))
                    faults.add(operation.id() + " as " + column + ": " + reply + " leaves " + rows);
            }
        }
        assertThat(String.join("\n", faults)).isEmpty();
    }

    private static Api.Reply send(Api caller, Operation operation) {
        if (operation.takesFile()) {
            return caller.with("Content-Type", "multipart/form-data; boundary=x")
                    .send(operation.method(), operation.samplePath(), "--x--\r\n");
        }
        return caller.once().send(operation.method(), operation.samplePath(), operation.hasBody() ? "{}" : null);
    }

    private static boolean isRefusal(List<Row> rows, String action, Api.Reply reply, Who who) {
        if (rows.size() != 1) return false;
        Row row = rows.get(0);
        boolean signedIn = reply.status() == 403;
        return row.action().equals(action)
                && row.outcome().equals("REFUSED")
                && row.reason().equals(reply.status() + " " + reply.code())
                && row.traceId().equals(reply.at("/traceId"))
                && row.sourceAddress().equals("127.0.0.1")
                && row.objectId().startsWith("/api/v1/")
                && (row.actor() != null) == signedIn
                && (!signedIn || isBy(who, row));
    }

    private static boolean isBy(Who who, Row row) {
        return who.account().equals(String.valueOf(row.actor())) && row.roles().equals(who.role());
    }

    @Test
    void a_wrong_password_is_recorded_under_the_account_it_was_tried_on_and_so_is_the_lock() {
        var doing = new Doing(operations, actions(), database, limits);
        var member = staffing.hire(Role.LEADER);
        for (int attempt = 1; attempt <= 5; attempt++) {
            var before = doing.now();
            var wrong = Map.of("loginName", member.loginName(), "password", "Wrong#12345678");
            var reply = api.post("/api/v1/desk/sign-in/password", wrong).expect(401);
            List<Row> rows = doing.rowsSince(before);
            assertThat(rows).hasSize(attempt < 5 ? 1 : 2);
            assertThat(rows).anySatisfy(it -> {
                assertThat(it.action() + it.outcome()).isEqualTo("staff.sign-inREFUSED");
                assertThat(it.objectType()).isEqualTo("staff");
                assertThat(it.objectId()).isEqualTo(member.id().toString());
                assertThat(it.reason()).isEqualTo("401 SIGN_IN_REFUSED");
                assertThat(it.traceId()).isEqualTo(reply.at("/traceId"));
                assertThat(it.sourceAddress()).isEqualTo("127.0.0.1");
            });
            boolean locked = attempt == 5;
            assertThat(rows.stream()
                            .anyMatch(it -> it.action().equals("account.lock")
                                    && it.outcome().equals("DONE")
                                    && it.objectId().equals(member.id().toString())))
                    .isEqualTo(locked);
        }
    }

    @Test
    void a_name_nobody_has_is_recorded_without_an_account() {
        var doing = new Doing(operations, actions(), database, limits);
        var before = doing.now();
        api.post("/api/v1/desk/sign-in/password", Map.of("loginName", "nobody-here", "password", "Wrong#12345678"))
                .expect(401);
        assertThat(doing.rowsSince(before)).singleElement().satisfies(it -> assertThat(it.objectId())
                .isEqualTo("/api/v1/desk/sign-in/password"));
    }

    /** The audited action by operation, from the handlers themselves. */
    private Map<String, String> actions() {
        Map<String, String> actions = new TreeMap<>();
        for (var handler : requestMappingHandlerMapping.getHandlerMethods().values()) {
            Audited audited = handler.getMethodAnnotation(Audited.class);
            var operation = handler.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
            if (audited != null && operation != null) actions.put(operation.operationId(), audited.value());
        }
        return actions;
    }
}
