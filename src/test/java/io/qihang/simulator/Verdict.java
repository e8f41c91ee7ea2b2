package io.qihang.simulator;

/**
 * What a content check finds.
 *
 * @param suggest pass, review or risky
 * @param label 100 for nothing, 20001 politics, 20002 porn, 21000 other
 */
record Verdict(String suggest, int label) {

    private static final int NOTHING = 100;
    private static final int OTHER = 21_000;
    private static final int PORN = 20_002;

    Verdict {
        if (!suggest.matches("pass|review|risky")) {
            throw new IllegalArgumentException("suggest 只能是 pass、review、risky。");
        }
    }

    /** A text that holds [risky] or [review] is that, every other passes. */
    static Verdict ofText(String text) {
        return text.contains("[risky]") ? risky() : text.contains("[review]") ? review() : pass();
    }

    /** An image whose address holds risky or review is that, every other passes. */
    static Verdict ofMedia(String url) {
        return url.contains("risky") ? new Verdict("risky", PORN) : url.contains("review") ? review() : pass();
    }

    private static Verdict pass() {
        return new Verdict("pass", NOTHING);
    }

    private static Verdict review() {
        return new Verdict("review", OTHER);
    }

    private static Verdict risky() {
        return new Verdict("risky", OTHER);
    }

    /** One strategy's finding in an answer. */
    record Detail(String strategy, int errcode, String suggest, int label, int prob) {}

    Detail detail() {
        return new Detail("content_model", 0, suggest, label, 90);
    }
}
