package io.qihang.identity.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name a person signs in with, in the one spelling that half and full width, capital and small letters share:
 * {@code Zhang}, {@code zhang} and {@code ｚｈａｎｇ} are one name. 3 to 32 letters, digits, dots, underscores or dashes,
 * the first a letter or digit.
 */
public record LoginName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{2,31}");
    private static final int MAX_RAW = 200;

    /**
     * Brings the name into its one spelling.
     *
     * @throws IllegalArgumentException when it has other characters or another length; the message is for the user
     */
    public LoginName {
        value = normalise(value);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("登录名要 3～32 位，只能用英文字母、数字和 . _ - ，并以字母或数字开头，请重新填写。");
        }
    }

    /** The name if it can be one: for sign-in, where a wrong form is answered like an unknown name. */
    public static Optional<LoginName> find(String text) {
        return FORM.matcher(normalise(text)).matches() ? Optional.of(new LoginName(text)) : Optional.empty();
    }

    private static String normalise(String text) {
        if (text.length() > MAX_RAW) {
            return "";
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
