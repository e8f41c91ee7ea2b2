package io.qihang.identity;

import io.qihang.access.Role;
import io.qihang.identity.domain.StaffAccounts;
import io.qihang.platform.RegionCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of staff for lists and histories of other modules, and who holds a role. */
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

    /** These members of staff with their login names, disabled ones too, in one query; unknown ids are left out. */
    public Map<StaffId, StaffCard> cards(Collection<StaffId> staff) {
        return staff.isEmpty() ? Map.of() : accounts.cards(Set.copyOf(staff));
    }

    /** A member of staff to choose from a list. */
    public record StaffCard(StaffId id, String loginName, String name) {}

    /** The county's active accounts with the role, in the order of their ids. */
    public List<StaffCard> holders(Role role, RegionCode county, @Nullable UUID after, int limit) {
        return accounts.holders(role, county, after, limit);
    }

    /** Those of these login names that are active accounts of the county with the role. */
    public Map<String, StaffId> holders(Role role, RegionCode county, Collection<String> loginNames) {
        return loginNames.isEmpty() ? Map.of() : accounts.holders(role, county, Set.copyOf(loginNames));
    }

    /** That a member of staff works for an office. */
    public record Post(StaffId staff, String office) {}

    /** Who of the county's active accounts holds the role for which of these offices, in one query. */
    public Set<Post> posts(Role role, RegionCode county, Collection<String> offices) {
        return accounts.posts(role, county, offices);
    }

    /** The county's active accounts that hold the role for one of these offices, in the order of their login names. */
    public List<StaffCard> holdersOf(Role role, RegionCode county, Collection<String> offices) {
        return accounts.holdersOf(role, county, offices);
    }

    /** Whether this is an active account of the county with the role. */
    public boolean holds(StaffId staff, Role role, RegionCode county) {
        return accounts.holds(staff, role, county);
    }
}
