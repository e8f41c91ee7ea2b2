package io.qihang.identity.domain;

import io.qihang.access.Actor;
import io.qihang.access.Client;
import io.qihang.audit.AuditTrail;
import io.qihang.identity.PersonId;
import io.qihang.identity.PersonalRecords;
import io.qihang.identity.PersonalRecords.Entry;
import io.qihang.identity.PersonalRecords.Section;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** A person sees everything that is kept about them, and cancels the account. */
@Service
public class OwnData {

    private final Persons persons;
    private final PersonMapper mapper;
    private final PersonStandings standings;
    private final StaffBindings bindings;
    private final Sessions sessions;
    private final ConsentTexts texts;
    private final List<PersonalRecords> records;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OwnData(
            Persons persons,
            PersonMapper mapper,
            PersonStandings standings,
            StaffBindings bindings,
            Sessions sessions,
            ConsentTexts texts,
            List<PersonalRecords> records,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.persons = persons;
        this.mapper = mapper;
        this.standings = standings;
        this.bindings = bindings;
        this.sessions = sessions;
        this.texts = texts;
        this.records = records;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is kept about a person, at this moment. */
    public record PersonData(Instant asOf, List<Section> sections) {}

    /** Everything, ready to be shown or kept as a file. */
    public PersonData of(Actor actor) {
        PersonId person = new PersonId(actor.account());
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("登录", signIn(person)));
        sections.add(new Section(
                "同意的说明",
                mapper.consents(person).stream()
                        .map(it -> new Entry(
                                texts.titleOf(it.document(), it.documentVersion()),
                                "第 " + it.documentVersion() + " 版",
                                it.acceptedAt()))
                        .toList()));
        records.forEach(it -> sections.addAll(it.about(person)));
        return new PersonData(clock.instant(), sections);
    }

    private List<Entry> signIn(PersonId person) {
        var dates = mapper.dates(person);
        if (dates == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("微信登录", "只存加密的用户标识，没有昵称和头像", dates.createdAt()));
        persons.phone(person).ifPresent(it -> entries.add(new Entry("手机号", it.masked(), dates.phoneBoundAt())));
        if (dates.boundAt() != null) entries.add(new Entry("绑定的工作账号", "已绑定", dates.boundAt()));
        return entries;
    }

    /**
     * Ends what the person holds anywhere, wipes out openid and phone number and signs the person out everywhere. What
     * was done, and the texts accepted, stay on record under a number that leads to nobody any more.
     */
    public void cancel(Actor actor) {
        PersonId person = new PersonId(actor.account());
        transaction.executeWithoutResult(status -> {
            if (mapper.lock(person) == null) throw Problem.of(PlatformProblem.NOT_FOUND);
            records.forEach(it -> it.cancel(person));
            bindings.endOf(person);
            mapper.cancel(person, clock.instant());
            audit.record("person.cancel", "person", person, "注销小程序账号，抹去微信标识和手机号");
            standings.forget(person);
        });
        sessions.endAll(Client.PHONE, person.value());
    }
}
