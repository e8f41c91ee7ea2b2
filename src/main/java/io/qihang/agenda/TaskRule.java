package io.qihang.agenda;

import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When there is something to do about an enterprise. Implementations are beans of the business that knows; a new one
 * needs no change here. A county's days for it stand in {@code agenda.json} of its region pack; a rule that is not
 * named there is off.
 */
public interface TaskRule {

    /** Names it for good, such as {@code silent}. */
    String key();

    /** What the tasks are called in lists. */
    String label();

    /**
     * The occasions there are, in the order of their subjects' ids and then their keys, in one statement. Those whose
     * window does not hold today may be left out. A subject has fewer occasions of one rule than {@code limit}.
     */
    List<Occasion> occasions(Question question);

    /**
     * Whose occasions are asked for.
     *
     * @param days the county's number of days for the rule
     * @param only the one subject asked about; null for all of the county
     * @param after the subject behind which to begin
     * @param limit at most so many
     */
    record Question(
            RegionCode county,
            LocalDate today,
            int days,
            @Nullable UUID only,
            UUID after,
            int limit) {}
}
