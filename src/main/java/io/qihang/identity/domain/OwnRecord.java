package io.qihang.identity.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.identity.IdentityProblem;
import io.qihang.identity.PersonId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.wechat.WeChatPhone;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What persons do with their own record: accept the texts, bind a phone number, look at it. */
@Service
public class OwnRecord {

    private static final String CHANNEL = "微信小程序";

    private final Persons persons;
    private final PersonMapper mapper;
    private final PersonStandings standings;
    private final ConsentTexts texts;
    private final WeChatPhone weChat;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OwnRecord(
            Persons persons,
            PersonMapper mapper,
            PersonStandings standings,
            ConsentTexts texts,
            WeChatPhone weChat,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.persons = persons;
        this.mapper = mapper;
        this.standings = standings;
        this.texts = texts;
        this.weChat = weChat;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The person as they see themselves; the number only masked. */
    @Schema(name = "PersonMe")
    public record Me(PersonId id, @Nullable String phone, boolean phoneNeeded, boolean staffBound) {}

    /** The texts in force. */
    public List<ConsentText> consentTexts() {
        return texts.current();
    }

    /** Accepts a text in force; another version of it is refused. */
    public void accept(Actor actor, String document, int version) {
        PersonId person = new PersonId(actor.account());
        ConsentText text = texts.current().stream()
                .filter(it -> it.document().equals(document) && it.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.of(IdentityProblem.CONSENT_OUTDATED));
        transaction.executeWithoutResult(status -> {
            int added = mapper.accept(person, document, version, text.sha256(), clock.instant(), CHANNEL);
            if (added > 0)
                audit.record("person.consent", "person", person, "同意《" + text.title() + "》第 " + version + " 版");
            standings.forget(person);
        });
    }

    /** Binds the number WeChat tells for the code of the phone-number button; a former one is replaced. */
    public String bindPhone(Actor actor, String code) {
        PersonId person = new PersonId(actor.account());
        String openid = Optional.ofNullable(persons.openids(List.of(person)).get(person))
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        Phone phone =
                Phone.find(weChat.numberFor(code, openid)).orElseThrow(() -> Problem.of(IdentityProblem.PHONE_REFUSED));
        transaction.executeWithoutResult(status -> {
            persons.bindPhone(person, phone);
            audit.record("person.bind-phone", "person", person, "绑定手机号");
        });
        return phone.masked();
    }

    /** The person's own record. */
    public Me me(Actor actor) {
        PersonId person = new PersonId(actor.account());
        String phone = persons.phone(person).map(Phone::masked).orElse(null);
        return new Me(person, phone, phone == null, standings.account(person) != null);
    }
}
