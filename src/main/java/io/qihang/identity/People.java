package io.qihang.identity;

import io.qihang.identity.domain.Persons;
import io.qihang.identity.domain.Phone;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What other modules may ask about a person who signs in with WeChat. */
@Component
public class People {

    private final Persons persons;

    People(Persons persons) {
        this.persons = persons;
    }

    /** Whether this is the person's number as WeChat told it; takes the same time whichever digit differs. */
    public boolean hasPhone(PersonId person, String phone) {
        Optional<Phone> own = persons.phone(person);
        Optional<Phone> asked = Phone.find(phone);
        return own.isPresent() && asked.isPresent() && MessageDigest.isEqual(bytes(own.get()), bytes(asked.get()));
    }

    /** The number as it may be shown, {@code 138****0001}; empty as long as none is bound. */
    public Optional<String> maskedPhone(PersonId person) {
        return persons.phone(person).map(Phone::masked);
    }

    /**
     * Where WeChat delivers these persons' messages; who has cancelled the account is left out. For the notification
     * module only: no other may hold an openid.
     */
    public Map<PersonId, String> openids(Collection<PersonId> people) {
        return persons.openids(people);
    }

    /** Whom WeChat speaks of. */
    public Optional<PersonId> withOpenid(String openid) {
        return persons.withOpenid(openid);
    }

    private static byte[] bytes(Phone phone) {
        return phone.value().getBytes(StandardCharsets.US_ASCII);
    }
}
