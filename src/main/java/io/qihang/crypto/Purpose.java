package io.qihang.crypto;

/** What a key is for. A key serves one purpose only, and each purpose has its own setting and its own ring. */
public enum Purpose {
    /** Sealing of personal fields with SM4-GCM. */
    DATA("qihang.crypto.data-keys", 16, 16),
    /** Blind indexes for equality search, HMAC-SM3. */
    INDEX("qihang.crypto.index-keys", 32, 64),
    /** Codes over audit lines and over rows that nobody may change by hand, HMAC-SM3. */
    AUDIT("qihang.crypto.audit-keys", 32, 64);

    private final String setting;
    private final int minBytes;
    private final int maxBytes;

    Purpose(String setting, int minBytes, int maxBytes) {
        this.setting = setting;
        this.minBytes = minBytes;
        this.maxBytes = maxBytes;
    }

    /** The setting that lists this purpose's keys; the same name with {@code -file} names a key file instead. */
    public String setting() {
        return setting;
    }

    String fileSetting() {
        return setting + "-file";
    }

    int minBytes() {
        return minBytes;
    }

    int maxBytes() {
        return maxBytes;
    }
}
