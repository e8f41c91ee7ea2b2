package io.qihang.region;

import java.util.Arrays;
import java.util.Optional;

/** What a region is. */
public enum RegionKind {
    PROVINCE("省", false),
    CITY("市", false),
    COUNTY("县", false),
    STREET("街道", true),
    TOWN("镇", true),
    TOWNSHIP("乡", true),
    /** A functional zone (开发区), not an administrative division. */
    ZONE("开发区", true);

    private final String label;
    private final boolean unit;

    RegionKind(String label, boolean unit) {
        this.label = label;
        this.unit = unit;
    }

    /** The Chinese word, as region packs write it. */
    public String label() {
        return label;
    }

    /** Whether this lies below a county and is counted in its figures. */
    public boolean isUnit() {
        return unit;
    }

    static Optional<RegionKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(it -> it.label.equals(label)).findFirst();
    }
}
