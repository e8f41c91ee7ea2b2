package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The two token families; neither ever invalidates the other. */
public enum TokenKind {
    /** From {@code GET /cgi-bin/token}. */
    @JsonProperty("normal")
    NORMAL,
    /** From {@code POST /cgi-bin/stable_token}. */
    @JsonProperty("stable")
    STABLE
}
