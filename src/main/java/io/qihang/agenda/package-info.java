/**
 * What is open about an enterprise: the lines of the brief before the door, and tasks that open and close themselves by
 * declared rules within a window. A business implements {@link io.qihang.agenda.BriefSource} and {@link
 * io.qihang.agenda.TaskRule}; whoever shows them asks {@link io.qihang.agenda.Briefs} and {@link io.qihang.agenda.Tasks}
 * and never knows the business. A subject is the id of an enterprise, which this module does not know either.
 *
 * <p>A task is not remembered work but what a rule says of today: the sweep makes the kept rows agree with the rules, so
 * it may stop anywhere, run twice or on two nodes. Lists limited by scope join the view {@code agenda_open_task}, which
 * is contract; the table is not.
 */
@ApplicationModule(
        displayName = "待办与简报",
        allowedDependencies = {"platform", "platform::*", "access", "audit", "region"})
@NullMarked
package io.qihang.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
