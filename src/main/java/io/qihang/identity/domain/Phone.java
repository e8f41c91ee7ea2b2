package io.qihang.identity.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** A mainland mobile number, 11 digits; shown masked. */
public record Phone(String value) {

    private static final Pattern FORM = Pattern.compile("1[3-9]\\d{9}");

    public Phone {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a mobile number");
    }

    /** The number in the text, without spaces, dashes and +86; empty when it is none. */
    public static Optional<Phone> find(String text) {
        String digits = text.replaceAll("[\\s-]", "").replaceFirst("^(\\+|00)?86(?=1\\d{10}$)", "");
        return FORM.matcher(digits).matches() ? Optional.of(new Phone(digits)) : Optional.empty();
    }

    /** {@code 138****0001}. */
    public String masked() {
        return value.substring(0, 3) + "****" + value.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }
}
