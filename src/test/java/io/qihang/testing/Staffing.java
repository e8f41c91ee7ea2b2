package io.qihang.testing;

import io.qihang.access.Role;
import io.qihang.identity.StaffId;
import io.qihang.identity.domain.AccountKind;
import io.qihang.identity.domain.FirstGrants;
import io.qihang.identity.domain.InitialPassword;
import io.qihang.identity.domain.KeepingAccounts;
import io.qihang.identity.domain.LoginName;
import io.qihang.identity.domain.Totp;
import io.qihang.platform.RegionCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Hires staff for a test: an account with a role, signed in over HTTP as a person would. */
public class Staffing {

    private static final RegionCode COUNTY = new RegionCode("371525");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final KeepingAccounts keeping;
    private final FirstGrants grants;
    private final InitialPassword passwords;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Api api;
    private final Limits limits;
    private final List<Api> everyRole = new ArrayList<>();
    private final Map<RegionCode, Api> seconds = new HashMap<>();

    Staffing(
            KeepingAccounts keeping,
            FirstGrants grants,
            InitialPassword passwords,
            TransactionTemplate transaction,
            Clock clock,
            Api api,
            Limits limits) {
        this.keeping = keeping;
        this.grants = grants;
        this.passwords = passwords;
        this.transaction = transaction;
        this.clock = clock;
        this.api = api;
        this.limits = limits;
    }

    /** A signed-in member of staff. */
    public record Member(StaffId id, String loginName, String password, String secret, String token, Api api) {

        /** The code the authenticator shows at this moment. */
        public String code(Clock clock) {
            return Totp.code(secret, clock.instant());
        }
    }

    /** An account that was opened but has never signed in. */
    public KeepingAccounts.NewAccount opened(AccountKind kind) {
        return opened(COUNTY, kind);
    }

    /** An account with a role in 冠县. */
    public Member hire(Role role) {
        return hire(COUNTY, role, null, null);
    }

    /** A 乡镇 officer of the unit. */
    public Member hireFor(String unit) {
        RegionCode code = new RegionCode(unit);
        return hire(code.county(), Role.TOWNSHIP_OFFICER, code, null);
    }

    /** An account with a role, wherever it is. */
    public Member hire(RegionCode county, Role role, @Nullable RegionCode unit, @Nullable String office) {
        var account = opened(county, role.isAdministrator() ? AccountKind.valueOf(role.name()) : AccountKind.BUSINESS);
        grants.give(account.id(), role, unit, office);
        return signInFirst(account);
    }

    /** An account with a role, with a unit or office where the role needs one. */
    public Member hireAny(Role role) {
        return switch (role) {
            case TOWNSHIP_OFFICER -> hireFor("371525001");
            case HANDLER -> hire(COUNTY, role, null, "gxj");
            default -> hire(role);
        };
    }

    /** One signed-in member of every role, hired once. */
    public synchronized List<Api> one() {
        if (everyRole.isEmpty()) {
            for (Role role : Role.values()) everyRole.add(hireAny(role).api());
        }
        return List.copyOf(everyRole);
    }

    /** Has a draft submitted by who wrote it and signed by another officer of the county, which publishes it. */
    public void publish(Api writer, String policy) {
        sign(writer, policy).expect(204);
    }

    /** The same, with the answer to the signature. */
    public Api.Reply sign(Api writer, String policy) {
        String path = "/api/v1/desk/policies/" + policy;
        writer.post(path + "/submission", "").expect(204);
        Api.Reply seen = writer.get(path).expect(200);
        return second(new RegionCode(seen.at("/policy/region")))
                .post(
                        path + "/publication",
                        Map.of("seenVersion", seen.json().path("version").asInt()));
    }

    /** An officer of the county who signs what others wrote, hired once as long as the session lasts. */
    private synchronized Api second(RegionCode county) {
        Api known = seconds.get(county);
        if (known == null || known.get("/api/v1/desk/me").status() != 200) {
            known = hire(county, Role.COUNTY_OFFICER, null, null).api();
            seconds.put(county, known);
        }
        return known;
    }

    /** Walks the first sign-in: initial password, second factor, own password. */
    public Member signInFirst(KeepingAccounts.NewAccount account) {
        limits.forget();
        String challenge = passwordStep(account.loginName(), account.initialPassword());
        String uri = api.post("/api/v1/desk/sign-in/enrolment", Map.of("challenge", challenge))
                .expect(200)
                .at("/otpauthUri");
        String secret = uri.replaceAll(".*[?&]secret=([A-Z2-7]+).*", "$1");
        String token = codeStep(challenge, Totp.code(secret, clock.instant()));
        String own = passwords.next(new LoginName(account.loginName()));
        api.as(token)
                .post("/api/v1/desk/me/password", Map.of("current", account.initialPassword(), "fresh", own))
                .expect(204);
        return new Member(account.id(), account.loginName(), own, secret, token, api.as(token));
    }

    /** The first step of a sign-in; returns the challenge. */
    public String passwordStep(String loginName, String password) {
        return api.post("/api/v1/desk/sign-in/password", Map.of("loginName", loginName, "password", password))
                .expect(200)
                .at("/challenge");
    }

    /** The second step of a sign-in; returns the token. */
    public String codeStep(String challenge, String code) {
        return api.post("/api/v1/desk/sign-in/second-factor", Map.of("challenge", challenge, "code", code))
                .expect(200)
                .at("/token");
    }

    private KeepingAccounts.NewAccount opened(RegionCode county, AccountKind kind) {
        int number = NUMBER.incrementAndGet();
        String phone = "1380000%04d".formatted(number);
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> keeping.open(county, "staff" + number, kind, "虚构人员" + number, phone)));
    }
}
