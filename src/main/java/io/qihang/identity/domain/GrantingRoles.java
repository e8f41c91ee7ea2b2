package io.qihang.identity.domain;

import io.qihang.access.Actor;
import io.qihang.access.Client;
import io.qihang.access.Role;
import io.qihang.audit.AuditTrail;
import io.qihang.identity.IdentityProblem;
import io.qihang.identity.StaffId;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Offices;
import io.qihang.region.Regions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the security administrator does: gives and takes roles, unlocks, resets second factors. */
@Service
public class GrantingRoles {

    private final StaffAccounts accounts;
    private final StaffAccountMapper mapper;
    private final StaffStandings standings;
    private final StaffBindings bindings;
    private final Sessions sessions;
    private final Regions regions;
    private final Offices offices;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    GrantingRoles(
            StaffAccounts accounts,
            StaffAccountMapper mapper,
            StaffStandings standings,
            StaffBindings bindings,
            Sessions sessions,
            Regions regions,
            Offices offices,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.accounts = accounts;
        this.mapper = mapper;
        this.standings = standings;
        this.bindings = bindings;
        this.sessions = sessions;
        this.regions = regions;
        this.offices = offices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** A role held by an account, and where. */
    public record Grant(
            UUID id,
            Role role,
            String roleName,
            @Nullable RegionCode unit,
            @Nullable String office,
            Instant grantedAt) {}

    /** The roles the account holds. */
    public List<Grant> of(StaffId account) {
        return mapper.grants(account).stream().map(GrantingRoles::view).toList();
    }

    /**
     * Gives a role; a 乡镇 officer's needs a unit of the account's county, a handler's one of its offices, an
     * administrator's neither.
     */
    @Transactional
    public Grant grant(Actor by, StaffId id, Role role, @Nullable RegionCode unit, @Nullable String office) {
        refuseOwn(by, id);
        StaffAccount account = accounts.lock(id);
        if (account.isDisabled()) throw Problem.of(IdentityProblem.ACCOUNT_DISABLED);
        if (!account.kind().admits(role)) {
            throw Problem.of(
                    IdentityProblem.ROLE_NOT_FOR_ACCOUNT, account.kind().label(), role.label());
        }
        checkScope(role, account.county(), unit, office);
        var row = new StaffAccountMapper.GrantRow(ids.next(), id, role, unit, office, clock.instant());
        int granted = mapper.grant(
                row.id(), id, account.kind(), account.county(), role, unit, office, by.account(), row.grantedAt());
        if (granted == 0) throw Problem.of(IdentityProblem.ROLE_ALREADY_GRANTED);
        audit.record("role.grant", "staff", id, "授予“" + role.label() + "”" + where(unit, office));
        forgetAfterCommit(id);
        return view(row);
    }

    /** Takes a role back; live sessions feel it within seconds. */
    @Transactional
    public void revoke(Actor by, StaffId id, UUID grant) {
        refuseOwn(by, id);
        if (mapper.revoke(id, grant, by.account(), clock.instant()) == 0) {
            throw Problem.of(PlatformProblem.NOT_FOUND);
        }
        audit.record("role.revoke", "staff", id, "收回岗位 " + grant);
        forgetAfterCommit(id);
    }

    /** Opens a locked account before its time. */
    @Transactional
    public void unlock(StaffId id) {
        StaffAccount account = accounts.lock(id);
        account.unlock();
        accounts.save(account);
        audit.record("account.unlock", "staff", id, "解除锁定");
    }

    /** The next sign-in binds a new second factor; the sessions and the work on a phone end. */
    @Transactional
    public void resetSecondFactor(Actor by, StaffId id) {
        refuseOwn(by, id);
        StaffAccount account = accounts.lock(id);
        account.forgetSecondFactor();
        accounts.save(account);
        bindings.endOf(id);
        audit.record("account.reset-second-factor", "staff", id, "重置动态口令");
        sessions.endAll(Client.CONSOLE, id.value());
    }

    private void forgetAfterCommit(StaffId id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                standings.forget(id.value());
            }
        });
    }

    private void checkScope(Role role, RegionCode county, @Nullable RegionCode unit, @Nullable String office) {
        if (role.isAdministrator() && (unit != null || office != null)) {
            throw Problem.of(IdentityProblem.GRANT_HAS_NO_SCOPE);
        }
        if (role == Role.TOWNSHIP_OFFICER && unit == null) throw Problem.of(IdentityProblem.GRANT_NEEDS_UNIT);
        if (role == Role.HANDLER && office == null) throw Problem.of(IdentityProblem.GRANT_NEEDS_OFFICE);
        if (unit != null
                && regions.unitsOf(county).stream().noneMatch(it -> it.code().equals(unit))) {
            throw Problem.of(IdentityProblem.GRANT_UNIT_UNKNOWN, unit);
        }
        if (office != null && offices.find(county, office).isEmpty()) {
            throw Problem.of(IdentityProblem.GRANT_OFFICE_UNKNOWN, office);
        }
    }

    private static String where(@Nullable RegionCode unit, @Nullable String office) {
        return (unit == null ? "" : " " + unit) + (office == null ? "" : " " + office);
    }

    private static Grant view(StaffAccountMapper.GrantRow row) {
        return new Grant(row.id(), row.role(), row.role().label(), row.unitCode(), row.officeCode(), row.grantedAt());
    }

    private static void refuseOwn(Actor by, StaffId id) {
        if (by.account().equals(id.value())) throw Problem.of(IdentityProblem.OWN_ACCOUNT);
    }
}
