package io.qihang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.simulator.Fault;
import io.qihang.simulator.FaultAction;
import io.qihang.simulator.User;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@SystemTest
class PersonSignInJourney {

    private static final String SIGN_IN = "/api/v1/sign-in";
    private static final String ME = "/api/v1/me";
    private static final String PHONE = "/api/v1/me/phone";
    private static final String CONSENTS = "/api/v1/me/consents";
    private static final String BINDING = "/api/v1/me/staff-binding";
    private static final String LOGIN_CALL = "/sns/jscode2session";

    /** After the day on which the second version in the tests' resources comes into force. */
    private static final Instant NEW_VERSION = Instant.parse("2099-01-01T00:00:00Z");

    @Autowired
    Api api;

    @Autowired
    Phones phones;

    @Autowired
    Staffing staffing;

    @Autowired
    WeChatSimulator weChat;

    @Autowired
    MovableClock clock;

    @Autowired
    Limits limits;

    @Autowired
    JdbcClient database;

    @Autowired
    StringRedisTemplate redis;

    @BeforeEach
    void freshLimits() {
        limits.forget();
    }

    @AfterEach
    void asItWas() {
        clock.reset();
        weChat.clearFaults();
    }

    @Test
    void a_person_signs_in_accepts_the_text_and_binds_the_number_wechat_tells() {
        String openid = phones.newUser("13900009001");
        var session =
                api.post(SIGN_IN, Map.of("code", weChat.issueLoginCode(openid))).expect(200);
        assertThat(session.json().path("consentNeeded").asBoolean()).isTrue();
        assertThat(session.json().path("phoneNeeded").asBoolean()).isTrue();
        Api person = api.as(session.at("/token"));

        person.get(ME).expect(403, "CONSENT_NEEDED");
        person.post(PHONE, Map.of("code", weChat.issuePhoneCode(openid))).expect(403, "CONSENT_NEEDED");
        phones.acceptTexts(person);
        assertThat(person.get(ME).expect(200).json().path("phoneNeeded").asBoolean())
                .isTrue();
        assertThat(person.post(PHONE, Map.of("code", weChat.issuePhoneCode(openid)))
                        .expect(200)
                        .at("/phone"))
                .isEqualTo("139****9001");

        var me = person.get(ME).expect(200);
        assertThat(me.at("/phone")).isEqualTo("139****9001");
        assertThat(me.text()).doesNotContain(openid, "13900009001");
        var again =
                api.post(SIGN_IN, Map.of("code", weChat.issueLoginCode(openid))).expect(200);
        assertThat(again.json().path("consentNeeded").asBoolean()).isFalse();
        assertThat(again.json().path("phoneNeeded").asBoolean()).isFalse();
    }

    @Test
    void the_database_holds_neither_openid_nor_number_in_the_clear() {
        var person = phones.signIn("13900009002");
        var row = database.sql("select person::text from person where id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(person.openid(), "13900009002", "9002");
        assertThat(database.sql("select string_agg(summary, '|') from audit_event where object_id = ?")
                        .param(person.id().toString())
                        .query(String.class)
                        .single())
                .contains("登录小程序", "同意《企航个人信息保护说明》第 1 版", "绑定手机号")
                .doesNotContain(person.openid(), "13900009002");
    }

    @Nested
    class A_login_code {

        @Test
        void sent_twice_gives_the_same_session() {
            String code = weChat.issueLoginCode(phones.newUser("13900009003"));
            String token = signIn(code).expect(200).at("/token");
            assertThat(signIn(code).expect(200).at("/token")).isEqualTo(token);
            assertThat(exchanges(code)).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 12})
        void sent_at_the_same_time_gives_one_session_and_one_exchange(int times) throws Exception {
            weChat.fault(Fault.before(LOGIN_CALL, new FaultAction.Delay(300)));
            String code = weChat.issueLoginCode(phones.newUser("13900009004"));
            Set<String> tokens = new HashSet<>();
            for (Api.Reply reply : atOnce(times, () -> signIn(code))) {
                tokens.add(reply.expect(200).at("/token"));
            }
            assertThat(tokens).hasSize(1);
            assertThat(exchanges(code)).isEqualTo(1);
            api.as(tokens.iterator().next()).get(ME).expect(403, "CONSENT_NEEDED");
        }

        @Test
        void of_an_ended_session_opens_no_new_one() {
            String code = weChat.issueLoginCode(phones.newUser("13900009005"));
            String token = signIn(code).expect(200).at("/token");
            api.as(token).post("/api/v1/sign-out", "").expect(204);
            signIn(code).expect(401, "WECHAT_CODE_REFUSED");
        }

        @Test
        void that_is_invented_is_refused_and_asked_about_once() {
            String code = "invented-" + System.nanoTime();
            signIn(code).expect(401, "WECHAT_CODE_REFUSED");
            signIn(code).expect(401, "WECHAT_CODE_REFUSED");
            assertThat(exchanges(code)).isEqualTo(1);
        }

        @Test
        void that_is_too_old_is_refused() {
            String code = weChat.issueLoginCode(phones.newUser("13900009006"));
            weChat.advance(Duration.ofSeconds(301));
            signIn(code).expect(401, "WECHAT_CODE_REFUSED");
        }

        @Test
        void of_a_user_wechat_distrusts_is_refused_without_saying_why() {
            String openid = phones.newUser("13900009007");
            weChat.putUser(new User(openid, null, "13900009007", true));
            signIn(weChat.issueLoginCode(openid)).expect(403, "WECHAT_USER_REFUSED");
        }

        @ParameterizedTest
        @CsvSource({"-1, WECHAT_BUSY", "45011, WECHAT_BUSY", "40125, WECHAT_UNAVAILABLE"})
        void that_wechat_does_not_answer_may_be_sent_again(int errcode, String problem) {
            String code = weChat.issueLoginCode(phones.newUser("13900009008"));
            weChat.fault(Fault.before(LOGIN_CALL, new FaultAction.Errcode(errcode)));
            var refused = signIn(code).expect(503, problem);
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(exchanges(code)).isEqualTo(1);
            weChat.clearFaults();
            signIn(code).expect(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"reset", "html", "empty", "object", "502"})
        void that_the_network_loses_is_told_in_plain_words(String kind) {
            String code = weChat.issueLoginCode(phones.newUser("13900009009"));
            weChat.fault(Fault.after(LOGIN_CALL, trouble(kind)));
            signIn(code).expect(503, "WECHAT_UNAVAILABLE");
            assertThat(exchanges(code)).isEqualTo(1);
        }

        @Test
        void needs_no_access_token() {
            weChat.fault(Fault.before("/cgi-bin/*", new FaultAction.Http(503)));
            signIn(weChat.issueLoginCode(phones.newUser("13900009010"))).expect(200);
        }

        @Test
        void never_brings_a_session_key_to_the_phone_or_into_redis() {
            String code = weChat.issueLoginCode(phones.newUser("13900009011"));
            assertThat(signIn(code).expect(200).text()).doesNotContain("session_key", "sessionKey", "openid");
            for (String key : redis.keys("qihang:wx-login:*")) {
                assertThat(key).doesNotContain(code);
                assertThat(redis.opsForValue().get(key)).matches("[A-Za-z0-9]{64}|[-?]");
            }
        }

        private FaultAction trouble(String kind) {
            return switch (kind) {
                case "reset" -> new FaultAction.Reset();
                case "html" -> new FaultAction.Garbage();
                case "empty" -> new FaultAction.Empty();
                case "object" -> new FaultAction.EmptyJson();
                default -> new FaultAction.Http(502);
            };
        }

        private long exchanges(String code) {
            return weChat.journal(LOGIN_CALL).stream()
                    .filter(it -> it.query().contains(code))
                    .count();
        }
    }

    @Nested
    class The_phone_number {

        @Test
        void is_never_taken_from_the_phone_itself() {
            var person = phones.signIn();
            person.api().post(PHONE, Map.of("phone", "13900009020")).expect(400, "UNKNOWN_FIELD");
            person.api()
                    .post(PHONE, Map.of("encryptedData", "x", "iv", "y", "code", "z"))
                    .expect(400, "UNKNOWN_FIELD");
            api.post(SIGN_IN, Map.of("code", "c", "openid", person.openid())).expect(400, "UNKNOWN_FIELD");
        }

        @Test
        void needs_a_code_that_was_not_used() {
            var person = phones.signIn();
            String code = weChat.issuePhoneCode(person.openid());
            person.api().post(PHONE, Map.of("code", code)).expect(200);
            person.api().post(PHONE, Map.of("code", code)).expect(400, "WECHAT_PHONE_CODE_REFUSED");
        }

        @Test
        void needs_a_code_younger_than_five_minutes() {
            var person = phones.signIn();
            String code = weChat.issuePhoneCode(person.openid());
            weChat.advance(Duration.ofSeconds(301));
            person.api().post(PHONE, Map.of("code", code)).expect(400, "WECHAT_PHONE_CODE_REFUSED");
        }

        @Test
        void needs_a_code_of_the_same_person() {
            var person = phones.signIn("13900009021");
            var other = phones.signIn();
            person.api()
                    .post(PHONE, Map.of("code", weChat.issuePhoneCode(other.openid())))
                    .expect(400, "WECHAT_PHONE_CODE_REFUSED");
            person.api()
                    .post(PHONE, Map.of("code", weChat.issueLoginCode(person.openid())))
                    .expect(400, "WECHAT_PHONE_CODE_REFUSED");
            assertThat(person.api().get(ME).at("/phone")).isEqualTo("139****9021");
        }

        @Test
        void is_replaced_by_binding_anew() {
            var person = phones.signIn("13900009022");
            weChat.createUser(person.openid(), "13900009023");
            person.api()
                    .post(PHONE, Map.of("code", weChat.issuePhoneCode(person.openid())))
                    .expect(200);
            assertThat(person.api().get(ME).at("/phone")).isEqualTo("139****9023");
        }
    }

    @Nested
    class Consent {

        @Test
        void can_be_read_by_anyone_and_names_version_and_hash() {
            var texts = api.get("/api/v1/consents/current").expect(200).json();
            assertThat(texts).singleElement().satisfies(it -> {
                assertThat(it.path("document").asString()).isEqualTo("privacy");
                assertThat(it.path("version").asInt()).isEqualTo(1);
                assertThat(it.path("sha256").asString()).matches("[0-9a-f]{64}");
                assertThat(it.path("text").asString()).contains("手机号", "openid", "保存多久");
            });
        }

        @Test
        void is_kept_once_with_version_hash_time_and_channel() {
            var person = phones.signIn();
            phones.acceptTexts(person.api());
            var hash = api.get("/api/v1/consents/current")
                    .json()
                    .path(0)
                    .path("sha256")
                    .asString();
            var rows = database.sql("""
                            select document || document_version || text_sha256 || channel from person_consent
                            where person_id = ? and accepted_at is not null
                            """)
                    .param(person.id().value())
                    .query(String.class)
                    .list();
            assertThat(rows).containsExactly("privacy1" + hash + "微信小程序");
        }

        @ParameterizedTest
        @CsvSource({"privacy, 2", "privacy, 0", "marketing, 1"})
        void to_a_text_not_in_force_is_refused(String document, int version) {
            Api person = api.as(phones.tokenOf(phones.newUser("13900009030")));
            person.post(CONSENTS, Map.of("document", document, "version", version))
                    .expect(409, "CONSENT_OUTDATED");
            person.get(ME).expect(403, "CONSENT_NEEDED");
        }

        @Test
        void to_a_new_version_is_asked_for_before_anything_personal() {
            var person = phones.signIn();
            clock.set(NEW_VERSION);
            person.api().get(ME).expect(403, "CONSENT_NEEDED");
            person.api().delete(BINDING).expect(403, "CONSENT_NEEDED");
            person.api()
                    .post(CONSENTS, Map.of("document", "privacy", "version", 1))
                    .expect(409, "CONSENT_OUTDATED");
            assertThat(api.get("/api/v1/consents/current")
                            .json()
                            .path(0)
                            .path("version")
                            .asInt())
                    .isEqualTo(2);
            phones.acceptTexts(person.api());
            person.api().get(ME).expect(200);
        }

        @Test
        void refused_still_lets_the_public_texts_be_read_and_the_person_leave() {
            Api person = api.as(phones.tokenOf(phones.newUser("13900009031")));
            person.get("/api/v1/consents/current").expect(200);
            person.post("/api/v1/sign-out", "").expect(204);
            person.get("/api/v1/consents/current").expect(200);
            person.get(ME).expect(401);
        }
    }

    @Nested
    class A_token {

        @Test
        void of_the_phone_opens_nothing_on_the_console_and_the_other_way_round() {
            var person = phones.signIn();
            var member = staffing.hire(Role.LEADER);
            person.api().get("/api/v1/desk/enterprises").expect(401, "NOT_SIGNED_IN");
            person.api().get("/api/v1/desk/me").expect(403, "FORBIDDEN");
            person.api().post("/api/v1/desk/sign-out", "").expect(401, "NOT_SIGNED_IN");
            member.api().get(ME).expect(401, "NOT_SIGNED_IN");
            member.api().post("/api/v1/sign-out", "").expect(401, "NOT_SIGNED_IN");
            person.api().get(ME).expect(200);
            member.api().get("/api/v1/desk/me").expect(200);
        }

        @Test
        void of_a_phone_whose_person_is_staff_opens_of_the_console_only_what_is_done_on_phones_too() {
            var person = phones.bound(staffing.hire(Role.LEADER));
            person.api().get("/api/v1/desk/enterprises").expect(401, "NOT_SIGNED_IN");
            person.api().get("/api/v1/desk/me").expect(200);
        }

        @Test
        void is_long_random_and_new_with_every_sign_in() {
            String openid = phones.newUser("13900009040");
            Set<String> tokens = new HashSet<>();
            for (int i = 0; i < 5; i++) tokens.add(phones.tokenOf(openid));
            assertThat(tokens).hasSize(5).allSatisfy(it -> assertThat(it).matches("[A-Za-z0-9]{64}"));
        }

        @Test
        void is_read_from_the_header_only() {
            var person = phones.signIn();
            api.get(ME + "?Authorization=Bearer%20" + person.token()).expect(401);
            api.with("Cookie", "Authorization=" + person.token()).get(ME).expect(401);
        }

        @Test
        void leaves_nothing_behind_after_signing_out() {
            var person = phones.signIn();
            person.api().post("/api/v1/sign-out", "").expect(204);
            person.api().get(ME).expect(401, "NOT_SIGNED_IN");
            assertThat(redis.keys("*" + person.token() + "*")).isEmpty();
            assertThat(redis.keys("*" + person.id() + "*")).noneMatch(it -> it.contains("phone"));
        }

        @Test
        void of_one_user_never_shows_the_other_however_they_alternate() {
            var one = phones.signIn();
            var other = phones.signIn();
            List<String> wrong = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                var asked = i % 2 == 0 ? one : other;
                String shown = asked.api().get(ME).at("/id");
                if (!shown.equals(asked.id().toString())) wrong.add(shown);
                if (i % 50 == 49) limits.forget();
            }
            assertThat(wrong).isEmpty();
            assertThat(api.get(ME).status()).isEqualTo(401);
        }
    }

    @Nested
    class A_staff_account {

        @Test
        void is_bound_with_both_factors_and_shown_as_bound() {
            var person = phones.bound(staffing.hire(Role.LEADER));
            assertThat(isBound(person)).isTrue();
            person.api().delete(BINDING).expect(204);
            assertThat(isBound(person)).isFalse();
            person.api().delete(BINDING).expect(404);
        }

        @Test
        void is_not_bound_by_the_password_alone_and_the_failures_lock_it() {
            var member = staffing.hire(Role.LEADER);
            var person = phones.signIn();
            clock.move(Duration.ofMinutes(1));
            String right = member.code(clock);
            String wrong = right.equals("000000") ? "000001" : "000000";
            for (int i = 0; i < 5; i++) {
                bind(person, member.loginName(), member.password(), wrong).expect(403, "BINDING_REFUSED");
            }
            bind(person, member.loginName(), member.password(), right).expect(403, "BINDING_REFUSED");
            api.post(
                            "/api/v1/desk/sign-in/password",
                            Map.of("loginName", member.loginName(), "password", member.password()))
                    .expect(401, "SIGN_IN_REFUSED");
            assertThat(isBound(person)).isFalse();
        }

        @Test
        void is_not_bound_by_a_wrong_password_or_an_unknown_name() {
            var member = staffing.hire(Role.LEADER);
            var person = phones.signIn();
            clock.move(Duration.ofMinutes(1));
            bind(person, member.loginName(), "Wrong#12345678", member.code(clock))
                    .expect(403, "BINDING_REFUSED");
            bind(person, "nobody-here", member.password(), member.code(clock)).expect(403, "BINDING_REFUSED");
        }

        @Test
        void of_an_administrator_stays_on_the_console() {
            var admin = staffing.hire(Role.SYSTEM_ADMIN);
            var person = phones.signIn();
            clock.move(Duration.ofMinutes(1));
            bind(person, admin.loginName(), admin.password(), admin.code(clock))
                    .expect(409, "BINDING_NOT_FOR_ADMINISTRATORS");
        }

        @Test
        void works_on_one_phone_at_a_time() {
            var member = staffing.hire(Role.LEADER);
            var old = phones.bound(member);
            clock.move(Duration.ofMinutes(2));
            var fresh = phones.bound(member);
            assertThat(isBound(old)).isFalse();
            assertThat(isBound(fresh)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"disabling", "password"})
        void loses_its_phone_at_once_when_the_system_administrator_ends_it(String how) {
            var member = staffing.hire(Role.LEADER);
            var person = phones.bound(member);
            var system = staffing.hire(Role.SYSTEM_ADMIN);
            assertThat(isBound(person)).isTrue();
            assertThat(system.api()
                            .post("/api/v1/desk/accounts/" + member.id() + "/" + how, "")
                            .status())
                    .isBetween(200, 204);
            assertThat(isBound(person)).isFalse();
        }

        @Test
        void loses_its_phone_when_the_second_factor_is_reset() {
            var member = staffing.hire(Role.LEADER);
            var person = phones.bound(member);
            var security = staffing.hire(Role.SECURITY_ADMIN);
            security.api()
                    .post("/api/v1/desk/accounts/" + member.id() + "/second-factor-reset", "")
                    .expect(204);
            assertThat(isBound(person)).isFalse();
        }

        @Test
        void is_bound_on_record() {
            var member = staffing.hire(Role.LEADER);
            var person = phones.bound(member);
            assertThat(database.sql("""
                                    select count(*) from audit_event
                                    where action = 'staff-binding.bind' and object_id = ? and actor = ?
                                    """)
                            .params(member.id().toString(), person.id().value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }

        private boolean isBound(Phones.Person person) {
            return person.api().get(ME).expect(200).json().path("staffBound").asBoolean();
        }

        private Api.Reply bind(Phones.Person person, String loginName, String password, String code) {
            return person.api().post(BINDING, Map.of("loginName", loginName, "password", password, "code", code));
        }
    }

    private Api.Reply signIn(String code) {
        return api.post(SIGN_IN, Map.of("code", code));
    }

    static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        var workers = Executors.newFixedThreadPool(times);
        try {
            List<T> results = new ArrayList<>();
            for (var future : workers.invokeAll(java.util.Collections.nCopies(times, call))) results.add(future.get());
            return results;
        } finally {
            workers.shutdownNow();
        }
    }
}
