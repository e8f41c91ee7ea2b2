package io.qihang.identity.domain;

import io.qihang.access.Actor;
import io.qihang.access.Client;
import io.qihang.access.Scope;
import io.qihang.audit.AuditTrail;
import io.qihang.crypto.Sealed;
import io.qihang.identity.IdentityProblem;
import io.qihang.identity.StaffId;
import io.qihang.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in to the console: password, then second factor. Failures are counted in the database, in a transaction that
 * commits although the answer is a refusal; every refusal of the first step reads alike.
 */
@Service
public class SigningIn {

    private static final String ISSUER = "企航";
    private static final String TOTP_COLUMN = "totp_secret";
    private static final String STAFF = "staff";

    private final StaffAccounts accounts;
    private final StaffStandings standings;
    private final Challenges challenges;
    private final Sessions sessions;
    private final PasswordHash hash;
    private final SignInSettings settings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SigningIn(
            StaffAccounts accounts,
            StaffStandings standings,
            Challenges challenges,
            Sessions sessions,
            PasswordHash hash,
            SignInSettings settings,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.standings = standings;
        this.challenges = challenges;
        this.sessions = sessions;
        this.hash = hash;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What follows the right password. */
    public record FirstStep(String challenge, boolean secondFactorBound) {}

    /** A new session. */
    public record SignedIn(StaffId account, String token, Instant endsAt) {}

    /**
     * Checks the password.
     *
     * @throws Problem {@link IdentityProblem#SIGN_IN_REFUSED} for a wrong password, an unknown name, a locked or disabled
     *     account and a lapsed initial password alike
     */
    public FirstStep password(String loginName, String password) {
        var name = LoginName.find(loginName);
        if (name.isEmpty()) {
            hash.workInVain(password);
            throw Problem.of(IdentityProblem.SIGN_IN_REFUSED);
        }
        return committed(() -> tryPassword(name.get(), password), IdentityProblem.SIGN_IN_REFUSED);
    }

    private Attempt<FirstStep> tryPassword(LoginName name, String password) {
        var found = accounts.lock(name);
        if (found.isEmpty()) {
            hash.workInVain(password);
            return Attempt.refused();
        }
        StaffAccount account = found.get();
        audit.concerns(STAFF, account.id());
        Instant now = clock.instant();
        boolean right = hash.matches(password, account.passwordHash());
        if (!account.acceptsPassword(now)) return Attempt.refused();
        if (!right) {
            passwordWrong(account, now);
            return Attempt.refused();
        }
        account.passwordRight();
        if (hash.needsRehash(account.passwordHash())) account.rehash(hash.hash(password));
        accounts.save(account);
        return Attempt.of(new FirstStep(challenges.issue(account.id()), account.totpSecret() != null));
    }

    /** A seed for an account without a second factor; bound when its first code comes back right. */
    public String enrolment(String challenge) {
        StaffId id = challenges.accountOf(challenge);
        return Objects.requireNonNull(transaction.execute(status -> {
            StaffAccount account = accounts.lock(id);
            if (account.totpSecret() != null) throw Problem.of(IdentityProblem.CHALLENGE_EXPIRED);
            audit.recordAs(bare(id), "staff.enrol-second-factor", STAFF, id, "领取动态口令密钥");
            String secret = Totp.newSecret(random);
            challenges.keepSeed(
                    challenge, accounts.seal(id, TOTP_COLUMN, secret).text());
            return Totp.otpauth(ISSUER, account.loginName().value(), secret);
        }));
    }

    /** Checks the second factor and opens the session. */
    public SignedIn secondFactor(String challenge, String code) {
        StaffId id = challenges.accountOf(challenge);
        StaffId signedIn = committed(() -> tryCode(id, challenge, code), IdentityProblem.SECOND_FACTOR_REFUSED);
        challenges.end(challenge);
        standings.forget(signedIn.value());
        String token = sessions.open(Client.CONSOLE, signedIn.value());
        return new SignedIn(signedIn, token, clock.instant().plus(settings.longest()));
    }

    private Attempt<StaffId> tryCode(StaffId id, String challenge, String code) {
        StaffAccount account = accounts.lock(id);
        audit.concerns(STAFF, id);
        Instant now = clock.instant();
        if (!account.acceptsCode(now)) return Attempt.refused();
        Sealed sealed = account.totpSecret();
        if (sealed == null) {
            String fresh = challenges.seed(challenge);
            if (fresh == null) return Attempt.refused();
            sealed = Sealed.parse(fresh);
            account.bindSecondFactor(sealed);
        }
        var step = Totp.verify(accounts.open(id, TOTP_COLUMN, sealed), code, now, account.totpLastStep());
        if (step.isEmpty()) {
            if (challenges.seed(challenge) != null) account.forgetSecondFactor();
            codeWrong(account, now);
            return Attempt.refused();
        }
        account.signedIn(step.getAsLong(), now);
        accounts.save(account);
        standings.forget(id.value());
        Actor actor = Objects.requireNonNullElseGet(standings.actor(id.value(), Client.CONSOLE), () -> bare(id));
        audit.recordAs(actor, "staff.sign-in", STAFF, id, "登录控制台");
        return Attempt.of(id);
    }

    /** Checks a password and a code in one, for binding a phone; the account that they prove, or empty. */
    Optional<StaffId> provesIdentity(LoginName name, String password, String code) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var found = accounts.lock(name);
            if (found.isEmpty()) {
                hash.workInVain(password);
                return Optional.<StaffId>empty();
            }
            StaffAccount account = found.get();
            Instant now = clock.instant();
            boolean right = hash.matches(password, account.passwordHash());
            Sealed sealed = account.totpSecret();
            if (!account.acceptsPassword(now) || sealed == null || account.isPasswordInitial()) return Optional.empty();
            audit.concerns(STAFF, account.id());
            if (!right) {
                passwordWrong(account, now);
                return Optional.empty();
            }
            var step = Totp.verify(accounts.open(account.id(), TOTP_COLUMN, sealed), code, now, account.totpLastStep());
            if (step.isEmpty()) {
                codeWrong(account, now);
                return Optional.empty();
            }
            account.passwordRight();
            account.proved(step.getAsLong());
            accounts.save(account);
            return Optional.of(account.id());
        }));
    }

    /** Ends the session of the request. */
    public void signOut(Actor actor, HttpServletRequest request) {
        transaction.executeWithoutResult(status -> audit.record("staff.sign-out", STAFF, actor.account(), "退出控制台"));
        sessions.end(request, Client.CONSOLE);
    }

    private void passwordWrong(StaffAccount account, Instant now) {
        account.passwordWrong(now, settings.lockOut());
        accounts.save(account);
        if (!account.acceptsPassword(now)) recordLock(account, "密码");
    }

    private void codeWrong(StaffAccount account, Instant now) {
        account.codeWrong(now, settings.lockOut());
        accounts.save(account);
        if (!account.acceptsCode(now)) recordLock(account, "动态口令");
    }

    /** The system locks; whoever tried is not known. */
    private void recordLock(StaffAccount account, String factor) {
        audit.record("account.lock", STAFF, account.id(), factor + "连续错误达到上限，锁定账号");
    }

    /** The account before its rights are read. */
    private static Actor bare(StaffId id) {
        return new Actor(id.value(), Client.CONSOLE, Set.of(), Scope.own(id.value()), Set.of());
    }

    /** Runs an attempt in a transaction that commits in either case, then refuses. */
    private <T> T committed(Supplier<Attempt<T>> attempt, IdentityProblem refusal) {
        Attempt<T> outcome = transaction.execute(status -> attempt.get());
        if (outcome == null || outcome.result() == null) throw Problem.of(refusal);
        return outcome.result();
    }

    private record Attempt<T>(
            @org.jspecify.annotations.Nullable T result) {

        static <T> Attempt<T> of(T result) {
            return new Attempt<>(result);
        }

        static <T> Attempt<T> refused() {
            return new Attempt<>(null);
        }
    }
}
