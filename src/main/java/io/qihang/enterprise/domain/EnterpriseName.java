package io.qihang.enterprise.domain;

import java.text.Normalizer;
import java.util.Locale;

/** An enterprise's name as written, and the one spelling under which two writings of it are equal. */
public record EnterpriseName(String value) {

    public EnterpriseName {
        value = value.strip();
        if (value.isEmpty()) throw new IllegalArgumentException("empty name");
    }

    /** Without spaces, half width, every kind of bracket as a round one, small letters. */
    public String key() {
        return Normalizer.normalize(value, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u200B\\uFEFF]", "")
                .replaceAll("[\\[【〔｛{《<]", "(")
                .replaceAll("[\\]】〕｝}》>]", ")")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
