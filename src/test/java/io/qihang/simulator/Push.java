package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to the mini-program's server.
 *
 * @param id grows by one with every push; a redelivery keeps it
 * @param event the event's name, such as subscribe_msg_sent_event
 * @param openid the user it is about, or the platform's own id
 * @param message the event as JSON, before encryption
 * @param dueAtMillis virtual time of the next attempt in milliseconds since the epoch
 * @param attempts how often it was tried
 * @param lastStatus HTTP status of the last attempt, 0 when there was no answer, or null before the first
 * @param state what became of it
 * @param corrupt what is wrong with it on purpose
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Push(
        long id,
        String event,
        String openid,
        String message,
        long dueAtMillis,
        int attempts,
        @Nullable Integer lastStatus,
        State state,
        Corrupt corrupt) {

    /** What became of a push. */
    public enum State {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("delivered")
        DELIVERED,
        /** Tried as often as WeChat tries, and never answered as it must be. */
        @JsonProperty("givenUp")
        GIVEN_UP,
        /** Lost by an injected fault. */
        @JsonProperty("dropped")
        DROPPED
    }

    /** What is wrong with a push on purpose. */
    public enum Corrupt {
        @JsonProperty("none")
        NONE,
        @JsonProperty("signature")
        SIGNATURE,
        @JsonProperty("cipher")
        CIPHER,
        @JsonProperty("oldTimestamp")
        OLD_TIMESTAMP,
        /** Properly signed and encrypted, for another mini-program. */
        @JsonProperty("foreignAppid")
        FOREIGN_APPID
    }

    Push due(long atMillis) {
        return new Push(id, event, openid, message, atMillis, attempts, lastStatus, state, corrupt);
    }

    Push tried(int status, State now) {
        return new Push(id, event, openid, message, dueAtMillis, attempts + 1, status, now, corrupt);
    }
}
