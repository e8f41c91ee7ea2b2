package io.qihang.identity;

import io.qihang.identity.domain.StaffAccounts;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names of staff for lists and histories of other modules. */
@Component
public class StaffDirectory {

    private final StaffAccounts accounts;

    StaffDirectory(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    /** The names of these members of staff, disabled ones too, in one query; unknown ids are left out. */
    public Map<StaffId, String> names(Collection<StaffId> staff) {
        return staff.isEmpty() ? Map.of() : accounts.names(Set.copyOf(staff));
    }
}
