package io.qihang.rule;

/** What can be said of an enterprise under a condition. */
public enum Verdict {
    MET("符合"),
    UNMET("不符合"),
    /** A fact is not known that would decide it. */
    MISSING("缺资料");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** The verdict as a person reads it. */
    public String label() {
        return label;
    }

    /** Both: one that fails decides, then one that is missing. */
    Verdict and(Verdict other) {
        if (this == UNMET || other == UNMET) return UNMET;
        return this == MISSING || other == MISSING ? MISSING : MET;
    }

    /** Either: one that is met decides, then one that is missing. */
    Verdict or(Verdict other) {
        return not().and(other.not()).not();
    }

    /** The opposite; what is missing stays missing. */
    Verdict not() {
        return switch (this) {
            case MET -> UNMET;
            case UNMET -> MET;
            case MISSING -> MISSING;
        };
    }
}
