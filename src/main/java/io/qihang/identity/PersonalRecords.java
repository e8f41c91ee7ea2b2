package io.qihang.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a module keeps about a person: it tells the person, and lets go of it when the account is cancelled. */
public interface PersonalRecords {

    /**
     * One thing that is kept.
     *
     * @param at since when, or when it happened
     */
    record Entry(String name, String value, @Nullable Instant at) {}

    /** The things of one kind. */
    record Section(String title, List<Entry> entries) {

        public Section {
            entries = List.copyOf(entries);
        }
    }

    /** Everything this module keeps about the person; Chinese, numbers only masked. */
    List<Section> about(PersonId person);

    /**
     * Ends what the person holds here, in the transaction that cancels the account.
     *
     * @throws io.qihang.platform.Problem when the person has to do something else first
     */
    void cancel(PersonId person);
}
