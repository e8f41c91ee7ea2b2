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
    @JsonSubTypes.Type(value = FaultAction.EmptyJson.class, name = "emptyJson")
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

    /** The name in the control API. */
    default String type() {
        String name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
