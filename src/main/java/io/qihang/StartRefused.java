package io.qihang;

import java.util.List;

/** The settings do not allow a start; each reason names the setting and what to do. */
class StartRefused extends RuntimeException {

    private final List<String> reasons;

    StartRefused(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    List<String> reasons() {
        return reasons;
    }
}
