package io.qihang.enterprise.domain;

/** In what sense an enterprise is somewhere. */
public enum PlaceKind {
    /** 注册地. */
    REGISTERED("注册地"),
    /** 经营地. */
    OPERATING("经营地"),
    /** The unit whose figures it counts in. */
    COUNTING("计入单位");

    private final String label;

    PlaceKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
