package io.qihang.access;

/** Where a request comes from; a token of one client is worth nothing on the other's routes. */
public enum Client {
    /** The WeChat mini-program. */
    PHONE,
    /** The staff console. */
    CONSOLE
}
