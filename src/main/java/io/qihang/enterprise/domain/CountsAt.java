package io.qihang.enterprise.domain;

/** Which of an enterprise's two places its figures follow. */
public enum CountsAt {
    REGISTERED,
    OPERATING
}
