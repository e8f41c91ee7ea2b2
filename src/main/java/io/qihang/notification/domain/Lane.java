package io.qihang.notification.domain;

/** In what order messages go out: those of a lane before any of the next. */
enum Lane {
    /** About the recipient's own business, such as an answer or a deadline. */
    OWN(0),
    /** To many at once, such as a new policy. */
    MANY(1);

    private final int number;

    Lane(int number) {
        this.number = number;
    }

    /** As it is kept; the smaller goes first. */
    int number() {
        return number;
    }
}
