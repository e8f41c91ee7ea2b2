package io.qihang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.access.Role;
import io.qihang.identity.domain.AccountKind;
import io.qihang.testing.Api;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SystemTest
class SeparationOfAdministratorsTest {

    @Autowired
    Api api;

    @Autowired
    Staffing staffing;

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @CsvSource({
        "SYSTEM_ADMIN, SECURITY_ADMIN",
        "SYSTEM_ADMIN, AUDIT_ADMIN",
        "SYSTEM_ADMIN, COUNTY_OFFICER",
        "SECURITY_ADMIN, SYSTEM_ADMIN",
        "SECURITY_ADMIN, LEADER",
        "AUDIT_ADMIN, SECURITY_ADMIN",
        "AUDIT_ADMIN, COMMISSIONER",
        "BUSINESS, SYSTEM_ADMIN",
        "BUSINESS, SECURITY_ADMIN",
        "BUSINESS, AUDIT_ADMIN"
    })
    void no_account_combines_them(AccountKind kind, Role role) {
        var security = staffing.hire(Role.SECURITY_ADMIN);
        var account = staffing.opened(kind);
        grant(security.api(), account.id(), role).expect(409, "ROLE_NOT_FOR_ACCOUNT");
    }

    @ParameterizedTest
    @CsvSource({
        "TOWNSHIP_OFFICER, unit, 371525999, GRANT_UNIT_UNKNOWN",
        "TOWNSHIP_OFFICER, unit, 371525, GRANT_UNIT_UNKNOWN",
        "TOWNSHIP_OFFICER, unit, 630100001, GRANT_UNIT_UNKNOWN",
        "HANDLER, office, 371525104, GRANT_OFFICE_UNKNOWN",
        "HANDLER, office, no-such, GRANT_OFFICE_UNKNOWN"
    })
    void a_role_is_given_for_places_the_county_has(Role role, String scope, String code, String problem) {
        var security = staffing.hire(Role.SECURITY_ADMIN);
        var account = staffing.opened(AccountKind.BUSINESS);
        security.api()
                .post("/api/v1/desk/accounts/" + account.id() + "/grants", Map.of("role", role.name(), scope, code))
                .expect(400, problem);
    }

    @ParameterizedTest
    @CsvSource({
        "BUSINESS, SYSTEM_ADMIN, BUSINESS", "BUSINESS, SYSTEM_ADMIN, SYSTEM_ADMIN",
        "SYSTEM_ADMIN, AUDIT_ADMIN, AUDIT_ADMIN", "SECURITY_ADMIN, LEADER, SECURITY_ADMIN"
    })
    void the_database_refuses_what_the_application_would(AccountKind account, Role role, AccountKind written) {
        var opened = staffing.opened(account);
        assertThatThrownBy(() -> database.sql("""
                        insert into staff_grant (id, account_id, kind, region_code, role, granted_by, granted_at)
                        values (:id, :account, :kind, '371525', :role, :id, now())
                        """)
                        .param("id", UUID.randomUUID())
                        .param("account", opened.id().value())
                        .param("kind", written.name())
                        .param("role", role.name())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void no_person_holds_two_accounts() {
        var system = staffing.hire(Role.SYSTEM_ADMIN);
        open(system.api(), "double.one", AccountKind.SYSTEM_ADMIN, "13900000001")
                .expect(201);
        open(system.api(), "double.two", AccountKind.AUDIT_ADMIN, "139 0000 0001")
                .expect(409, "PERSON_HAS_ACCOUNT");
    }

    @ParameterizedTest
    @CsvSource({"Zhang.Double", "ZHANG.double", "ｚｈａｎｇ.double"})
    void a_login_name_is_one_person_whatever_its_case_and_width(String again) {
        var system = staffing.hire(Role.SYSTEM_ADMIN);
        open(system.api(), "zhang.double", AccountKind.BUSINESS, "13900000002");
        open(system.api(), again, AccountKind.BUSINESS, "13900000003").expect(409, "LOGIN_NAME_TAKEN");
    }

    @Nested
    class A_new_account {

        @Test
        void may_nothing_until_a_role_is_granted_and_feels_the_grant_at_once() {
            var security = staffing.hire(Role.SECURITY_ADMIN);
            var member = staffing.signInFirst(staffing.opened(AccountKind.SYSTEM_ADMIN));
            member.api().get("/api/v1/desk/accounts?county=371525").expect(403, "FORBIDDEN");
            String grant = grant(security.api(), member.id(), Role.SYSTEM_ADMIN)
                    .expect(201)
                    .at("/id");
            member.api().get("/api/v1/desk/accounts?county=371525").expect(200);
            security.api()
                    .delete("/api/v1/desk/accounts/" + member.id() + "/grants/" + grant)
                    .expect(204);
            member.api().get("/api/v1/desk/accounts?county=371525").expect(403, "FORBIDDEN");
        }

        @Test
        void cannot_be_given_a_role_twice() {
            var security = staffing.hire(Role.SECURITY_ADMIN);
            var account = staffing.opened(AccountKind.BUSINESS);
            grant(security.api(), account.id(), Role.LEADER).expect(201);
            grant(security.api(), account.id(), Role.LEADER).expect(409, "ROLE_ALREADY_GRANTED");
        }
    }

    @Test
    void administrators_do_not_act_on_themselves() {
        var security = staffing.hire(Role.SECURITY_ADMIN);
        grant(security.api(), security.id(), Role.SECURITY_ADMIN).expect(409, "OWN_ACCOUNT");
        var system = staffing.hire(Role.SYSTEM_ADMIN);
        system.api()
                .post("/api/v1/desk/accounts/" + system.id() + "/disabling", "")
                .expect(409, "OWN_ACCOUNT");
    }

    @Test
    void the_list_of_accounts_shows_neither_secret_nor_phone() {
        var system = staffing.hire(Role.SYSTEM_ADMIN);
        String list = system.api()
                .get("/api/v1/desk/accounts?county=371525&limit=100")
                .expect(200)
                .text();
        assertThat(list).contains("loginName").doesNotContain("1380000", "argon2", "v1.", "phone");
    }

    private static Api.Reply grant(Api by, StaffId account, Role role) {
        return by.post("/api/v1/desk/accounts/" + account + "/grants", Map.of("role", role.name()));
    }

    private static Api.Reply open(Api by, String loginName, AccountKind kind, String phone) {
        return by.post(
                "/api/v1/desk/accounts",
                Map.of(
                        "county",
                        "371525",
                        "loginName",
                        loginName,
                        "kind",
                        kind.name(),
                        "name",
                        "虚构人员",
                        "phone",
                        phone));
    }
}
