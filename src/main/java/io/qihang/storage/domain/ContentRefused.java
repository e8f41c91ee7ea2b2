package io.qihang.storage.domain;

/** The content of a file is not taken. */
class ContentRefused extends Exception {

    private final Refusal refusal;

    ContentRefused(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
