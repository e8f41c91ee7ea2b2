package io.qihang.identity.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.identity.IdentityProblem;
import io.qihang.identity.StaffId;
import io.qihang.platform.Problem;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member of staff sets a password of their own. */
@Service
public class ChangingPassword {

    private final StaffAccounts accounts;
    private final StaffStandings standings;
    private final PasswordRules rules;
    private final PasswordHash hash;
    private final AuditTrail audit;
    private final Clock clock;

    ChangingPassword(
            StaffAccounts accounts,
            StaffStandings standings,
            PasswordRules rules,
            PasswordHash hash,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.standings = standings;
        this.rules = rules;
        this.hash = hash;
        this.audit = audit;
        this.clock = clock;
    }

    /** Replaces the password; the session goes on. */
    @Transactional
    public void change(Actor actor, String current, String fresh) {
        StaffAccount account = accounts.lock(new StaffId(actor.account()));
        if (!hash.matches(current, account.passwordHash())) throw Problem.of(IdentityProblem.PASSWORD_WRONG);
        var reasons = rules.reasonsAgainst(
                fresh, account.loginName(), accounts.formerPasswords(account.id(), rules.history()));
        if (!reasons.isEmpty()) throw Problem.of(IdentityProblem.PASSWORD_REFUSED, String.join("；", reasons));
        account.changePassword(hash.hash(fresh), clock.instant());
        accounts.savePassword(account, clock.instant());
        audit.record("staff.change-password", "staff", account.id(), "修改密码");
        standings.forget(actor.account());
    }
}
