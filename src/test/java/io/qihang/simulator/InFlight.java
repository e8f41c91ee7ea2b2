package io.qihang.simulator;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which calls are being handled for which user right now. */
final class InFlight {

    private final Map<String, Integer> running = new HashMap<>();

    /** A call being handled; closing it ends it. */
    record Flight(InFlight all, @Nullable String key, boolean alone) implements AutoCloseable {

        @Override
        public void close() {
            if (key != null) {
                all.leave(key);
            }
        }
    }

    /** A call without a user is always alone. */
    synchronized Flight enter(String path, @Nullable String openid) {
        if (openid == null) {
            return new Flight(this, null, true);
        }
        String key = path + " " + openid;
        return new Flight(this, key, running.merge(key, 1, Integer::sum) == 1);
    }

    private synchronized void leave(String key) {
        running.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    }
}
