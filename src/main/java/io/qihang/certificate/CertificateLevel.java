package io.qihang.certificate;

import java.util.Locale;

/** Who recognised the enterprise, by administrative level. */
public enum CertificateLevel {
    NATIONAL("国家级"),
    PROVINCIAL("省级"),
    CITY("市级"),
    /** The documents name no level. */
    UNSTATED("不分级别");

    private final String label;

    CertificateLevel(String label) {
        this.label = label;
    }

    /** The Chinese word. */
    public String label() {
        return label;
    }

    /** The key under which a recognition of this level stands in the fact book. */
    public String factKey(String base) {
        return this == UNSTATED ? base : base + "_" + name().toLowerCase(Locale.ROOT);
    }
}
