package io.qihang.identity.domain;

import io.qihang.access.Role;
import io.qihang.audit.AuditTrail;
import io.qihang.identity.StaffId;
import io.qihang.platform.Ids;
import io.qihang.platform.RegionCode;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Roles given by the installation itself, when nobody is there yet to give them. */
@Component
public class FirstGrants {

    private final StaffAccounts accounts;
    private final StaffAccountMapper mapper;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    FirstGrants(StaffAccounts accounts, StaffAccountMapper mapper, AuditTrail audit, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.mapper = mapper;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    void give(StaffId id, Role role) {
        give(id, role, null, null);
    }

    /** Gives a role in the name of the account itself. */
    @Transactional
    public void give(StaffId id, Role role, @Nullable RegionCode unit, @Nullable String office) {
        StaffAccount account = accounts.lock(id);
        mapper.grant(ids.next(), id, account.kind(), account.county(), role, unit, office, id.value(), clock.instant());
        audit.record("role.grant", "staff", id, "安装时授予“" + role.label() + "”");
    }
}
