package io.qihang.storage.domain;

/** Where a file stands. */
enum FileState {
    /** A form was given; nothing is known of what comes. */
    AWAITED,
    /** Checked and kept; only now the file counts. */
    COMMITTED,
    /** Checked and not taken. */
    REFUSED
}
