package io.qihang.identity.domain;

import io.qihang.access.Actor;
import io.qihang.access.Client;
import io.qihang.audit.AuditTrail;
import io.qihang.identity.IdentityProblem;
import io.qihang.identity.StaffDisabled;
import io.qihang.identity.StaffId;
import io.qihang.platform.Ids;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What the system administrator does: accounts come, get a new password, go. Rights are not theirs to give. */
@Service
public class KeepingAccounts {

    private final StaffAccounts accounts;
    private final StaffStandings standings;
    private final StaffBindings bindings;
    private final Sessions sessions;
    private final PasswordHash hash;
    private final InitialPassword initial;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    KeepingAccounts(
            StaffAccounts accounts,
            StaffStandings standings,
            StaffBindings bindings,
            Sessions sessions,
            PasswordHash hash,
            InitialPassword initial,
            AuditTrail audit,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.accounts = accounts;
        this.standings = standings;
        this.bindings = bindings;
        this.sessions = sessions;
        this.hash = hash;
        this.initial = initial;
        this.audit = audit;
        this.transaction = transaction;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** An account with the password that is told once, lives 24 hours, and must be changed at the first sign-in. */
    public record NewAccount(StaffId id, String loginName, String initialPassword) {}

    /** Makes an account without any right. */
    @Transactional
    public NewAccount open(RegionCode county, String loginName, AccountKind kind, String name, String phone) {
        LoginName login;
        try {
            login = new LoginName(loginName);
        } catch (IllegalArgumentException e) {
            throw Problem.of(IdentityProblem.LOGIN_NAME_REFUSED, String.valueOf(e.getMessage()));
        }
        Phone mobile = Phone.find(phone).orElseThrow(() -> Problem.of(IdentityProblem.PHONE_REFUSED));
        if (accounts.isLoginNameTaken(login)) throw Problem.of(IdentityProblem.LOGIN_NAME_TAKEN);
        if (accounts.hasAccount(mobile)) throw Problem.of(IdentityProblem.PERSON_HAS_ACCOUNT);
        String password = initial.next(login);
        StaffId id = new StaffId(ids.next());
        accounts.add(StaffAccount.open(
                id,
                county,
                login,
                kind,
                accounts.seal(id, "name", name),
                accounts.nameIndex(name),
                accounts.seal(id, "phone", mobile.value()),
                accounts.phoneIndex(mobile),
                hash.hash(password),
                clock.instant()));
        audit.record("account.open", "staff", id, "新建" + kind.label() + " " + login);
        return new NewAccount(id, login.value(), password);
    }

    /** Sets a new initial password and ends the account's sessions and its work on a phone. */
    public NewAccount resetPassword(Actor by, StaffId id) {
        refuseOwn(by, id);
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            StaffAccount account = accounts.lock(id);
            String password = initial.next(account.loginName());
            account.resetPassword(hash.hash(password), clock.instant());
            accounts.savePassword(account, clock.instant());
            bindings.endOf(id);
            audit.record("account.reset-password", "staff", id, "重置密码");
            ended(id);
            return new NewAccount(id, account.loginName().value(), password);
        }));
    }

    /** The account can no longer be used; its sessions and its work on a phone end at once, and others are told. */
    public void disable(Actor by, StaffId id) {
        refuseOwn(by, id);
        change(id, "account.disable", "停用账号", account -> {
            account.disable();
            bindings.endOf(id);
            events.publishEvent(new StaffDisabled(id, account.county()));
        });
        ended(id);
    }

    /** The account can be used again. */
    public void enable(Actor by, StaffId id) {
        refuseOwn(by, id);
        change(id, "account.enable", "启用账号", StaffAccount::enable);
        standings.forget(id.value());
    }

    private void change(StaffId id, String action, String words, Consumer<StaffAccount> change) {
        transaction.executeWithoutResult(status -> {
            StaffAccount account = accounts.lock(id);
            change.accept(account);
            accounts.save(account);
            audit.record(action, "staff", id, words);
        });
    }

    private void ended(StaffId id) {
        standings.forget(id.value());
        sessions.endAll(Client.CONSOLE, id.value());
    }

    private static void refuseOwn(Actor by, StaffId id) {
        if (by.account().equals(id.value())) throw Problem.of(IdentityProblem.OWN_ACCOUNT);
    }
}
