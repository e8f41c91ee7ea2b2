package io.qihang.enterprise.assignment;

import java.time.LocalDate;

/** Comparing days. */
final class Days {

    private Days() {}

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
