package io.qihang.identity.domain;

import io.qihang.access.Role;
import io.qihang.crypto.Sealed;
import io.qihang.crypto.Vault;
import io.qihang.identity.StaffDirectory.Post;
import io.qihang.identity.StaffDirectory.StaffCard;
import io.qihang.identity.StaffId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** Staff accounts as they are kept: personal fields sealed under the account's own id. */
@Repository
public class StaffAccounts {

    private static final String TABLE = "staff_account";
    private static final String NAME = "staff_account.name";

    private final StaffAccountMapper mapper;
    private final Vault vault;

    StaffAccounts(StaffAccountMapper mapper, Vault vault) {
        this.mapper = mapper;
        this.vault = vault;
    }

    Optional<StaffAccount> lock(LoginName loginName) {
        return Optional.ofNullable(mapper.lockByLoginName(loginName.value()));
    }

    /** The account, locked until the transaction ends. */
    StaffAccount lock(StaffId id) {
        return Optional.ofNullable(mapper.lock(id)).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    boolean isLoginNameTaken(LoginName loginName) {
        return mapper.loginNameTaken(loginName.value());
    }

    boolean hasAccount(Phone phone) {
        return mapper.phoneTaken(vault.blindIndexes("staff_account.phone", phone.value()));
    }

    /** The names of these accounts. */
    public Map<StaffId, String> names(Collection<StaffId> ids) {
        return mapper.names(ids).stream()
                .collect(Collectors.toMap(StaffAccountMapper.NameRow::id, it -> open(it.id(), "name", it.name())));
    }

    /** The login names and names of these accounts. */
    public Map<StaffId, StaffCard> cards(Collection<StaffId> ids) {
        return mapper.called(ids).stream()
                .map(it -> new StaffCard(it.id(), it.loginName(), open(it.id(), "name", it.name())))
                .collect(Collectors.toMap(StaffCard::id, Function.identity()));
    }

    /** The county's active accounts with the role. */
    public List<StaffCard> holders(Role role, RegionCode county, @Nullable UUID after, int limit) {
        return mapper.holders(role, county, after, limit).stream()
                .map(it -> new StaffCard(it.id(), it.loginName(), open(it.id(), "name", it.name())))
                .toList();
    }

    /** Those of these login names that are active accounts of the county with the role. */
    public Map<String, StaffId> holders(Role role, RegionCode county, Collection<String> loginNames) {
        return mapper.holdersCalled(role, county, loginNames).stream()
                .collect(Collectors.toMap(StaffAccountMapper.LoginRow::loginName, StaffAccountMapper.LoginRow::id));
    }

    /** Which active accounts hold the role for which of these offices. */
    public Set<Post> posts(Role role, RegionCode county, Collection<String> offices) {
        return offices.isEmpty() ? Set.of() : Set.copyOf(mapper.posts(role, county, offices));
    }

    /** The active accounts that hold the role for an office, by name of login. */
    public List<StaffCard> holdersOf(Role role, RegionCode county, Collection<String> offices) {
        return offices.isEmpty()
                ? List.of()
                : mapper.holdersOf(role, county, offices).stream()
                        .map(it -> new StaffCard(it.id(), it.loginName(), open(it.id(), "name", it.name())))
                        .toList();
    }

    /** Whether this is an active account of the county with the role. */
    public boolean holds(StaffId staff, Role role, RegionCode county) {
        return mapper.holds(staff, role, county);
    }

    /** Indexes up to so many accounts that were opened before names were indexed; answers how many there were. */
    int indexNames(int most) {
        var found = mapper.unindexed(most);
        found.forEach(it -> mapper.indexName(it.id(), nameIndex(open(it.id(), "name", it.name()))));
        return found.size();
    }

    boolean isEmpty() {
        return mapper.count() == 0;
    }

    String phoneIndex(Phone phone) {
        return vault.blindIndex("staff_account.phone", phone.value());
    }

    /** What an account is found by its whole name with; spaces and full width do not count. */
    String nameIndex(String name) {
        return vault.blindIndex(NAME, oneSpelling(name));
    }

    /** The indexes of this name under every key of the ring. */
    List<String> nameIndexes(String name) {
        return vault.blindIndexes(NAME, oneSpelling(name));
    }

    private static String oneSpelling(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    Sealed seal(StaffId id, String column, String text) {
        return vault.seal(TABLE, column, id.value(), text);
    }

    String open(StaffId id, String column, Sealed sealed) {
        return vault.open(TABLE, column, id.value(), sealed);
    }

    List<String> formerPasswords(StaffId id, int count) {
        return mapper.formerPasswords(id, count);
    }

    void add(StaffAccount account) {
        mapper.insert(account);
        mapper.keepPassword(account.id(), account.county(), account.passwordHash(), account.passwordSetAt());
    }

    void save(StaffAccount account) {
        if (mapper.updateById(account) == 0) throw new OptimisticLockingFailureException("stale " + account.id());
    }

    /** Saves the account with its new password and keeps the password among the former ones. */
    void savePassword(StaffAccount account, Instant now) {
        save(account);
        mapper.keepPassword(account.id(), account.county(), account.passwordHash(), now);
    }
}
