package io.qihang.identity;

import io.qihang.access.Role;
import io.qihang.identity.domain.Persons;
import io.qihang.platform.RegionCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On whose phones staff work: to whom a message about an office's work goes. */
@Component
public class StaffPhones {

    private final Persons persons;

    StaffPhones(Persons persons) {
        this.persons = persons;
    }

    /**
     * The persons on whose phones active holders of the role in the office work; those without a bound phone are left out.
     *
     * @param office null for holders who were granted the role without an office
     */
    public List<PersonId> of(Role role, RegionCode county, @Nullable String office) {
        return persons.phonesOf(role, county, office);
    }

    /** The person on whose phone this active account works, if there is one. */
    public List<PersonId> of(StaffId account) {
        return persons.phonesOf(account);
    }
}
