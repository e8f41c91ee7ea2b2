package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.MembershipId;
import io.qihang.identity.PersonId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** What happened to an enterprise's members: who, when, by whom. */
@Service
public class MemberHistory {

    private final MemberHistoryMapper queries;

    MemberHistory(MemberHistoryMapper queries) {
        this.queries = queries;
    }

    /** One thing that happened to a member. */
    public record MemberHistoryLine(
            MembershipId membership,
            MemberStep step,
            String stepName,
            MemberRole role,
            String roleName,
            String by,
            String note,
            Instant at) {}

    /** For the enterprise's manager, the latest first; nothing for anybody else. */
    public Page<MemberHistoryLine> ofOwn(PersonId manager, EnterpriseId enterprise, PageRequest page) {
        return lines(queries.ofManager(enterprise, manager, page.afterPosition(), page.fetch()), page);
    }

    /** For an officer within whose scope the enterprise lies, the latest first. */
    public Page<MemberHistoryLine> within(Actor officer, EnterpriseId enterprise, PageRequest page) {
        return lines(queries.within(enterprise, officer.scope(), page.afterPosition(), page.fetch()), page);
    }

    private static Page<MemberHistoryLine> lines(List<MemberHistoryMapper.StepRow> rows, PageRequest page) {
        return Page.of(rows, page.size(), it -> PageRequest.key(it.at(), it.id()))
                .map(it -> new MemberHistoryLine(
                        it.membershipId(),
                        it.step(),
                        it.step().label(),
                        it.role(),
                        it.role().label(),
                        it.party().label(),
                        it.note(),
                        it.at()));
    }
}
