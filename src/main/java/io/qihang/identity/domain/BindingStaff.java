package io.qihang.identity.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.identity.IdentityProblem;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a member of staff work on their own phone, once they proved both factors of their account there. */
@Service
public class BindingStaff {

    private final SigningIn signingIn;
    private final StaffAccounts accounts;
    private final StaffBindings bindings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    BindingStaff(
            SigningIn signingIn,
            StaffAccounts accounts,
            StaffBindings bindings,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.signingIn = signingIn;
        this.accounts = accounts;
        this.bindings = bindings;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Binds the staff account to the person on this phone; it works on one phone at a time.
     *
     * @throws Problem {@link IdentityProblem#BINDING_REFUSED} for whatever does not prove the account, all alike;
     *     failures count towards the account's locks
     */
    public void bind(Actor actor, String loginName, String password, String code) {
        PersonId person = new PersonId(actor.account());
        StaffId proven = LoginName.find(loginName)
                .flatMap(it -> signingIn.provesIdentity(it, password, code))
                .orElseThrow(() -> Problem.of(IdentityProblem.BINDING_REFUSED));
        transaction.executeWithoutResult(status -> {
            StaffAccount account = accounts.lock(proven);
            if (account.isDisabled()) throw Problem.of(IdentityProblem.BINDING_REFUSED);
            if (account.kind() != AccountKind.BUSINESS)
                throw Problem.of(IdentityProblem.BINDING_NOT_FOR_ADMINISTRATORS);
            bindings.bind(person, proven, account.county());
            audit.record("staff-binding.bind", "staff", proven, "把工作账号绑定到小程序用户 " + person);
        });
    }

    /** Gives the phone back to the person alone. */
    @Transactional
    public void unbind(Actor actor) {
        PersonId person = new PersonId(actor.account());
        if (!bindings.endOf(person)) throw Problem.of(PlatformProblem.NOT_FOUND);
        audit.record("staff-binding.end", "person", person, "解除工作账号绑定");
    }
}
