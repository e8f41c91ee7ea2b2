package io.qihang.policy.domain;

import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** Policies as they are kept: the edition, its parts, and what a search looks through. */
@Repository
class Policies {

    private static final int BATCH = 200;

    private final PolicyMapper mapper;

    Policies(PolicyMapper mapper) {
        this.mapper = mapper;
    }

    /** The edition, locked until the transaction ends. */
    Policy require(PolicyId id) {
        return Optional.ofNullable(mapper.lock(id)).orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    /** The edition of the same policy that is published now, locked until the transaction ends. */
    Optional<Policy> currentBeside(Policy policy) {
        return Optional.ofNullable(mapper.lockCurrent(policy.lineage()));
    }

    boolean hasDraftBeside(Policy policy) {
        return mapper.draftExists(policy.lineage());
    }

    /** One transaction at a time counts a region's statutory notices. */
    void lockStatutory(RegionCode region) {
        mapper.lockStatutory(region);
    }

    /** How many statutory notices the region has published since. */
    int statutorySince(RegionCode region, Instant since) {
        return mapper.statutorySince(region, since);
    }

    /** The newest edition that came from this file of a region pack. */
    @Nullable
    Policy newestOf(String pack) {
        return mapper.newestOf(pack);
    }

    void add(Policy policy) {
        mapper.insert(policy);
        index(policy);
    }

    /** Saves a change of status. */
    void save(Policy policy) {
        if (mapper.updateById(policy) == 0) throw new OptimisticLockingFailureException("stale " + policy.id());
    }

    /** Saves the draft with its new content. */
    void saveContent(Policy policy) {
        save(policy);
        mapper.deleteSearch(policy.id());
        mapper.deleteParts(policy.id());
        index(policy);
    }

    private void index(Policy policy) {
        List<Part> parts = policy.content().parts();
        for (int from = 0; from < parts.size(); from += BATCH) {
            mapper.insertParts(policy.id(), policy.region(), parts.subList(from, Math.min(parts.size(), from + BATCH)));
        }
        List<PolicyMapper.Searched> rows = new ArrayList<>();
        PolicyMapper.Searched title = searched(0, policy.content().particulars().searched());
        rows.add(title);
        parts.stream()
                .filter(it -> it.kind() != Part.Kind.NOTE)
                .map(it -> searched(it.seq(), it.heading() + "\n" + it.body()))
                .filter(it -> !title.folded().contains(it.folded()))
                .forEach(rows::add);
        for (int from = 0; from < rows.size(); from += BATCH) {
            mapper.insertSearch(policy.id(), policy.region(), rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    private static PolicyMapper.Searched searched(int seq, String text) {
        String folded = SearchText.fold(text);
        return new PolicyMapper.Searched(seq, folded, String.join(" ", SearchText.pairs(folded)));
    }
}
