package io.qihang.enterprise.domain;

import io.qihang.crypto.Sealed;
import io.qihang.crypto.Vault;
import io.qihang.enterprise.EnterpriseAccepted;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.EnterpriseMoved;
import io.qihang.enterprise.Uscc;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** Enterprises as they are kept: the contact sealed under the enterprise's own id. */
@Repository
public class EnterpriseRecords {

    private static final String TABLE = "enterprise";

    private final EnterpriseMapper mapper;
    private final Vault vault;
    private final ApplicationEventPublisher events;

    EnterpriseRecords(EnterpriseMapper mapper, Vault vault, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.vault = vault;
        this.events = events;
    }

    /** Until the transaction ends nobody else registers or accepts this code in the county. */
    void lockCode(RegionCode county, Uscc uscc) {
        mapper.lockCode(county, uscc);
    }

    Optional<Enterprise> find(RegionCode county, Uscc uscc) {
        return Optional.ofNullable(mapper.findByCode(county, uscc));
    }

    /** The enterprise, locked until the transaction ends. */
    Enterprise lock(EnterpriseId id) {
        return Optional.ofNullable(mapper.lock(id)).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    void add(Enterprise enterprise) {
        mapper.insert(enterprise);
        events.publishEvent(new EnterpriseAccepted(enterprise.id(), enterprise.county(), enterprise.unit()));
    }

    void save(Enterprise enterprise, EnterpriseMoved moved) {
        if (mapper.updateById(enterprise) == 0) throw new OptimisticLockingFailureException("stale " + enterprise.id());
        events.publishEvent(moved);
    }

    Sealed seal(EnterpriseId id, String column, String text) {
        return vault.seal(TABLE, column, id.value(), text);
    }

    String open(EnterpriseId id, String column, Sealed sealed) {
        return vault.open(TABLE, column, id.value(), sealed);
    }
}
