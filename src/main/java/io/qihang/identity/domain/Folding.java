package io.qihang.identity.domain;

import java.text.Normalizer;
import java.util.Locale;

/** Brings the spellings of a word that people think clever down to one. */
final class Folding {

    private static final String LEET = "0o1i!i|ili3e4a@a5s$s7t+t8b9g";
    private static final String SHIFTED = "!1@2#3$4%5^6&7*8(9)0";

    private Folding() {}

    /** Full width to half width, compatibility forms to plain ones. */
    static String width(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Small letters and digits to the letter they stand for ({@code 0} for o, {@code 1} and l for i, {@code @} for a). */
    static String leet(String text) {
        return fold(text, LEET);
    }

    /** What was typed with the shift key on the row of digits, as the digit. */
    static String unshifted(String text) {
        return fold(text, SHIFTED);
    }

    /** Letters and digits only. */
    static String dense(String text) {
        StringBuilder dense = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).forEach(dense::appendCodePoint);
        return dense.toString();
    }

    private static String fold(String text, String pairs) {
        StringBuilder folded = new StringBuilder(width(text).toLowerCase(Locale.ROOT));
        for (int i = 0; i < folded.length(); i++) {
            for (int pair = 0; pair < pairs.length(); pair += 2) {
                if (folded.charAt(i) == pairs.charAt(pair)) {
                    folded.setCharAt(i, pairs.charAt(pair + 1));
                    break;
                }
            }
        }
        return folded.toString();
    }
}
