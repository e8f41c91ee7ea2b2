package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a fault strikes before or after the call has done its work. */
public enum FaultPhase {
    /** Nothing happened: no credit used, no message stored, no code used up. */
    @JsonProperty("before")
    BEFORE,
    /** It did happen, and only the answer is lost or altered; a call that was refused is answered as ever. */
    @JsonProperty("after")
    AFTER
}
