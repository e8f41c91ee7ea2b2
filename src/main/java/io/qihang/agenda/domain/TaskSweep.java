package io.qihang.agenda.domain;

import io.qihang.agenda.Occasion;
import io.qihang.agenda.TaskRule;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Region;
import io.qihang.region.Regions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the kept tasks agree with the rules, a stretch of subjects in each transaction. Whoever reads what a rule says
 * holds the rule's turn in the county until it is written, so two nodes never write what the other has overtaken.
 */
@Component
public class TaskSweep {

    private static final Logger log = LoggerFactory.getLogger(TaskSweep.class);
    private static final UUID START = new UUID(0, 0);
    private static final int STRETCH = 500;

    private final TaskBook book;
    private final TaskMapper mapper;
    private final List<TaskRule> rules;
    private final Regions regions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TaskSweep(
            TaskBook book,
            TaskMapper mapper,
            ObjectProvider<TaskRule> rules,
            Regions regions,
            TransactionTemplate transaction,
            Clock clock) {
        this.book = book;
        this.mapper = mapper;
        this.rules = rules.orderedStream().toList();
        this.regions = regions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes through every rule of every county; one that fails is logged and passed by until the next time. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT30S")
    public void run() {
        for (RegionCode county : regions.counties().stream().map(Region::code).toList()) {
            for (TaskRule rule : rules) {
                try {
                    sweep(county, rule);
                } catch (RuntimeException e) {
                    log.error("the tasks of rule {} in {} were not gone through", rule.key(), county, e);
                }
            }
        }
    }

    /** Makes the tasks about one subject agree with every rule now. */
    public void reconsider(RegionCode county, UUID subject) {
        for (TaskRule rule : rules) stretch(county, rule, subject, START);
    }

    private void sweep(RegionCode county, TaskRule rule) {
        UUID place = START;
        while (place != null) place = stretch(county, rule, null, place);
    }

    /** The subject to go on behind; null at the end, and when another node has the rule's turn. */
    private @Nullable UUID stretch(RegionCode county, TaskRule rule, @Nullable UUID only, UUID after) {
        AtomicReference<@Nullable UUID> last = new AtomicReference<>();
        transaction.executeWithoutResult(status -> {
            String turn = rule.key() + " " + county;
            // somebody waits for the one subject; the sweep comes again anyway
            if (only == null ? !mapper.takeTurn(turn) : !mapper.awaitTurn(turn)) return;
            LocalDate today = Times.dayOf(clock.instant());
            var told = TaskStretch.told(
                    county, rule.key(), today, after, occasions(county, rule, today, only, after), STRETCH);
            TaskStretch stretch = told.stretch();
            if (only != null) stretch = new TaskStretch(county, rule.key(), today, before(only), only);
            book.agree(stretch, told.occasions());
            if (only == null) last.set(stretch.last());
        });
        return last.get();
    }

    private List<Occasion> occasions(
            RegionCode county, TaskRule rule, LocalDate today, @Nullable UUID only, UUID after) {
        Integer days = mapper.days(county, rule.key());
        if (days == null) return List.of();
        return rule.occasions(new TaskRule.Question(county, today, days, only, after, STRETCH));
    }

    /** The id before this one in PostgreSQL's order, which is that of unsigned bytes. */
    private static UUID before(UUID id) {
        return id.getLeastSignificantBits() == 0
                ? new UUID(id.getMostSignificantBits() - 1, -1)
                : new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
    }
}
