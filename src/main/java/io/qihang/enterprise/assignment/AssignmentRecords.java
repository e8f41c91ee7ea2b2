package io.qihang.enterprise.assignment;

import io.qihang.access.Actor;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** Rounds and assignments as they are kept. Who assigns holds the enterprise's row, so two never do it at once. */
@Repository
class AssignmentRecords {

    private final AssignmentMapper mapper;

    AssignmentRecords(AssignmentMapper mapper) {
        this.mapper = mapper;
    }

    void add(AssignmentRound round, Actor officer, Instant now) {
        if (mapper.insertRound(round, officer.account(), now) == 0) {
            throw Problem.of(EnterpriseProblem.ROUND_NAME_TAKEN);
        }
    }

    /** A round of the officer's county; another county's is not found. */
    AssignmentRound require(Actor officer, RoundId id) {
        return Optional.ofNullable(mapper.round(id))
                .filter(it -> officer.scope().counties().contains(it.county()))
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    /** Holds the enterprise until the transaction ends; another county's is not found. */
    void lockEnterprise(EnterpriseId enterprise, RegionCode county) {
        if (!county.equals(mapper.lockEnterprise(enterprise))) throw Problem.of(PlatformProblem.NOT_FOUND);
    }

    /** The assignment with its enterprise, both held until the transaction ends; another county's is not found. */
    Assignment lock(Actor officer, AssignmentId id) {
        EnterpriseId enterprise = mapper.enterpriseOf(id);
        RegionCode county = enterprise == null ? null : mapper.lockEnterprise(enterprise);
        boolean within = county != null && officer.scope().counties().contains(county);
        return Optional.ofNullable(within ? mapper.lock(id) : null)
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    }

    /** The enterprise's assignments that share a day with these days. */
    List<Assignment> meeting(EnterpriseId enterprise, LocalDate from, @Nullable LocalDate until) {
        return mapper.ofEnterprise(enterprise).stream()
                .filter(it -> it.meets(from, until))
                .toList();
    }

    void add(Assignment assignment) {
        mapper.insert(assignment);
    }

    void saveEnd(Assignment assignment) {
        if (mapper.end(assignment) == 0) throw new OptimisticLockingFailureException("stale " + assignment.id());
    }
}
