package io.qihang.crypto;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are: per purpose either a list of {@code id:base64} (the first is the current key, the others only
 * read) or a file with one such entry a line, readable by its owner alone.
 */
@ConfigurationProperties("qihang.crypto")
public record CryptoSettings(
        @DefaultValue List<String> dataKeys,
        @Nullable String dataKeysFile,
        @DefaultValue List<String> indexKeys,
        @Nullable String indexKeysFile,
        @DefaultValue List<String> auditKeys,
        @Nullable String auditKeysFile) {

    List<String> keys(Purpose purpose) {
        return switch (purpose) {
            case DATA -> dataKeys;
            case INDEX -> indexKeys;
            case AUDIT -> auditKeys;
        };
    }

    @Nullable
    String file(Purpose purpose) {
        return switch (purpose) {
            case DATA -> dataKeysFile;
            case INDEX -> indexKeysFile;
            case AUDIT -> auditKeysFile;
        };
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "CryptoSettings[" + dataKeys.size() + "+" + indexKeys.size() + "+" + auditKeys.size() + " keys]";
    }
}
