package io.qihang.enterprise;

import java.util.concurrent.atomic.AtomicInteger;

/** Invented codes with a right check digit. */
public final class Usccs {

    private static final AtomicInteger NUMBER = new AtomicInteger(1000000);

    private Usccs() {}

    /** A code no other test has. */
    public static String next() {
        String first = "91371525MA" + NUMBER.incrementAndGet();
        return first + Uscc.checkDigit(first);
    }

    /** The code of this number, up to six digits; invented like all others, and never one of {@link #next()}'s. */
    public static String of(int number) {
        String first = "91371525MA0%06d".formatted(number);
        return first + Uscc.checkDigit(first);
    }

    /** The code with its check digit made wrong. */
    public static String broken(String code) {
        char right = code.charAt(17);
        return code.substring(0, 17) + (right == '0' ? '1' : '0');
    }
}
