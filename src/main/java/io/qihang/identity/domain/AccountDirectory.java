package io.qihang.identity.domain;

import io.qihang.access.Actor;
import io.qihang.identity.StaffId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.region.Regions;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Accounts as the administrators see them, and one's own. */
@Service
public class AccountDirectory {

    private final StaffAccountMapper mapper;
    private final StaffAccounts accounts;
    private final Regions regions;
    private final Clock clock;

    AccountDirectory(StaffAccountMapper mapper, StaffAccounts accounts, Regions regions, Clock clock) {
        this.mapper = mapper;
        this.accounts = accounts;
        this.regions = regions;
        this.clock = clock;
    }

    /** An account in the administrators' list; no phone number. */
    public record AccountCard(
            StaffId id,
            String loginName,
            String name,
            AccountKind kind,
            String kindName,
            boolean disabled,
            boolean locked,
            boolean secondFactor,
            @Nullable Instant lastSignInAt) {}

    /** The signed-in account and what it may. */
    public record Me(
            StaffId id,
            String name,
            RegionCode county,
            String countyName,
            List<String> roles,
            List<RegionCode> units,
            List<String> offices,
            boolean mustChangePassword) {}

    /** Who an account belongs to. */
    public record AccountName(StaffId id, String loginName, String name) {}

    /**
     * The accounts of a county.
     *
     * @param text the beginning of a login name, or a whole name; all accounts when null or blank
     */
    public Page<AccountCard> list(RegionCode county, @Nullable String text, PageRequest page) {
        String words = text == null ? "" : text.strip();
        var now = clock.instant();
        var rows = words.isEmpty()
                ? mapper.list(county, page.afterId(), page.fetch(), now)
                : mapper.search(
                        county,
                        literally(words.toLowerCase(Locale.ROOT)),
                        accounts.nameIndexes(words),
                        page.afterId(),
                        page.fetch(),
                        now);
        return Page.of(rows, page.size(), it -> it.id().toString())
                .map(it -> new AccountCard(
                        it.id(),
                        it.loginName(),
                        accounts.open(it.id(), "name", it.name()),
                        it.kind(),
                        it.kind().label(),
                        it.disabled(),
                        it.locked(),
                        it.secondFactor(),
                        it.lastSignInAt()));
    }

    /** Who these accounts belong to; ids of no account are left out. */
    public List<AccountName> names(Collection<StaffId> ids) {
        return mapper.called(ids).stream()
                .map(it -> new AccountName(it.id(), it.loginName(), accounts.open(it.id(), "name", it.name())))
                .toList();
    }

    private static String literally(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }

    /** The actor's own standing. */
    public Me me(Actor actor) {
        var id = new StaffId(actor.account());
        RegionCode county = Objects.requireNonNull(actor.scope().home(), "staff without a county");
        return new Me(
                id,
                Objects.requireNonNull(accounts.names(Set.of(id)).get(id), "signed-in account is gone"),
                county,
                regions.nameOf(county),
                actor.roles().stream().map(Enum::name).sorted().toList(),
                actor.scope().units().stream()
                        .sorted(Comparator.comparing(RegionCode::value))
                        .toList(),
                actor.scope().offices().stream().sorted().toList(),
                actor.pending().contains(Actor.Pending.PASSWORD_CHANGE));
    }
}
