package io.qihang.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.crypto.Vault;
import io.qihang.enterprise.domain.Listing;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How an enterprise of 冠县 comes into the system, from the poster to the confirmed member. */
@SystemTest
class RegistrationJourney {

    private static final String QINGSHUI = "371525104";
    private static final String LIULIN = "371525103";
    private static final String REGISTER_PHONE = "13700000001";

    @Autowired
    Api api;

    @Autowired
    Phones phones;

    @Autowired
    Staffing staffing;

    @Autowired
    Limits limits;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    Vault vault;

    private final String uscc = Usccs.next();
    private final String name = "冠县样例" + uscc.substring(10, 17) + "有限公司";

    @BeforeEach
    void forgetLimits() {
        limits.forget();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private Map<String, Object> form(String code, String called) {
        return new HashMap<>(Map.of(
                "uscc", code,
                "name", called,
                "registeredUnit", LIULIN,
                "operatingUnit", QINGSHUI,
                "countsAt", "OPERATING",
                "industry", "C34",
                "contactName", "虚构联系人",
                "contactPhone", "13800009999",
                "role", "CLERK"));
    }

    private static Map<String, Object> stated(Api.Reply own) {
        Map<String, Object> fields = new HashMap<>();
        own.json()
                .path("form")
                .properties()
                .forEach(it -> fields.put(it.getKey(), it.getValue().asString("")));
        return fields;
    }

    private Api.Reply register(Phones.Person person) {
        return person.api().once().post("/api/v1/registrations", form(uscc, name));
    }

    private void listed(@Nullable String phone) {
        new Listing(database, vault).add(uscc, name, QINGSHUI, phone);
    }

    @Test
    void a_listed_enterprise_is_accepted_at_once_and_its_person_proven_by_the_registers_phone() {
        listed("13700000011");
        var boss = phones.signIn("13700000011");
        var answer = register(boss).expect(201);
        assertThat(answer.at("/result")).isEqualTo("ACCEPTED");
        assertThat(answer.at("/licenceRequired")).isEqualTo("false");
        var enterprise = boss.api()
                .get("/api/v1/enterprises/" + answer.at("/enterprise"))
                .expect(200);
        assertThat(enterprise.at("/proofName")).isEqualTo("名录电话一致");
        assertThat(enterprise.at("/manager")).isEqualTo("true");
        assertThat(enterprise.at("/details/unitName")).isEqualTo("清水镇");
        assertThat(enterprise.at("/details/registeredUnit")).isEqualTo("柳林镇");
        assertThat(enterprise.at("/details/countsSince"))
                .isEqualTo(Times.dayOf(clock.instant()).toString());
        assertThat(boss.api().get("/api/v1/enterprises/mine").expect(200).at("/items/0/name"))
                .isEqualTo(name);
    }

    @Test
    void a_stranger_who_knows_code_and_name_registers_the_enterprise_but_sees_nothing_private() {
        listed(REGISTER_PHONE);
        var stranger = phones.signIn();
        String enterprise = register(stranger).expect(201).at("/enterprise");
        var seen = stranger.api().get("/api/v1/enterprises/" + enterprise).expect(200);
        assertThat(seen.at("/proofName")).isEqualTo("自报");
        assertThat(seen.at("/confirmed")).isEqualTo("false");
        assertThat(seen.json().path("details").isNull()).isTrue();
        assertThat(seen.text()).doesNotContain(REGISTER_PHONE, "13800009999", "虚构联系人", uscc);
        assertThat(stranger.api()
                        .post("/api/v1/enterprises/" + enterprise + "/phone-proof", "")
                        .expect(200)
                        .at("/confirmed"))
                .isEqualTo("false");
        stranger.api().get("/api/v1/enterprises/" + enterprise + "/members").expect(404, "NOT_FOUND");
    }

    @Test
    void an_unlisted_enterprise_goes_to_its_township_comes_back_with_reasons_and_is_accepted_when_amended() {
        var boss = phones.signIn();
        var officer = staffing.hireFor(QINGSHUI).api();
        var answer = register(boss).expect(201);
        String id = answer.at("/registration");
        assertThat(answer.at("/result")).isEqualTo("PENDING");
        assertThat(answer.at("/licenceRequired")).isEqualTo("true");

        assertThat(officer.get("/api/v1/desk/registrations?limit=100")
                        .expect(200)
                        .text())
                .contains(id);
        var detail = officer.get("/api/v1/desk/registrations/" + id).expect(200);
        assertThat(detail.at("/contactPhone")).isEqualTo("13800009999");
        assertThat(detail.at("/industry")).isEqualTo("通用设备制造业");

        officer.post("/api/v1/desk/registrations/" + id + "/return", Map.of("reasons", List.of("OTHER")))
                .expect(400, "INVALID_FIELDS");
        officer.post(
                        "/api/v1/desk/registrations/" + id + "/return",
                        Map.of("reasons", List.of("CODE_OR_NAME", "OTHER"), "note", "执照上是新名称"))
                .expect(204);
        officer.post("/api/v1/desk/registrations/" + id + "/acceptance", Map.of())
                .expect(409, "REGISTRATION_DECIDED");
        register(boss).expect(409, "REGISTRATION_OPEN");

        var mine = boss.api().get("/api/v1/registrations/mine").expect(200);
        assertThat(mine.at("/items/0/statusName")).isEqualTo("已退回，请修改");
        assertThat(mine.at("/items/0/returnReasons/0")).isEqualTo("代码或名称与营业执照不一致");
        assertThat(mine.at("/items/0/returnNote")).isEqualTo("执照上是新名称");
        assertThat(boss.api().get("/api/v1/registrations/mine?open=true").at("/items/0/id"))
                .isEqualTo(id);

        var own = boss.api().get("/api/v1/registrations/" + id).expect(200);
        assertThat(own.at("/registration/returnNote")).isEqualTo("执照上是新名称");
        Map<String, Object> stated = stated(own);
        assertThat(stated).isEqualTo(form(uscc, name));
        stated.put("name", name + "（新）");

        String path = "/api/v1/registrations/" + id + "/resubmission";
        boss.api().once().post(path, stated).expect(200);
        boss.api().once().post(path, form(uscc, name)).expect(409, "REGISTRATION_NOT_RETURNED");
        String enterprise = officer.post(
                        "/api/v1/desk/registrations/" + id + "/acceptance", Map.of("memberProof", "OFFICER"))
                .expect(200)
                .at("/enterprise");

        assertThat(boss.api()
                        .get("/api/v1/registrations/mine?open=true")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
        var registered = boss.api().get("/api/v1/enterprises/" + enterprise).expect(200);
        assertThat(registered.at("/name")).isEqualTo(name + "（新）");
        assertThat(registered.at("/proofName")).isEqualTo("工作人员确认");
        assertThat(registered.at("/details/contactPhone")).isEqualTo("13800009999");
        assertThat(officer.get("/api/v1/desk/registrations/" + id)
                        .expect(200)
                        .json()
                        .path("steps")
                        .valueStream()
                        .map(it -> it.path("step").asString())
                        .toList())
                .containsExactly("提交", "退回", "重新提交", "接受");
    }

    @Test
    void a_second_person_joins_when_the_manager_agrees_and_one_person_may_be_in_several_enterprises() {
        listed("13700000012");
        var manager = phones.signIn("13700000012");
        String enterprise = register(manager).expect(201).at("/enterprise");
        var colleague = phones.signIn();
        var asked = register(colleague).expect(201);
        assertThat(asked.at("/result")).isEqualTo("JOIN_REQUESTED");
        assertThat(asked.at("/enterprise")).isEqualTo(enterprise);
        register(colleague).expect(409, "ALREADY_MEMBER");

        var members = manager.api()
                .get("/api/v1/enterprises/" + enterprise + "/members")
                .expect(200);
        String membership = members.at("/1/membership");
        assertThat(members.at("/1/statusName")).isEqualTo("待同意");
        String path = "/api/v1/enterprises/" + enterprise + "/members/" + membership;
        colleague.api().post(path + "/approval", "").expect(404, "NOT_FOUND");
        manager.api().post(path + "/approval", "").expect(204);
        manager.api().post(path + "/approval", "").expect(409, "MEMBERSHIP_DECIDED");
        var own = colleague.api().get("/api/v1/enterprises/" + enterprise).expect(200);
        assertThat(own.at("/confirmed")).isEqualTo("true");
        assertThat(own.at("/manager")).isEqualTo("false");

        String second = Usccs.next();
        new Listing(database, vault).add(second, "冠县第二家有限公司", LIULIN, null);
        colleague
                .api()
                .once()
                .post("/api/v1/registrations", form(second, "冠县第二家有限公司"))
                .expect(201);
        assertThat(colleague
                        .api()
                        .get("/api/v1/enterprises/mine")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void a_refused_person_is_out_and_may_ask_again() {
        listed(null);
        var first = phones.signIn();
        String enterprise = register(first).expect(201).at("/enterprise");
        var officer = staffing.hireFor(QINGSHUI).api();
        String members = "/api/v1/desk/enterprises/" + enterprise + "/members";
        String membership = officer.get(members).expect(200).at("/0/membership");
        officer.post(members + "/" + membership + "/refusal", Map.of("reason", ""))
                .expect(400, "INVALID_FIELDS");
        officer.post(members + "/" + membership + "/refusal", Map.of("reason", "不是这家企业的人"))
                .expect(204);
        String path = "/api/v1/enterprises/" + enterprise;
        var told = first.api().get(path).expect(200);
        assertThat(told.at("/statusName")).isEqualTo("未同意");
        assertThat(told.at("/refusal")).isEqualTo("不是这家企业的人");
        assertThat(told.json().path("details").isNull()).isTrue();
        assertThat(first.api().get("/api/v1/enterprises/mine").expect(200).text())
                .doesNotContain(enterprise);
        assertThat(register(first).expect(201).at("/result")).isEqualTo("JOIN_REQUESTED");
        assertThat(first.api().get(path).expect(200).json().path("refusal").isNull())
                .isTrue();
    }

    @Test
    void a_manager_turns_a_person_down_for_a_reason_they_choose_and_writes_them_nothing() {
        listed("13700000013");
        var manager = phones.signIn("13700000013");
        String enterprise = register(manager).expect(201).at("/enterprise");
        var stranger = phones.signIn();
        register(stranger).expect(201);
        String path = "/api/v1/enterprises/" + enterprise;
        String refusal = path + "/members/"
                + manager.api().get(path + "/members").expect(200).at("/1/membership") + "/refusal";
        manager.api().post(refusal, Map.of()).expect(400, "INVALID_FIELDS");
        manager.api().post(refusal, Map.of("reason", "看着就不像好人")).expect(400);
        manager.api().post(refusal, Map.of("reason", "WRONG_ROLE")).expect(204);
        assertThat(stranger.api().get(path).expect(200).at("/refusal")).isEqualTo("身份选得不对，请选对后重新申请");
    }

    @Test
    void members_read_only_the_first_character_of_a_name_that_one_of_them_typed() {
        listed("13700000014");
        var member = phones.signIn("13700000014");
        String enterprise = register(member).expect(201).at("/enterprise");
        assertThat(member.api()
                        .get("/api/v1/enterprises/" + enterprise)
                        .expect(200)
                        .at("/details/contactName"))
                .isEqualTo("虚**");
        assertThat(staffing.hireFor(QINGSHUI)
                        .api()
                        .get("/api/v1/desk/enterprises/" + enterprise)
                        .expect(200)
                        .at("/details/contactName"))
                .isEqualTo("虚构联系人");
    }

    @Nested
    class The_same_request_again {

        @Test
        void has_one_effect() {
            listed(null);
            var person = phones.signIn();
            var once = person.api().once();
            var first = once.post("/api/v1/registrations", form(uscc, name)).expect(201);
            var again = once.post("/api/v1/registrations", form(uscc, name)).expect(201);
            assertThat(again.json()).isEqualTo(first.json());
            once.post("/api/v1/registrations", form(uscc, name + "二")).expect(422, "IDEMPOTENCY_KEY_REUSED");
            person.api().post("/api/v1/registrations", form(uscc, name)).expect(400, "IDEMPOTENCY_KEY_MISSING");
        }
    }

    @Nested
    class A_look_up {

        @Test
        void answers_alike_whether_the_code_is_registered_listed_or_unknown() {
            listed(null);
            register(phones.signIn()).expect(201);
            String onlyListed = Usccs.next();
            new Listing(database, vault).add(onlyListed, "冠县只在名录有限公司", QINGSHUI, null);
            var asker = phones.signIn();
            for (String code : List.of(uscc, onlyListed, Usccs.next())) {
                var answer = asker.api()
                        .post("/api/v1/registrations/check", Map.of("uscc", code))
                        .expect(200);
                assertThat(answer.text()).isEqualTo("{\"uscc\":\"" + code + "\"}");
            }
        }

        @Test
        void by_registering_under_a_wrong_name_tells_nothing_either() {
            listed(REGISTER_PHONE);
            register(phones.signIn()).expect(201);
            String onlyListed = Usccs.next();
            new Listing(database, vault).add(onlyListed, "冠县只在名录有限公司", QINGSHUI, null);
            var asker = phones.signIn();
            for (String code : List.of(uscc, onlyListed, Usccs.next())) {
                var answer = asker.api()
                        .once()
                        .post("/api/v1/registrations", form(code, "冠县猜的名称有限公司"))
                        .expect(201);
                assertThat(answer.at("/result")).isEqualTo("PENDING");
                assertThat(answer.json().path("enterprise").isNull()).isTrue();
            }
        }

        @Test
        void is_refused_after_ten_in_an_hour() {
            var asker = phones.signIn();
            for (int i = 0; i < 10; i++) {
                asker.api()
                        .post("/api/v1/registrations/check", Map.of("uscc", Usccs.next()))
                        .expect(200);
            }
            asker.api().once().post("/api/v1/registrations", form(uscc, name)).expect(429, "TOO_MANY_REQUESTS");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "91371525", "9137152OMA1000001X"})
        void of_something_that_is_no_code_says_what_is_wrong(String typed) {
            phones.signIn()
                    .api()
                    .post("/api/v1/registrations/check", Map.of("uscc", typed))
                    .expect(400);
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            operatingUnit, 371525999, UNIT_UNKNOWN
            operatingUnit, 371525,    UNIT_UNKNOWN
            operatingUnit, -,         COUNTING_UNIT_MISSING
            registeredUnit, 130600001, UNITS_OF_TWO_COUNTIES
            industry,      C99,       INDUSTRY_UNKNOWN
            contactPhone,  12345,     CONTACT_PHONE_REFUSED
            uscc,          91371525MA0000000X, USCC_REFUSED
            name,          '',        INVALID_FIELDS
            countsAt,      -,         INVALID_FIELDS
            status,        ACCEPTED,  UNKNOWN_FIELD
            enterpriseId,  x,         UNKNOWN_FIELD
            """)
    void a_wrong_form_is_refused(String field, String value, String code) {
        var form = form(uscc, name);
        form.put(field, value);
        phones.signIn().api().once().post("/api/v1/registrations", form).expect(400, code);
    }

    @Nested
    class Another {

        private String enterprise = "";
        private String registration = "";
        private final String pending = Usccs.next();
        private static final String CANARY = "金丝雀企业";

        @BeforeEach
        void oneEnterpriseAndOneRegistrationOfQingshui() {
            new Listing(database, vault).add(uscc, CANARY + uscc, QINGSHUI, null);
            var owner = phones.signIn();
            enterprise = owner.api()
                    .once()
                    .post("/api/v1/registrations", form(uscc, CANARY + uscc))
                    .expect(201)
                    .at("/enterprise");
            registration = owner.api()
                    .once()
                    .post("/api/v1/registrations", form(pending, CANARY + pending))
                    .expect(201)
                    .at("/registration");
        }

        @Test
        void township_finds_neither_enterprise_nor_registration_and_changes_nothing() {
            var own = staffing.hireFor(QINGSHUI).api();
            var other = staffing.hireFor(LIULIN).api();
            String membership = own.get("/api/v1/desk/enterprises/" + enterprise + "/members")
                    .expect(200)
                    .at("/0/membership");
            for (String path : List.of(
                    "/api/v1/desk/enterprises/%s",
                    "/api/v1/desk/enterprises/%s/places", "/api/v1/desk/enterprises/%s/members")) {
                own.get(path.formatted(enterprise)).expect(200);
                sameAsMissing(other.get(path.formatted(enterprise)), other.get(path.formatted(UUID.randomUUID())));
            }
            own.get("/api/v1/desk/registrations/" + registration).expect(200);
            sameAsMissing(
                    other.get("/api/v1/desk/registrations/" + registration),
                    other.get("/api/v1/desk/registrations/" + UUID.randomUUID()));
            String desk = "/api/v1/desk/enterprises/" + enterprise;
            Map<String, Object> writes = Map.of(
                    "/api/v1/desk/registrations/" + registration + "/acceptance", Map.of(),
                    "/api/v1/desk/registrations/" + registration + "/return",
                            Map.of("reasons", List.of("CODE_OR_NAME")),
                    desk + "/members/" + membership + "/confirmation", Map.of("proof", "OFFICER"),
                    desk + "/members/" + membership + "/refusal", Map.of("reason", "x"),
                    desk + "/moves", Map.of("unit", LIULIN, "effectiveFrom", "2099-01-01", "reason", "x"));
            writes.forEach((path, body) -> other.post(path, body).expect(404, "NOT_FOUND"));
            other.put("/api/v1/desk/units/" + QINGSHUI + "/poster", "").expect(404, "NOT_FOUND");

            for (String list : List.of(
                    "/api/v1/desk/enterprises?limit=100&text=" + uscc,
                    "/api/v1/desk/enterprises?limit=100&unit=" + QINGSHUI,
                    "/api/v1/desk/registrations?limit=100",
                    "/api/v1/desk/registrations?limit=100&status=ACCEPTED")) {
                assertThat(other.get(list).expect(200).text()).doesNotContain(uscc, pending);
            }
            assertThat(own.get("/api/v1/desk/enterprises?limit=100&text=" + uscc)
                            .expect(200)
                            .text())
                    .contains(CANARY + uscc);
            own.get("/api/v1/desk/registrations/" + registration).expect(200);
        }

        @Test
        void county_and_another_city_find_nothing_and_the_own_county_and_its_leader_everything() {
            var baoding = staffing.hire(new io.qihang.platform.RegionCode("130600"), Role.COUNTY_OFFICER, null, null)
                    .api();
            sameAsMissing(
                    baoding.get("/api/v1/desk/enterprises/" + enterprise),
                    baoding.get("/api/v1/desk/enterprises/" + UUID.randomUUID()));
            assertThat(baoding.get("/api/v1/desk/enterprises?limit=100")
                            .expect(200)
                            .text())
                    .doesNotContain(CANARY);
            for (Role role : List.of(Role.COUNTY_OFFICER, Role.LEADER)) {
                staffing.hire(role)
                        .api()
                        .get("/api/v1/desk/enterprises/" + enterprise)
                        .expect(200);
            }
            staffing.hire(Role.SYSTEM_ADMIN)
                    .api()
                    .get("/api/v1/desk/enterprises/" + enterprise)
                    .expect(403, "FORBIDDEN");
        }

        @Test
        void person_finds_neither_enterprise_nor_registration() {
            var other = phones.signIn().api();
            sameAsMissing(
                    other.get("/api/v1/enterprises/" + enterprise),
                    other.get("/api/v1/enterprises/" + UUID.randomUUID()));
            other.get("/api/v1/enterprises/" + enterprise + "/members").expect(404, "NOT_FOUND");
            other.post("/api/v1/enterprises/" + enterprise + "/phone-proof", "").expect(404, "NOT_FOUND");
            other.once()
                    .post("/api/v1/registrations/" + registration + "/resubmission", form(pending, name))
                    .expect(404, "NOT_FOUND");
            sameAsMissing(
                    other.get("/api/v1/registrations/" + registration),
                    other.get("/api/v1/registrations/" + UUID.randomUUID()));
            assertThat(other.get("/api/v1/enterprises/mine").text()
                            + other.get("/api/v1/registrations/mine").text())
                    .doesNotContain(CANARY);
        }

        private void sameAsMissing(Api.Reply another, Api.Reply missing) {
            another.expect(404, "NOT_FOUND");
            assertThat(another.at("/detail")).isEqualTo(missing.at("/detail"));
            assertThat(another.json().propertyNames()).isEqualTo(missing.json().propertyNames());
        }
    }

    @Test
    void a_search_takes_its_wildcards_literally_and_long_terms_are_refused() {
        listed(null);
        register(phones.signIn()).expect(201);
        var officer = staffing.hireFor(QINGSHUI).api();
        String part = uscc.substring(10, 17);
        assertThat(officer.get("/api/v1/desk/enterprises?text=" + part)
                        .expect(200)
                        .text())
                .contains(name);
        assertThat(officer.get("/api/v1/desk/enterprises?text=%25")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        officer.get("/api/v1/desk/enterprises?text=" + "%25".repeat(1000)).expect(400, "INVALID_FIELDS");
        officer.get("/api/v1/desk/enterprises?industry=C34&limit=1").expect(200);
        officer.get("/api/v1/desk/enterprises?industry=%27%20or%201=1").expect(400);
        officer.get("/api/v1/desk/enterprises?limit=101").expect(400, "PAGE_LIMIT");
    }

    @Test
    void a_move_keeps_the_log_and_hands_the_enterprise_to_the_other_township() {
        listed(null);
        String enterprise = register(phones.signIn()).expect(201).at("/enterprise");
        clock.move(Duration.ofDays(2));
        var giving = staffing.hireFor(QINGSHUI).api();
        var taking = staffing.hireFor(LIULIN).api();
        var yesterday = Times.dayOf(clock.instant()).minusDays(1);
        String path = "/api/v1/desk/enterprises/" + enterprise;
        giving.post(
                        path + "/moves",
                        Map.of(
                                "unit",
                                LIULIN,
                                "effectiveFrom",
                                yesterday.toString(),
                                "place",
                                "OPERATING",
                                "reason",
                                "厂房搬迁"))
                .expect(204);
        giving.get(path).expect(404, "NOT_FOUND");
        assertThat(taking.get(path).expect(200).at("/details/countsSince")).isEqualTo(yesterday.toString());
        assertThat(taking.get(path + "/places").expect(200).text()).contains("计入单位", "厂房搬迁", "登记", "清水镇");
    }

    @Nested
    class On_behalf {

        @Test
        void a_commissioner_enters_and_the_enterprise_confirms_with_the_code() {
            var commissioner = phones.bound(staffing.hire(Role.COMMISSIONER));
            var entered = commissioner
                    .api()
                    .once()
                    .post("/api/v1/field/registrations", form(uscc, name))
                    .expect(201);
            String code = entered.at("/confirmationCode");
            var officer = staffing.hireFor(QINGSHUI).api();
            officer.get("/api/v1/desk/registrations/" + entered.at("/registration"))
                    .expect(404, "NOT_FOUND");

            var boss = phones.signIn();
            var once = boss.api().once();
            var confirmed = once.post("/api/v1/registrations/confirmations", Map.of("code", code))
                    .expect(200);
            assertThat(confirmed.at("/result")).isEqualTo("PENDING");
            assertThat(once.post("/api/v1/registrations/confirmations", Map.of("code", code))
                            .expect(200)
                            .json())
                    .isEqualTo(confirmed.json());
            phones.signIn()
                    .api()
                    .once()
                    .post("/api/v1/registrations/confirmations", Map.of("code", code))
                    .expect(404, "CONFIRMATION_REFUSED");
            assertThat(officer.get("/api/v1/desk/registrations/" + entered.at("/registration"))
                            .expect(200)
                            .at("/onBehalf"))
                    .isEqualTo("true");
        }

        @Test
        void the_commissioner_vouches_for_the_member_of_a_listed_enterprise() {
            listed(null);
            var commissioner = phones.bound(staffing.hire(Role.COMMISSIONER));
            String code = commissioner
                    .api()
                    .once()
                    .post("/api/v1/field/registrations", form(uscc, name))
                    .expect(201)
                    .at("/confirmationCode");
            var boss = phones.signIn();
            String enterprise = boss.api()
                    .once()
                    .post("/api/v1/registrations/confirmations", Map.of("code", code))
                    .expect(200)
                    .at("/enterprise");
            assertThat(boss.api()
                            .get("/api/v1/enterprises/" + enterprise)
                            .expect(200)
                            .at("/proofName"))
                    .isEqualTo("工作人员确认");
        }

        @Test
        void the_code_dies_after_a_week_and_only_commissioners_enter() {
            var commissioner = phones.bound(staffing.hire(Role.COMMISSIONER));
            String code = commissioner
                    .api()
                    .once()
                    .post("/api/v1/field/registrations", form(uscc, name))
                    .expect(201)
                    .at("/confirmationCode");
            var person = phones.signIn();
            person.api()
                    .once()
                    .post("/api/v1/field/registrations", form(uscc, name))
                    .expect(403, "FORBIDDEN");
            clock.move(Duration.ofDays(7));
            person.api()
                    .once()
                    .post("/api/v1/registrations/confirmations", Map.of("code", code))
                    .expect(404, "CONFIRMATION_REFUSED");
        }
    }

    @Test
    void a_poster_tells_its_unit_to_anyone_and_stays_the_same() {
        var officer = staffing.hireFor(QINGSHUI).api();
        String path = "/api/v1/desk/units/" + QINGSHUI + "/poster";
        String code = officer.put(path, "").expect(200).at("/code");
        assertThat(officer.put(path, "").expect(200).at("/code")).isEqualTo(code);
        var poster = api.get("/api/v1/posters/" + code).expect(200);
        assertThat(poster.at("/unit")).isEqualTo(QINGSHUI);
        assertThat(poster.at("/unitName")).isEqualTo("清水镇");
        api.get("/api/v1/posters/unknown1").expect(404, "NOT_FOUND");
    }

    @Test
    void which_event_a_registration_came_by_is_counted() {
        var officer = staffing.hireFor(QINGSHUI).api();
        String unit = "/api/v1/desk/units/" + QINGSHUI;
        String standing = officer.put(unit + "/poster", "").expect(200).at("/code");
        var event = Map.of("unit", QINGSHUI, "event", "银企对接会（虚构）", "heldOn", "2026-12-08");
        String code =
                officer.once().post("/api/v1/desk/posters", event).expect(200).at("/code");
        assertThat(code).isNotEqualTo(standing);
        officer.post("/api/v1/desk/posters", event).expect(400, "IDEMPOTENCY_KEY_MISSING");
        var repeated = officer.once();
        repeated.post("/api/v1/desk/posters", event).expect(200);
        repeated.post("/api/v1/desk/posters", Map.of("unit", QINGSHUI, "event", "另一次（虚构）"))
                .expect(422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(officer.once()
                        .post("/api/v1/desk/posters", event)
                        .expect(200)
                        .at("/code"))
                .isEqualTo(code);
        assertThat(api.get("/api/v1/posters/" + code).expect(200).at("/unit")).isEqualTo(QINGSHUI);
        var other = staffing.hireFor("371525001").api();
        other.get(unit + "/posters").expect(404, "NOT_FOUND");
        other.once().post("/api/v1/desk/posters", event).expect(404, "NOT_FOUND");

        registeredBy(code);
        registeredBy(code);
        registeredBy("unknown1");
        assertThat(came(officer, unit, code)).isEqualTo(2);
        assertThat(officer.get(unit + "/posters")
                        .expect(200)
                        .json()
                        .get(0)
                        .path("code")
                        .asString())
                .isEqualTo(standing);
    }

    /** A person registers an unlisted enterprise by a poster. */
    private void registeredBy(String poster) {
        var form = form(Usccs.next(), "冠县扫码" + Usccs.next().substring(10, 17) + "有限公司");
        form.put("poster", poster);
        phones.signIn().api().once().post("/api/v1/registrations", form).expect(201);
    }

    private static int came(Api officer, String unit, String code) {
        for (JsonNode line : officer.get(unit + "/posters").expect(200).json()) {
            if (line.path("code").asString().equals(code))
                return line.path("registrations").asInt();
        }
        throw new AssertionError("no poster " + code);
    }

    @Test
    void anyone_reads_the_industries() {
        assertThat(api.get("/api/v1/industries").expect(200).text()).contains("\"C34\"", "通用设备制造业");
    }
}
