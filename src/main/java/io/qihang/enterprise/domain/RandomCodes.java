package io.qihang.enterprise.domain;

import java.security.SecureRandom;

/** Codes that nobody guesses and everybody can read out: without the letters and digits that look alike. */
final class RandomCodes {

    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomCodes() {}

    static String lower(int length) {
        var code = new StringBuilder();
        for (int i = 0; i < length; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
