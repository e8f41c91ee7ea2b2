package io.qihang.enterprise;

import com.fasterxml.jackson.annotation.JsonValue;
import io.qihang.platform.Problem;
import java.text.Normalizer;
import java.util.Locale;

/**
 * 统一社会信用代码 after GB 32100-2015: 18 places of digits and capital letters without I, O, S, V, Z; places 3 to 8 are a
 * division code, the last is a check digit (modulus 31).
 */
public record Uscc(@JsonValue String value) {

    /** The 31 characters of the standard, each worth its place. */
    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    private static final int MODULUS = 31;

    public Uscc {
        if (faultOf(value) != null) throw new IllegalArgumentException("not a uscc: " + value);
    }

    /**
     * Reads a code as people type it: small letters, full width, spaces and dashes are forgiven.
     *
     * @throws Problem {@code USCC_REFUSED}, saying which thing is wrong
     */
    public static Uscc parse(String text) {
        String code = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        String fault = faultOf(code);
        if (fault != null) throw Problem.of(EnterpriseProblem.USCC_REFUSED, fault);
        return new Uscc(code);
    }

    /** The check digit over the first 17 places. */
    static char checkDigit(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    private static @org.jspecify.annotations.Nullable String faultOf(String code) {
        if (code.length() != LENGTH) return "应为 18 位，填了 " + code.length() + " 位";
        for (int i = 0; i < LENGTH; i++) {
            char it = code.charAt(i);
            if ("IOSVZ".indexOf(it) >= 0) return "第 " + (i + 1) + " 位是 " + it + "，代码里没有字母 I、O、S、V、Z";
            if (ALPHABET.indexOf(it) < 0) return "第 " + (i + 1) + " 位不是数字或大写字母";
            if (i >= 2 && i < 8 && !Character.isDigit(it)) return "第 3 至 8 位应为数字，第 " + (i + 1) + " 位是 " + it;
        }
        return checkDigit(code) == code.charAt(LENGTH - 1) ? null : "最后一位校验不对，可能有一位填错了";
    }

    @Override
    public String toString() {
        return value;
    }
}
