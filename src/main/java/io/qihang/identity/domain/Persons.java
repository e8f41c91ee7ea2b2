package io.qihang.identity.domain;

import io.qihang.access.Role;
import io.qihang.crypto.Sealed;
import io.qihang.crypto.Vault;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Ids;
import io.qihang.platform.RegionCode;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Persons as they are kept: openid and phone number sealed under the person's own id. */
@Repository
public class Persons {

    private static final String TABLE = "person";
    private static final String OPENID = "openid";
    private static final String PHONE = "phone";

    private final PersonMapper mapper;
    private final Vault vault;
    private final PersonSettings settings;
    private final Ids ids;
    private final Clock clock;

    Persons(PersonMapper mapper, Vault vault, PersonSettings settings, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.vault = vault;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** The person of this openid, new at their first sign-in. */
    PersonId of(String openid) {
        var indexes = vault.blindIndexes(TABLE + "." + OPENID, openid);
        PersonId known = mapper.byOpenid(indexes);
        if (known != null) return known;
        PersonId fresh = new PersonId(ids.next());
        Sealed sealed = vault.seal(TABLE, OPENID, fresh.value(), openid);
        mapper.add(fresh, settings.home(), sealed, indexes.get(0), clock.instant());
        return Objects.requireNonNull(mapper.byOpenid(indexes));
    }

    void bindPhone(PersonId id, Phone phone) {
        Sealed sealed = vault.seal(TABLE, PHONE, id.value(), phone.value());
        mapper.bindPhone(id, sealed, vault.blindIndex(TABLE + "." + PHONE, phone.value()), clock.instant());
    }

    /** The person's number, proven by WeChat. */
    public Optional<Phone> phone(PersonId id) {
        return Optional.ofNullable(mapper.find(id))
                .map(PersonMapper.PersonRow::phone)
                .map(it -> new Phone(vault.open(TABLE, PHONE, id.value(), it)));
    }

    /** The persons' openids; those of cancelled accounts are gone. */
    public Map<PersonId, String> openids(Collection<PersonId> people) {
        if (people.isEmpty()) return Map.of();
        return mapper.openids(people.stream().map(PersonId::value).toList()).stream()
                .collect(Collectors.toMap(
                        PersonMapper.OpenidRow::id,
                        it -> vault.open(TABLE, OPENID, it.id().value(), it.openid())));
    }

    /** The person of this openid, if they have ever signed in. */
    public Optional<PersonId> withOpenid(String openid) {
        return Optional.ofNullable(mapper.byOpenid(vault.blindIndexes(TABLE + "." + OPENID, openid)));
    }

    /** See {@link io.qihang.identity.StaffPhones#of}. */
    public List<PersonId> phonesOf(Role role, RegionCode county, @Nullable String office) {
        return mapper.phonesOf(role, county, office);
    }

    /** On whose phones these members of staff work. */
    public List<PersonId> phonesOf(Collection<StaffId> staff) {
        return mapper.phonesOfStaff(staff);
    }
}
