package io.qihang.agenda.domain;

import io.qihang.access.Actor;
import io.qihang.agenda.Occasion;
import io.qihang.agenda.TaskId;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The kept tasks. What the rules say is written here and nowhere else; a dismissal is the only thing people write. */
@Service
public class TaskBook {

    private final TaskMapper mapper;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    TaskBook(TaskMapper mapper, AuditTrail audit, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens what a stretch of subjects calls for and is not open, and closes what nothing calls for any more. */
    void agree(TaskStretch stretch, List<Occasion> occasions) {
        var now = clock.instant();
        if (!occasions.isEmpty()) {
            List<TaskMapper.Row> rows = occasions.stream()
                    .map(it -> new TaskMapper.Row(new TaskId(ids.next()), it))
                    .toList();
            mapper.open(stretch, rows, now);
        }
        mapper.close(stretch, occasions, now);
    }

    /** Takes a task off for good; see {@link io.qihang.agenda.Tasks#dismiss}. */
    @Transactional
    public void dismiss(Actor actor, TaskId id, String reason, Predicate<UUID> mayAct) {
        UUID subject = mapper.subjectOf(id);
        if (subject == null || !mayAct.test(subject)) throw Problem.of(PlatformProblem.NOT_FOUND);
        if (mapper.dismiss(id, reason.strip(), actor.account(), clock.instant()) == 0) {
            throw Problem.of(AgendaProblem.TASK_CLOSED);
        }
        audit.record("task.dismiss", "task", id, "待办不再提示：" + reason.strip());
    }
}
