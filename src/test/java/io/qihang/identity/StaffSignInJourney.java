package io.qihang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.identity.domain.AccountKind;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

@SystemTest
class StaffSignInJourney {

    private static final String PASSWORD = "/api/v1/desk/sign-in/password";
    private static final String CODE = "/api/v1/desk/sign-in/second-factor";
    private static final String ME = "/api/v1/desk/me";

    @Autowired
    Api api;

    @Autowired
    Staffing staffing;

    @Autowired
    MovableClock clock;

    @Autowired
    Limits limits;

    @Autowired
    StringRedisTemplate redis;

    @BeforeEach
    void freshLimits() {
        limits.forget();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_new_member_binds_a_second_factor_and_sets_a_password_before_anything_else() {
        var account = staffing.opened(AccountKind.BUSINESS);
        String challenge = staffing.passwordStep(account.loginName(), account.initialPassword());
        String uri = api.post("/api/v1/desk/sign-in/enrolment", Map.of("challenge", challenge))
                .expect(200)
                .at("/otpauthUri");
        assertThat(uri).startsWith("otpauth://totp/");
        String secret = uri.replaceAll(".*[?&]secret=([A-Z2-7]+).*", "$1");
        String token = staffing.codeStep(challenge, io.qihang.identity.domain.Totp.code(secret, clock.instant()));

        var me = api.as(token).get(ME).expect(200);
        assertThat(me.json().path("mustChangePassword").asBoolean()).isTrue();
        assertThat(me.at("/county")).isEqualTo("371525");
        assertThat(me.at("/countyName")).isEqualTo("冠县");
        assertThat(me.at("/name")).isNotBlank();
        api.as(token).get("/api/v1/desk/accounts?county=371525").expect(403, "PASSWORD_CHANGE_NEEDED");

        api.as(token)
                .post(
                        "/api/v1/desk/me/password",
                        Map.of("current", account.initialPassword(), "fresh", "Guanxian@2026"))
                .expect(400, "PASSWORD_REFUSED");
        api.as(token)
                .post(
                        "/api/v1/desk/me/password",
                        Map.of("current", account.initialPassword(), "fresh", "Zvq7#mkTr0wLp"))
                .expect(204);
        assertThat(api.as(token)
                        .get(ME)
                        .expect(200)
                        .json()
                        .path("mustChangePassword")
                        .asBoolean())
                .isFalse();
    }

    @Nested
    class The_second_factor {

        @Test
        void works_once() {
            var member = staffing.hire(Role.LEADER);
            clock.move(Duration.ofMinutes(1));
            String code = member.code(clock);
            staffing.codeStep(staffing.passwordStep(member.loginName(), member.password()), code);
            String second = staffing.passwordStep(member.loginName(), member.password());
            api.post(CODE, Map.of("challenge", second, "code", code)).expect(401, "SECOND_FACTOR_REFUSED");
        }

        @Test
        void of_another_account_is_refused() {
            var one = staffing.hire(Role.LEADER);
            var other = staffing.hire(Role.LEADER);
            clock.move(Duration.ofMinutes(1));
            String challenge = staffing.passwordStep(one.loginName(), one.password());
            api.post(CODE, Map.of("challenge", challenge, "code", other.code(clock)))
                    .expect(401, "SECOND_FACTOR_REFUSED");
        }

        @Test
        void five_wrong_codes_lock_the_account() {
            var member = staffing.hire(Role.LEADER);
            clock.move(Duration.ofMinutes(1));
            String challenge = staffing.passwordStep(member.loginName(), member.password());
            String right = member.code(clock);
            String wrong = right.equals("000000") ? "000001" : "000000";
            for (int i = 0; i < 5; i++) {
                api.post(CODE, Map.of("challenge", challenge, "code", wrong)).expect(401);
            }
            api.post(CODE, Map.of("challenge", challenge, "code", right)).expect(401, "SECOND_FACTOR_REFUSED");
        }

        @Test
        void cannot_be_enrolled_again_over_a_bound_one() {
            var member = staffing.hire(Role.LEADER);
            String challenge = staffing.passwordStep(member.loginName(), member.password());
            api.post("/api/v1/desk/sign-in/enrolment", Map.of("challenge", challenge))
                    .expect(401, "CHALLENGE_EXPIRED");
        }
    }

    @Nested
    class Five_wrong_passwords {

        @Test
        void lock_the_account_for_fifteen_minutes_even_against_the_right_one() {
            var member = staffing.hire(Role.LEADER);
            for (int i = 0; i < 5; i++)
                tryPassword(member.loginName(), "Wrong#12345678").expect(401);
            tryPassword(member.loginName(), member.password()).expect(401, "SIGN_IN_REFUSED");
            clock.move(Duration.ofMinutes(14));
            tryPassword(member.loginName(), member.password()).expect(401, "SIGN_IN_REFUSED");
            clock.move(Duration.ofMinutes(2));
            tryPassword(member.loginName(), member.password()).expect(200);
        }

        @Test
        void are_remembered_when_redis_forgets_everything() {
            var member = staffing.hire(Role.LEADER);
            for (int i = 0; i < 5; i++)
                tryPassword(member.loginName(), "Wrong#12345678").expect(401);
            flushRedis();
            tryPassword(member.loginName(), member.password()).expect(401, "SIGN_IN_REFUSED");
        }

        @Test
        void read_like_an_unknown_name() {
            var member = staffing.hire(Role.LEADER);
            String unknown = withoutTrace(tryPassword("nobody-here", "Wrong#12345678"));
            for (int i = 0; i < 6; i++) {
                assertThat(withoutTrace(tryPassword(member.loginName(), "Wrong#12345678")))
                        .isEqualTo(unknown);
            }
        }

        @Test
        void can_be_lifted_by_the_security_administrator() {
            var member = staffing.hire(Role.LEADER);
            var security = staffing.hire(Role.SECURITY_ADMIN);
            for (int i = 0; i < 5; i++)
                tryPassword(member.loginName(), "Wrong#12345678").expect(401);
            security.api()
                    .post("/api/v1/desk/accounts/" + member.id() + "/unlocking", "")
                    .expect(204);
            tryPassword(member.loginName(), member.password()).expect(200);
        }
    }

    @Nested
    class A_token {

        @Test
        void is_dead_at_once_after_signing_out() {
            var member = staffing.hire(Role.LEADER);
            member.api().post("/api/v1/desk/sign-out", "").expect(204);
            member.api().get(ME).expect(401, "NOT_SIGNED_IN");
            assertThat(redis.keys("*" + member.token() + "*")).isEmpty();
        }

        @Test
        void is_dead_at_once_when_the_account_is_disabled() {
            var member = staffing.hire(Role.LEADER);
            var system = staffing.hire(Role.SYSTEM_ADMIN);
            member.api().get(ME).expect(200);
            system.api()
                    .post("/api/v1/desk/accounts/" + member.id() + "/disabling", "")
                    .expect(204);
            member.api().get(ME).expect(401, "NOT_SIGNED_IN");
            tryPassword(member.loginName(), member.password()).expect(401, "SIGN_IN_REFUSED");
        }

        @Test
        void is_dead_at_once_when_the_password_is_reset() {
            var member = staffing.hire(Role.LEADER);
            var system = staffing.hire(Role.SYSTEM_ADMIN);
            system.api()
                    .post("/api/v1/desk/accounts/" + member.id() + "/password", "")
                    .expect(200);
            member.api().get(ME).expect(401, "NOT_SIGNED_IN");
        }

        @Test
        void ends_the_former_one_of_the_same_account() {
            var member = staffing.hire(Role.LEADER);
            clock.move(Duration.ofMinutes(1));
            String fresh =
                    staffing.codeStep(staffing.passwordStep(member.loginName(), member.password()), member.code(clock));
            assertThat(fresh).isNotEqualTo(member.token()).hasSize(64);
            member.api().get(ME).expect(401);
            api.as(fresh).get(ME).expect(200);
        }

        @Test
        void lives_twelve_hours_at_most() {
            var member = staffing.hire(Role.LEADER);
            member.api().get(ME).expect(200);
            clock.move(Duration.ofHours(12).plusMinutes(1));
            member.api().get(ME).expect(401);
        }

        @Test
        void is_read_from_the_header_only() {
            var member = staffing.hire(Role.LEADER);
            api.get(ME + "?Authorization=" + member.token()).expect(401);
            api.with("Cookie", "Authorization=" + member.token()).get(ME).expect(401);
        }

        @Test
        void dies_with_redis_and_the_password_opens_a_new_one() {
            var member = staffing.hire(Role.LEADER);
            flushRedis();
            member.api().get(ME).expect(401);
            clock.move(Duration.ofMinutes(1));
            staffing.codeStep(staffing.passwordStep(member.loginName(), member.password()), member.code(clock));
        }
    }

    @Test
    void an_initial_password_dies_after_a_day() {
        var account = staffing.opened(AccountKind.BUSINESS);
        clock.move(Duration.ofHours(25));
        tryPassword(account.loginName(), account.initialPassword()).expect(401, "SIGN_IN_REFUSED");
    }

    @Test
    void a_password_older_than_ninety_days_opens_nothing_but_its_change() {
        var member = staffing.hire(Role.SYSTEM_ADMIN);
        clock.move(Duration.ofDays(91));
        String token =
                staffing.codeStep(staffing.passwordStep(member.loginName(), member.password()), member.code(clock));
        api.as(token).get("/api/v1/desk/accounts?county=371525").expect(403, "PASSWORD_CHANGE_NEEDED");
        api.as(token)
                .post("/api/v1/desk/me/password", Map.of("current", member.password(), "fresh", member.password()))
                .expect(400, "PASSWORD_REFUSED");
    }

    private Api.Reply tryPassword(String loginName, String password) {
        return api.post(PASSWORD, Map.of("loginName", loginName, "password", password));
    }

    private void flushRedis() {
        java.util.Objects.requireNonNull(redis.getConnectionFactory())
                .getConnection()
                .serverCommands()
                .flushAll();
    }

    private static String withoutTrace(Api.Reply reply) {
        return reply.text().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }
}
