package io.qihang.identity.domain;

import io.qihang.access.Actor;
import io.qihang.access.Client;
import io.qihang.access.Scope;
import io.qihang.audit.AuditTrail;
import io.qihang.identity.PersonId;
import io.qihang.platform.Problem;
import io.qihang.wechat.WeChatLogin;
import io.qihang.wechat.WeChatProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in on the phone: WeChat says who it is, and nothing the phone says about it counts. */
@Service
public class PersonSignIn {

    private final WeChatLogin weChat;
    private final Persons persons;
    private final PersonStandings standings;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    PersonSignIn(
            WeChatLogin weChat,
            Persons persons,
            PersonStandings standings,
            Sessions sessions,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.weChat = weChat;
        this.persons = persons;
        this.standings = standings;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * A session, and what the person still owes.
     *
     * @param consentNeeded whether a text in force is not accepted yet
     * @param phoneNeeded whether no phone number is bound yet
     */
    @Schema(name = "PersonSignedIn")
    public record SignedIn(String token, boolean consentNeeded, boolean phoneNeeded) {}

    /** Opens a session with a code of {@code wx.login}; the same code sent again within a minute gives the same one. */
    public SignedIn signIn(String code) {
        String token = weChat.sessionFor(code, this::open);
        UUID account = sessions.accountOf(token, Client.PHONE);
        if (account == null) throw Problem.of(WeChatProblem.WECHAT_CODE_REFUSED);
        PersonId person = new PersonId(account);
        Actor actor = standings.actor(person);
        boolean consentNeeded = actor == null || actor.pending().contains(Actor.Pending.CONSENT);
        return new SignedIn(token, consentNeeded, persons.phone(person).isEmpty());
    }

    private String open(String openid) {
        PersonId person = Objects.requireNonNull(transaction.execute(status -> {
            PersonId found = persons.of(openid);
            var actor = new Actor(found.value(), Client.PHONE, Set.of(), Scope.own(found.value()), Set.of());
            audit.recordAs(actor, "person.sign-in", "person", found, "登录小程序");
            return found;
        }));
        standings.forget(person);
        return sessions.open(Client.PHONE, person.value());
    }

    /** Ends the session of the request. */
    public void signOut(Actor actor, HttpServletRequest request) {
        transaction.executeWithoutResult(status -> audit.record("person.sign-out", "person", actor.account(), "退出小程序"));
        String token = sessions.end(request, Client.PHONE);
        if (token != null) weChat.forget(token);
    }
}
