package io.qihang.everywhere;

import io.qihang.everywhere.Doing.Who;
import io.qihang.identity.domain.InitialPassword;
import io.qihang.identity.domain.LoginName;
import io.qihang.identity.domain.Totp;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.Api;
import io.qihang.testing.Phones;
import io.qihang.testing.Township;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every audited action on accounts and sign-ins, once. */
final class AuditedAccounts {

    private static final String SIGN_IN = "/api/v1/desk/sign-in/";

    private final Doing doing;
    private final Api api;
    private final Phones phones;
    private final WeChatSimulator weChat;
    private final InitialPassword passwords;
    private final JdbcClient database;
    private final Clock clock;
    private final Who system;
    private final Who security;

    AuditedAccounts(
            Doing doing,
            Township here,
            Api api,
            Phones phones,
            WeChatSimulator weChat,
            InitialPassword passwords,
            JdbcClient database,
            Clock clock) {
        this.doing = doing;
        this.api = api;
        this.phones = phones;
        this.weChat = weChat;
        this.passwords = passwords;
        this.database = database;
        this.clock = clock;
        system = Who.of(here, "SYSTEM_ADMIN");
        security = Who.of(here, "SECURITY_ADMIN");
    }

    void play() {
        String name = "audited" + clock.millis();
        var asked = Map.of(
                "county", "371525",
                "loginName", name,
                "kind", "BUSINESS",
                "name", "虚构审计人员",
                "phone", "1370000" + String.valueOf(clock.millis()).substring(9));
        var opened = doing.does(system, "POST", "/api/v1/desk/accounts", asked);
        String account = opened.at("/id");
        String path = "/api/v1/desk/accounts/" + account;
        String grant = doing.does(security, "POST", path + "/grants", Map.of("role", "LEADER"))
                .at("/id");
        consoleOf(account, name, opened.at("/initialPassword"));
        doing.does(security, "DELETE", path + "/grants/" + grant, "");
        doing.does(security, "POST", path + "/unlocking", "");
        doing.does(security, "POST", path + "/second-factor-reset", "");
        doing.does(system, "POST", path + "/password", "");
        doing.does(system, "POST", path + "/disabling", "");
        doing.does(system, "POST", path + "/enabling", "");
        UUID letter = deadLetter();
        doing.does(system, "POST", "/api/v1/desk/dead-letters/" + letter + "/retry", "");
        database.sql("delete from event_publication where id = ?").param(letter).update();
    }

    private UUID deadLetter() {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into event_publication (id, listener_id, event_type, serialized_event, publication_date,
                            status, completion_attempts, dead_since)
                        values (?, 'io.qihang.gone.Listener.on()', 'io.qihang.gone.Event', '{}', now(), 'FAILED', 8, now())
                        """).param(id).update();
        return id;
    }

    /** The first sign-in, a password of one's own, work on a phone, and signing out. */
    private void consoleOf(String account, String name, String initial) {
        Who nobody = new Who(api, account, "", "CONSOLE");
        String challenge = api.post(SIGN_IN + "password", Map.of("loginName", name, "password", initial))
                .expect(200)
                .at("/challenge");
        String secret = doing.does(nobody, "POST", SIGN_IN + "enrolment", Map.of("challenge", challenge))
                .at("/otpauthUri")
                .replaceAll(".*[?&]secret=([A-Z2-7]+).*", "$1");
        String code = Totp.code(secret, clock.instant());
        String token = doing.does(
                        new Who(api, account, "LEADER", "CONSOLE"),
                        "POST",
                        SIGN_IN + "second-factor",
                        Map.of("challenge", challenge, "code", code))
                .at("/token");
        Who signedIn = new Who(api.as(token), account, "LEADER", "CONSOLE");
        String own = passwords.next(new LoginName(name));
        doing.does(signedIn, "POST", "/api/v1/desk/me/password", Map.of("current", initial, "fresh", own));
        phoneOf(name, own, Totp.code(secret, clock.instant().plusSeconds(30)));
        doing.does(signedIn, "POST", "/api/v1/desk/sign-out", "");
    }

    /** Somebody who has signed in once and accepted nothing yet. */
    private String newcomer(String openid) {
        phones.tokenOf(openid);
        return database.sql(
                        "select actor from audit_event where action = 'person.sign-in' order by recorded_at desc limit 1")
                .query(UUID.class)
                .single()
                .toString();
    }

    private void phoneOf(String name, String password, String code) {
        String number = "1370001" + String.valueOf(clock.millis()).substring(9);
        String openid = phones.newUser(number);
        String person = newcomer(openid);
        Who nobody = new Who(api, person, "PERSON", "PHONE");
        String token = doing.does(nobody, "POST", "/api/v1/sign-in", Map.of("code", weChat.issueLoginCode(openid)))
                .at("/token");
        Who signedIn = new Who(api.as(token), person, "PERSON", "PHONE");
        for (var text : api.get("/api/v1/consents/current").expect(200).json()) {
            var accepted = Map.of(
                    "document", text.path("document").asString(),
                    "version", text.path("version").asInt());
            doing.does(signedIn, "POST", "/api/v1/me/consents", accepted);
        }
        doing.does(signedIn, "POST", "/api/v1/me/phone", Map.of("code", weChat.issuePhoneCode(openid)));
        var binding = Map.of("loginName", name, "password", password, "code", code);
        doing.does(signedIn, "POST", "/api/v1/me/staff-binding", binding);
        doing.does(signedIn, "DELETE", "/api/v1/me/staff-binding", "");
        doing.does(signedIn, "POST", "/api/v1/sign-out", "");
        Who again = new Who(api.as(phones.tokenOf(openid)), person, "PERSON", "PHONE");
        doing.does(again, "POST", "/api/v1/me/cancellation", "");
    }
}
