package io.qihang.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.crypto.Vault;
import io.qihang.enterprise.domain.Listing;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.Phones;
import io.qihang.testing.SqlCount;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People come and go: who manages the enterprise's account hands it over, is replaced, leaves. */
@SystemTest
class HandoverJourney {

    private static final String QINGSHUI = "371525104";
    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    @Autowired
    Limits limits;

    @Autowired
    SqlCount sql;

    @Autowired
    JdbcClient database;

    private final Phones phones;
    private final Staffing staffing;
    private final Api officer;
    private final Phones.Person manager;
    private final Phones.Person colleague;
    private final String uscc = Usccs.next();
    private final String name = "冠县虚构交接" + uscc.substring(10, 17) + "有限公司";
    private final String enterprise;

    HandoverJourney(
            @Autowired Phones phones,
            @Autowired Staffing staffing,
            @Autowired JdbcClient database,
            @Autowired Vault vault) {
        this.phones = phones;
        this.staffing = staffing;
        officer = staffing.hireFor(QINGSHUI).api();
        String phone = "1370001%04d".formatted(NUMBER.incrementAndGet());
        new Listing(database, vault).add(uscc, name, QINGSHUI, phone);
        manager = phones.signIn(phone);
        enterprise = register(manager).at("/enterprise");
        colleague = joined();
    }

    @BeforeEach
    void forgetLimits() {
        limits.forget();
    }

    private Api.Reply register(Phones.Person person) {
        return person.api()
                .once()
                .post(
                        "/api/v1/registrations",
                        Map.of(
                                "uscc", uscc,
                                "name", name,
                                "operatingUnit", QINGSHUI,
                                "countsAt", "OPERATING",
                                "industry", "C34",
                                "contactName", "虚构联系人",
                                "contactPhone", "13800009999",
                                "role", "CLERK"))
                .expect(201);
    }

    private Phones.Person asking() {
        Phones.Person person = phones.signIn();
        register(person);
        return person;
    }

    private Phones.Person joined() {
        Phones.Person person = asking();
        manager.api()
                .post(own() + "/members/" + membership(person) + "/approval", "")
                .expect(204);
        return person;
    }

    private String own() {
        return "/api/v1/enterprises/" + enterprise;
    }

    private String desk(Phones.Person person) {
        return "/api/v1/desk/enterprises/" + enterprise + "/members/" + membership(person);
    }

    private static String membership(Phones.Person person) {
        return person.api().get("/api/v1/enterprises/mine").expect(200).at("/items/0/membership");
    }

    private boolean manages(Phones.Person person) {
        return person.api().get(own()).expect(200).at("/manager").equals("true");
    }

    private Api.Reply offer(Phones.Person to) {
        return manager.api().once().post(own() + "/members/" + membership(to) + "/handover", "");
    }

    private static List<String> steps(Api.Reply history) {
        return history.json()
                .path("items")
                .valueStream()
                .map(it ->
                        it.path("stepName").asString("") + " " + it.path("by").asString(""))
                .toList();
    }

    @Test
    void the_manager_hands_over_to_a_colleague_who_agrees_and_may_then_leave() {
        manager.api().once().post(own() + "/leaving", "").expect(409, "MANAGER_CANNOT_LEAVE");
        offer(colleague).expect(204);
        assertThat(manages(manager)).isTrue();
        assertThat(colleague.api().get(own()).expect(200).at("/handoverOffered"))
                .isEqualTo("true");
        Api once = colleague.api().once();
        once.post(own() + "/handover/acceptance", "").expect(204);
        once.post(own() + "/handover/acceptance", "").expect(204);
        colleague.api().once().post(own() + "/handover/acceptance", "").expect(409, "HANDOVER_GONE");
        assertThat(manages(colleague)).isTrue();
        assertThat(manages(manager)).isFalse();
        manager.api().get(own() + "/members").expect(404, "NOT_FOUND");

        Api leaving = manager.api().once();
        leaving.post(own() + "/leaving", "").expect(204);
        leaving.post(own() + "/leaving", "").expect(204);
        manager.api().get(own()).expect(404, "NOT_FOUND");
        var history = colleague.api().get(own() + "/member-history").expect(200);
        assertThat(steps(history))
                .containsExactlyInAnyOrder(
                        "本人退出 本人",
                        "成为企业管理员 本人",
                        "交出企业管理员 本人",
                        "确认身份 企业管理员",
                        "申请加入 本人",
                        "成为企业管理员 系统",
                        "确认身份 系统",
                        "登记时自报 本人");
        assertThat(audited("membership.accept-management")).isOne();
        assertThat(register(manager).at("/licenceHelps")).isEqualTo("false");
    }

    @Test
    void nothing_changes_when_the_colleague_refuses_or_the_manager_takes_it_back() {
        offer(colleague).expect(204);
        colleague.api().once().post(own() + "/handover/refusal", "").expect(204);
        assertThat(manages(manager)).isTrue();
        manager.api().once().post(own() + "/handover/withdrawal", "").expect(409, "HANDOVER_GONE");
        offer(colleague).expect(204);
        manager.api().once().post(own() + "/handover/withdrawal", "").expect(204);
        colleague.api().once().post(own() + "/handover/acceptance", "").expect(409, "HANDOVER_GONE");
    }

    @Test
    void an_offer_to_another_one_takes_the_first_back_and_goes_only_to_the_confirmed() {
        Phones.Person other = joined();
        offer(colleague).expect(204);
        offer(other).expect(204);
        colleague.api().once().post(own() + "/handover/acceptance", "").expect(409, "HANDOVER_GONE");
        offer(asking()).expect(409, "HANDOVER_TO_UNCONFIRMED");
        offer(manager).expect(409, "MEMBER_IS_MANAGER");
        colleague.api().once().post(own() + "/leaving", "").expect(204);
        other.api().once().post(own() + "/handover/acceptance", "").expect(204);
        assertThat(manages(other)).isTrue();
    }

    @Test
    void an_offer_dies_with_the_membership_it_was_made_to() {
        offer(colleague).expect(204);
        colleague.api().once().post(own() + "/leaving", "").expect(204);
        manager.api().once().post(own() + "/handover/withdrawal", "").expect(409, "HANDOVER_GONE");
    }

    @Nested
    class The_unit {

        private final Map<String, String> why = Map.of("reason", "原管理员已离职，企业来函");

        @Test
        void makes_another_member_the_manager_for_a_reason_when_the_manager_is_gone() {
            officer.post(desk(colleague) + "/management", Map.of("reason", "")).expect(400, "INVALID_FIELDS");
            officer.post(desk(asking()) + "/management", why).expect(409, "HANDOVER_TO_UNCONFIRMED");
            officer.post(desk(colleague) + "/management", why).expect(204);
            officer.post(desk(colleague) + "/management", why).expect(409, "MEMBER_IS_MANAGER");
            assertThat(manages(colleague)).isTrue();
            assertThat(manages(manager)).isFalse();
            var history = officer.get("/api/v1/desk/enterprises/" + enterprise + "/member-history?limit=2")
                    .expect(200);
            assertThat(steps(history)).containsExactlyInAnyOrder("成为企业管理员 工作人员", "交出企业管理员 工作人员");
            assertThat(history.at("/items/0/note")).isEqualTo("原管理员已离职，企业来函");
            assertThat(audited("membership.transfer-management")).isOne();
        }

        @Test
        void ends_the_manager_s_membership_and_the_next_confirmed_manages_only_where_nobody_is_left() {
            officer.post(desk(manager) + "/end", why).expect(204);
            manager.api().get(own()).expect(404, "NOT_FOUND");
            Phones.Person next = asking();
            officer.post(desk(next) + "/confirmation", Map.of("proof", "OFFICER"))
                    .expect(204);
            assertThat(manages(next)).isFalse();
            officer.post(desk(next) + "/end", why).expect(204);
            officer.post(desk(colleague) + "/end", why).expect(204);
            Phones.Person last = asking();
            officer.post(desk(last) + "/confirmation", Map.of("proof", "OFFICER"))
                    .expect(204);
            assertThat(manages(last)).isTrue();
        }

        @Test
        void of_another_township_finds_nothing() {
            Api other = staffing.hireFor("371525103").api();
            other.post(desk(colleague) + "/management", why).expect(404, "NOT_FOUND");
            other.post(desk(colleague) + "/end", why).expect(404, "NOT_FOUND");
            assertThat(other.get("/api/v1/desk/enterprises/" + enterprise + "/member-history")
                            .expect(200)
                            .json()
                            .path("items")
                            .size())
                    .isZero();
        }
    }

    @Test
    void what_a_member_is_may_change_and_what_they_were_stays_on_record() {
        String role = own() + "/members/" + membership(colleague) + "/role";
        manager.api().put(role, Map.of("role", "FINANCE")).expect(204);
        manager.api().put(role, Map.of("role", "FINANCE")).expect(204);
        colleague.api().put(role, Map.of("role", "LEGAL_REPRESENTATIVE")).expect(404, "NOT_FOUND");
        var history = manager.api().get(own() + "/member-history?limit=1").expect(200);
        assertThat(history.at("/items/0/note")).isEqualTo("办事员改为财务");
        assertThat(history.at("/items/0/roleName")).isEqualTo("财务");
        assertThat(audited("membership.change-role")).isOne();
    }

    @Test
    void a_stranger_finds_nothing_to_hand_over() {
        Phones.Person stranger = phones.signIn();
        String member = own() + "/members/" + membership(colleague);
        stranger.api().once().post(member + "/handover", "").expect(404, "NOT_FOUND");
        colleague.api().once().post(member + "/handover", "").expect(404, "NOT_FOUND");
        for (String path : List.of("/handover/acceptance", "/handover/refusal", "/handover/withdrawal", "/leaving")) {
            stranger.api().once().post(own() + path, "").expect(404, "NOT_FOUND");
        }
        assertThat(stranger.api()
                        .get(own() + "/member-history")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void reading_members_and_their_history_costs_at_most_two_statements() {
        for (String path : List.of(own(), own() + "/members", own() + "/member-history")) {
            manager.api().get(path).expect(200);
            assertThat(sql.of(manager.api(), it -> it.get(path))).as(path).hasSizeBetween(1, 2);
        }
    }

    private int audited(String action) {
        return database.sql("""
                        select count(*) from audit_event e join membership m on m.id::text = e.object_id
                        where e.action = :action and m.enterprise_id = cast(:enterprise as uuid)
                        """)
                .param("action", action)
                .param("enterprise", enterprise)
                .query(Integer.class)
                .single();
    }
}
