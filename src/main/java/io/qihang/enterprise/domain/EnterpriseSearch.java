package io.qihang.enterprise.domain;

import io.qihang.platform.RegionCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the list of enterprises.
 *
 * @param text part of the name, or the whole code
 * @param industry a section's letter or a division such as {@code C34}
 */
public record EnterpriseSearch(
        @Nullable String text,
        @Nullable RegionCode unit,
        @Nullable String industry) {

    /** The text as a pattern in which its own wildcards mean themselves. */
    public @Nullable String pattern() {
        if (text == null || text.isBlank()) return null;
        String escaped = new EnterpriseName(text)
                .key()
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + escaped + "%";
    }

    /** The text as a code. */
    public @Nullable String code() {
        return text == null ? null : text.strip().toUpperCase(Locale.ROOT);
    }
}
