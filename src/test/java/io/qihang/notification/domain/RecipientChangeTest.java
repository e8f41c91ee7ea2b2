package io.qihang.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.notification.RecipientState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole table: every change from every state. */
class RecipientChangeTest {

    private static final String TABLE = """
                           READY SENDING DOUBTFUL READ SENT TOLD UNSUBSCRIBED FAILED UNKNOWN INBOX_ONLY
            CLAIMED        SENDING -     -        -    -    -    -            -      -       -
            TAKEN          -     SENT    SENT     -    -    -    -            -      SENT    -
            REFUSED        -     FAILED  FAILED   -    FAILED - -             -      FAILED  -
            NOT_SUBSCRIBED -     UNSUBSCRIBED - - - - - - - -
            POSTPONED      -     READY   -        -    -    -    -            -      -       -
            LOST           -     DOUBTFUL -       -    -    -    -            -      -       -
            GIVEN_UP       -     -       UNKNOWN  -    -    -    -            -      -       -
            HALTED         FAILED -      -        -    -    -    -            -      -       -
            RESENT         -     -       -        -    -    -    -            READY  -       -
            READ           READ  -       READ     -    READ READ READ         READ   READ    READ
            TOLD           TOLD  -       TOLD     -    TOLD -    TOLD         TOLD   TOLD    TOLD
            """;

    @Test
    void only_these_changes_are_allowed() {
        List<List<String>> lines =
                TABLE.lines().map(it -> List.of(it.strip().split("\\s+"))).toList();
        List<String> states = lines.get(0);
        assertThat(states)
                .containsExactlyElementsOf(
                        Arrays.stream(RecipientState.values()).map(Enum::name).toList());
        Map<String, List<String>> expected = new TreeMap<>();
        lines.stream().skip(1).forEach(it -> expected.put(it.get(0), it.subList(1, it.size())));
        Map<String, List<String>> actual = Arrays.stream(RecipientChange.values())
                .collect(Collectors.toMap(
                        Enum::name,
                        change -> Arrays.stream(RecipientState.values())
                                .map(from ->
                                        change.isAllowedFrom(from) ? change.to().name() : "-")
                                .toList(),
                        (one, other) -> one,
                        TreeMap::new));
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void nothing_leaves_what_was_read_and_every_other_end_can_still_become_read() {
        for (RecipientState state : RecipientState.values()) {
            boolean leaves = Arrays.stream(RecipientChange.values()).anyMatch(it -> it.isAllowedFrom(state));
            assertThat(leaves).as(state.name()).isEqualTo(state != RecipientState.READ);
        }
    }

    @Test
    void a_message_that_may_have_arrived_never_goes_back_into_the_queue() {
        for (RecipientState state : List.of(RecipientState.DOUBTFUL, RecipientState.UNKNOWN, RecipientState.SENT)) {
            assertThat(RecipientChange.values())
                    .filteredOn(it -> it.to() == RecipientState.READY)
                    .noneMatch(it -> it.isAllowedFrom(state));
        }
    }
}
