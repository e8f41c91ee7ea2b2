package io.qihang.agenda;

import io.qihang.access.Actor;
import io.qihang.agenda.domain.TaskBook;
import io.qihang.agenda.domain.TaskSweep;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tasks as other modules use them; for lists they join the view {@code agenda_open_task}. */
@Component
public class Tasks {

    private final TaskBook book;
    private final TaskSweep sweep;
    private final Map<String, String> labels;

    Tasks(TaskBook book, TaskSweep sweep, ObjectProvider<TaskRule> rules) {
        this.book = book;
        this.sweep = sweep;
        this.labels = rules.stream().collect(Collectors.toMap(TaskRule::key, TaskRule::label));
    }

    /** What the rule's tasks are called; its key when the rule is no longer there. */
    public String labelOf(String rule) {
        return labels.getOrDefault(rule, rule);
    }

    /** Makes the tasks about one subject agree with the rules at once, after something happened there. */
    public void reconsider(RegionCode county, UUID subject) {
        sweep.reconsider(county, subject);
    }

    /**
     * Takes a task off the list for good, with a reason: the same occasion opens no other.
     *
     * @param mayAct whether the actor may act for the subject
     * @throws Problem {@code NOT_FOUND} when not, or there is none; {@code TASK_CLOSED} when it is no longer open
     */
    public void dismiss(Actor actor, TaskId task, String reason, Predicate<UUID> mayAct) {
        book.dismiss(actor, task, reason, mayAct);
    }
}
