package io.qihang.identity.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qihang.access.Actor;
import io.qihang.access.Actor.Pending;
import io.qihang.access.Client;
import io.qihang.access.Role;
import io.qihang.access.Scope;
import io.qihang.platform.RegionCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a member of staff may at this moment. Kept for a few seconds, so a page of requests asks once; a changed grant
 * is forgotten here at once and elsewhere within those seconds.
 */
@Component
public class StaffStandings {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final StaffAccountMapper mapper;
    private final SignInSettings settings;
    private final PasswordPolicy policy;
    private final Clock clock;
    private final Cache<UUID, Optional<Standing>> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(10_000).build();

    StaffStandings(StaffAccountMapper mapper, SignInSettings settings, PasswordPolicy policy, Clock clock) {
        this.mapper = mapper;
        this.settings = settings;
        this.policy = policy;
        this.clock = clock;
    }

    private record Standing(Set<Role> roles, Scope scope, boolean mustChange, Instant changedAt, Instant signedInAt) {}

    /** The account as an actor; null when it is disabled, unknown, or signed in too long ago. */
    @Nullable
    Actor actor(UUID account, Client client) {
        Standing standing = kept.get(account, this::load).orElse(null);
        if (standing == null) return null;
        Instant now = clock.instant();
        if (client == Client.CONSOLE && now.isAfter(standing.signedInAt().plus(settings.longest()))) return null;
        boolean owes = standing.mustChange() || now.isAfter(standing.changedAt().plus(policy.maxAge()));
        return new Actor(
                account,
                client,
                standing.roles(),
                standing.scope(),
                owes ? EnumSet.of(Pending.PASSWORD_CHANGE) : Set.of());
    }

    /** Asks anew at the next request. */
    void forget(UUID account) {
        kept.invalidate(account);
    }

    private Optional<Standing> load(UUID account) {
        var row = mapper.standing(account);
        if (row == null || row.disabled()) return Optional.empty();
        Set<Role> roles = words(row.roles()).stream().map(Role::valueOf).collect(Collectors.toSet());
        boolean business = row.kind() == AccountKind.BUSINESS && !roles.isEmpty();
        Set<RegionCode> units = words(row.units()).stream().map(RegionCode::new).collect(Collectors.toSet());
        boolean wide = business && row.countyWide() && roles.stream().anyMatch(StaffStandings::seesTheCounty);
        Scope scope = new Scope(
                account,
                row.regionCode(),
                wide ? Set.of(row.regionCode()) : Set.of(),
                units,
                Set.copyOf(words(row.offices())));
        return Optional.of(new Standing(
                roles,
                scope,
                row.passwordInitial(),
                row.passwordSetAt(),
                Objects.requireNonNullElse(row.lastSignInAt(), Instant.EPOCH)));
    }

    /** Officers of the bureau and leaders see the county; handlers and commissioners what is assigned to them. */
    private static boolean seesTheCounty(Role role) {
        return role == Role.COUNTY_OFFICER || role == Role.LEADER;
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(",")).filter(it -> !it.isEmpty()).collect(Collectors.toSet());
    }
}
