package io.qihang.visit;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The people and words that tests of visits share. The day is Wednesday, 30 September 2026, 17:00. */
@SystemTest
abstract class VisitPlay {

    static final String QINGSHUI = "371525104";
    static final String LIULIN = "371525103";
    static final LocalDate TODAY = LocalDate.of(2026, 9, 30);

    @Autowired
    Staffing staffing;

    @Autowired
    Phones phones;

    @Autowired
    Firms firms;

    @Autowired
    MovableClock clock;

    @Autowired
    Limits limits;

    @BeforeEach
    void on_an_afternoon() {
        limits.forget();
        set("2026-09-30T17:00");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    /** Sets the clock to Beijing time; console sessions do not outlive half a day. */
    void set(String local) {
        clock.set(LocalDateTime.parse(local).atZone(Times.SHANGHAI).toInstant());
    }

    /** A commissioner with a phone. */
    record Commissioner(StaffId id, Api api) {}

    Commissioner commissioner() {
        var member = staffing.hire(Role.COMMISSIONER);
        return new Commissioner(member.id(), phones.bound(member).api());
    }

    /** An enterprise in 清水镇 that the commissioner looks after since the first of September. */
    EnterpriseId firmOf(Commissioner commissioner) {
        var enterprise = firms.in(QINGSHUI);
        firms.assign(enterprise, commissioner.id(), LocalDate.of(2026, 9, 1));
        return enterprise;
    }

    /** A confirmed member's phone. */
    Api member(EnterpriseId enterprise) {
        var person = phones.signIn();
        firms.join(enterprise, person.id());
        return person.api();
    }

    static String visit(UUID clientId) {
        return "/api/v1/visits/" + clientId;
    }

    /** A telling; {@code more} replaces or adds fields. */
    static Map<String, Object> telling(EnterpriseId enterprise, Map<String, ?> more) {
        Map<String, Object> telling = new TreeMap<>(Map.of(
                "revision",
                1,
                "enterprise",
                enterprise,
                "visitedAt",
                "2026-09-30T10:00:00+08:00",
                "kind",
                "ON_SITE",
                "said",
                "新线月底投产，缺技工二十名。",
                "people",
                List.of(Map.of("name", "虚构经理", "position", "总经理"))));
        telling.putAll(more);
        return telling;
    }

    static Map<String, String> promise(UUID id, String what, String dueOn) {
        return Map.of("id", id.toString(), "by", "COMMISSIONER", "what", what, "dueOn", dueOn);
    }

    static Map<String, String> problem(UUID id, String title) {
        return Map.of("id", id.toString(), "category", "labour-energy", "title", title, "content", "希望协调招工。");
    }

    /** Records a visit with one promise; returns the promise's id. */
    String promised(Commissioner by, EnterpriseId enterprise, String what, String dueOn) {
        UUID clientId = UUID.randomUUID();
        by.api()
                .put(
                        visit(clientId),
                        telling(enterprise, Map.of("promises", List.of(promise(UUID.randomUUID(), what, dueOn)))))
                .expect(201);
        return by.api().get(visit(clientId)).expect(200).at("/promises/0/id");
    }

    static List<String> all(Api.Reply list, String field) {
        var items = list.json().isArray() ? list.json() : list.json().path("items");
        return items.valueStream().map(it -> it.path(field).asString("")).toList();
    }
}
