package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a fault does to the call it strikes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FaultAction.Errcode.class, name = "errcode"),
    @JsonSubTypes.Type(value = FaultAction.Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = FaultAction.Http.class, name = "http"),
    @JsonSubTypes.Type(value = FaultAction.Reset.class, name = "reset"),
    @JsonSubTypes.Type(value = FaultAction.Close.class, name = "close"),
    @JsonSubTypes.Type(value = FaultAction.Truncate.class, name = "truncate"),
    @JsonSubTypes.Type(value = FaultAction.Garbage.class, name = "garbage"),
    @JsonSubTypes.Type(value = FaultAction.Empty.class, name = "empty"),
    @JsonSubTypes.Type(value = FaultAction.EmptyJson.class, name = "emptyJson"),
    @JsonSubTypes.Type(value = FaultAction.Drip.class, name = "drip"),
    @JsonSubTypes.Type(value = FaultAction.TokenStorm.class, name = "tokenStorm"),
    @JsonSubTypes.Type(value = FaultAction.AcceptStop.class, name = "acceptStop"),
    @JsonSubTypes.Type(value = FaultAction.PushFault.class, name = "pushFault")
})
public sealed interface FaultAction {

    /** HTTP 200 with this errcode; without a text, WeChat's own for the code. */
    record Errcode(int errcode, @Nullable String errmsg) implements FaultAction {

        public Errcode(int errcode) {
            this(errcode, null);
        }
    }

    /** Real milliseconds of waiting, plus a drawn part of the jitter; the call itself goes its way. */
    record Delay(long ms, long jitterMs) implements FaultAction {

        public Delay {
            if (ms < 0 || jitterMs < 0) {
                throw new IllegalArgumentException("ms 和 jitterMs 不能为负数。");
            }
        }

        public Delay(long ms) {
            this(ms, 0);
        }
    }

    /** Another HTTP status; without a body, the call's own answer (or success, when it was not done). */
    record Http(int status, @Nullable String body, @Nullable String contentType) implements FaultAction {

        public Http {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("status 要在 200 到 599 之间。");
            }
        }

        public Http(int status) {
            this(status, null, null);
        }
    }

    /** The connection is reset, as by a crashed peer: no answer, TCP RST. */
    record Reset() implements FaultAction {}

    /** The connection is closed in an orderly way with no answer. */
    record Close() implements FaultAction {}

    /** The head promises the whole body, only so many bytes of it come, then the connection is closed. */
    record Truncate(int bytes) implements FaultAction {

        public Truncate {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes 不能为负数。");
            }
        }
    }

    /** HTTP 200 with a page of HTML. */
    record Garbage() implements FaultAction {}

    /** HTTP 200 with no body. */
    record Empty() implements FaultAction {}

    /** HTTP 200 with an empty JSON object. */
    record EmptyJson() implements FaultAction {}

    /** The body comes byte by byte. */
    record Drip(int bytesPerSecond) implements FaultAction {

        public Drip {
            if (bytesPerSecond < 1) {
                throw new IllegalArgumentException("bytesPerSecond 至少为 1。");
            }
        }
    }

    /** Every so many virtual seconds, the next call finds all access tokens revoked. */
    record TokenStorm(long everySeconds) implements FaultAction {

        public TokenStorm {
            if (everySeconds < 1) {
                throw new IllegalArgumentException("everySeconds 至少为 1。");
            }
        }
    }

    /** As soon as it is added, and for so many real seconds, nobody gets a new connection: connecting times out. */
    record AcceptStop(int seconds) implements FaultAction {

        public AcceptStop {
            if (seconds < 1 || seconds > 600) {
                throw new IllegalArgumentException("seconds 要在 1 到 600 之间。");
            }
        }
    }

    /**
     * Trouble with a push; the fault's path names the event.
     *
     * @param mode drop; duplicate, delivered count times; reorder, held until after the next push; delay, by ms of
     *     virtual time; list, its one element in an array
     */
    record PushFault(String mode, int count, long ms) implements FaultAction {

        public PushFault {
            if (mode == null || !mode.matches("drop|duplicate|reorder|delay|list")) {
                throw new IllegalArgumentException("mode 只能是 drop、duplicate、reorder、delay、list。");
            }
            if (count < 0 || ms < 0) {
                throw new IllegalArgumentException("count 和 ms 不能为负数。");
            }
        }

        public PushFault(String mode) {
            this(mode, 2, 0);
        }
    }

    /** Whether it strikes single calls, rather than pushes, tokens or the server as a whole. */
    default boolean strikesCalls() {
        return !(this instanceof PushFault || this instanceof TokenStorm || this instanceof AcceptStop);
    }

    /** The name in the control API. */
    default String type() {
        String name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
