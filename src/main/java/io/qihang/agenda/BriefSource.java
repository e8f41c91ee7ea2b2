package io.qihang.agenda;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What one business has to say about an enterprise before somebody goes there. Implementations are beans. */
public interface BriefSource {

    /** At most so many lines about one subject. */
    int MOST = 20;

    /** Names its section for good, such as {@code tickets}. */
    String key();

    /** The section's heading. */
    String title();

    /** The lines about these subjects, what is most pressing first, in one statement; {@link #MOST} for each. */
    List<BriefItem> about(Collection<UUID> subjects, LocalDate day);
}
