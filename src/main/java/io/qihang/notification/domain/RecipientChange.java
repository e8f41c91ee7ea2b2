package io.qihang.notification.domain;

import static io.qihang.notification.RecipientState.DOUBTFUL;
import static io.qihang.notification.RecipientState.FAILED;
import static io.qihang.notification.RecipientState.INBOX_ONLY;
import static io.qihang.notification.RecipientState.READY;
import static io.qihang.notification.RecipientState.SENDING;
import static io.qihang.notification.RecipientState.SENT;
import static io.qihang.notification.RecipientState.UNKNOWN;
import static io.qihang.notification.RecipientState.UNSUBSCRIBED;

import io.qihang.notification.RecipientState;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What may happen to a recipient as long as the campaign is open, from which states, and what it leads to; anything else
 * changes nothing. What is read or told while a node is sending counts as soon as that attempt has ended.
 */
enum RecipientChange {
    /** A node takes it up to send it. */
    CLAIMED(SENDING, READY),
    /** WeChat took the message, as it answered or reported later. */
    TAKEN(SENT, SENDING, DOUBTFUL, UNKNOWN),
    /** WeChat will not send it, or reports later that it could not. */
    REFUSED(FAILED, SENDING, DOUBTFUL, UNKNOWN, SENT),
    /** WeChat or the ledger says that the person does not want it. */
    NOT_SUBSCRIBED(UNSUBSCRIBED, SENDING),
    /** WeChat had no time, was not reached, or it is a quiet hour. */
    POSTPONED(READY, SENDING),
    /** No clear answer came, or the sending node died. */
    LOST(DOUBTFUL, SENDING),
    /** WeChat has reported nothing in time. */
    GIVEN_UP(UNKNOWN, DOUBTFUL),
    /** The message is at fault, or the campaign ends before its turn. */
    HALTED(FAILED, READY),
    /** An officer has the failed sent again. */
    RESENT(READY, FAILED),
    /** The person opened it. */
    READ(RecipientState.READ, READY, DOUBTFUL, SENT, RecipientState.TOLD, UNSUBSCRIBED, FAILED, UNKNOWN, INBOX_ONLY),
    /** A commissioner told the enterprise. */
    TOLD(RecipientState.TOLD, READY, DOUBTFUL, SENT, UNSUBSCRIBED, FAILED, UNKNOWN, INBOX_ONLY);

    private final RecipientState to;
    /** The names of the states it is allowed from, joined by commas, as statements take them. */
    private final String from;

    RecipientChange(RecipientState to, RecipientState first, RecipientState... others) {
        this.to = to;
        this.from = EnumSet.of(first, others).stream().map(Enum::name).collect(Collectors.joining(","));
    }

    RecipientState to() {
        return to;
    }

    boolean isAllowedFrom(RecipientState state) {
        return List.of(from.split(",")).contains(state.name());
    }
}
