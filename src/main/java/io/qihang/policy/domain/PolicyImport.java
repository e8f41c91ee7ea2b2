package io.qihang.policy.domain;

import io.qihang.platform.Ids;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes policies in from region packs. They are published at once and nobody is told: an imported policy is old news. A
 * changed file becomes a new edition; a policy an officer has withdrawn stays withdrawn.
 */
@Service
class PolicyImport {

    private final Policies policies;
    private final Ids ids;
    private final Clock clock;

    PolicyImport(Policies policies, Ids ids, Clock clock) {
        this.policies = policies;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Brings the file's policy in.
     *
     * @param pack the file, as {@code pack/name}; the same file is the same policy
     * @param file its text
     * @throws PolicyFile.Malformed when it cannot be a policy
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void importFile(String pack, RegionCode region, String file) {
        Content content = PolicyFile.read(file);
        Policy before = policies.newestOf(pack);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PolicyId id = new PolicyId(ids.next());
        if (before == null) {
            Policy policy = Policy.draft(id, region, content, pack, now);
            policy.publishFromPack(now);
            policies.add(policy);
        } else if (before.status() == PolicyStatus.PUBLISHED
                && !before.content().equals(content)) {
            Policy next = before.next(id, content, now);
            policies.add(next);
            before.replaceBy(id, now);
            policies.save(before);
            next.publishFromPack(now);
            policies.save(next);
        }
    }
}
