package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults in force, each with its own count. */
final class Faults {

    private final VirtualClock clock;
    private final Ids ids;
    private final Map<String, Armed> armed = new LinkedHashMap<>();
    private int named;

    private long lastStorm;

    private record Armed(Fault fault, long endsAt, int seen, int struck) {

        boolean isOver(long now) {
            return struck >= fault.times() || now >= endsAt;
        }
    }

    /** A fault that struck one call. */
    record Struck(String id, FaultPhase phase, FaultAction action) {

        String label() {
            return id + ":" + (phase == FaultPhase.BEFORE ? "before" : "after") + ":" + action.type();
        }
    }

    /** A fault as the control API lists it; seen counts the calls that fitted, struck those it hit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(String id, String path, FaultPhase phase, FaultAction action, int seen, int struck, boolean over) {}

    Faults(VirtualClock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** Returns the fault's name. */
    synchronized String add(Fault fault) {
        String id = fault.id() == null ? nextName() : fault.id();
        long endsAt =
                fault.ttl() == null ? Long.MAX_VALUE : clock.now() + fault.ttl().toSeconds();
        armed.put(id, new Armed(fault, endsAt, 0, 0));
        if (fault.action() instanceof FaultAction.TokenStorm) {
            lastStorm = clock.now();
        }
        return id;
    }

    /** The fault that strikes this call, or null. */
    @Nullable
    Struck strike(String path, @Nullable String openid, @Nullable String templateId) {
        return strike(path, openid, templateId, FaultAction::strikesCalls);
    }

    /** What is to happen to a push of this event to the server, or null. */
    FaultAction.@Nullable PushFault strikePush(String event, String openid) {
        Struck struck = strike(event, openid, null, FaultAction.PushFault.class::isInstance);
        return struck == null ? null : (FaultAction.PushFault) struck.action();
    }

    /** Whether a token storm breaks over this call. */
    synchronized boolean storms() {
        long now = clock.now();
        boolean due = armed.values().stream()
                .anyMatch(one -> !one.isOver(now)
                        && one.fault().action() instanceof FaultAction.TokenStorm storm
                        && now - lastStorm >= storm.everySeconds());
        if (due) {
            lastStorm = now;
        }
        return due;
    }

    private synchronized @Nullable Struck strike(
            String path, @Nullable String openid, @Nullable String templateId, Predicate<FaultAction> kind) {
        Struck struck = null;
        for (Map.Entry<String, Armed> each : armed.entrySet()) {
            Armed one = each.getValue();
            Fault fault = one.fault();
            if (!kind.test(fault.action()) || one.isOver(clock.now()) || !fault.fits(path, openid, templateId)) {
                continue;
            }
            int seen = one.seen() + 1;
            boolean due = fault.nth().isEmpty() || fault.nth().contains(seen);
            boolean strikes = struck == null && due && (fault.probability() >= 1 || ids.draw() < fault.probability());
            each.setValue(new Armed(fault, one.endsAt(), seen, one.struck() + (strikes ? 1 : 0)));
            if (strikes) {
                struck = new Struck(each.getKey(), fault.phase(), fault.action());
            }
        }
        return struck;
    }

    synchronized boolean remove(String id) {
        return armed.remove(id) != null;
    }

    synchronized void removeAll(String prefix) {
        armed.keySet().removeIf(id -> id.startsWith(prefix));
    }

    synchronized void clear() {
        armed.clear();
        named = 0;
    }

    synchronized List<View> list() {
        long now = clock.now();
        return armed.entrySet().stream()
                .map(each -> {
                    Armed one = each.getValue();
                    Fault fault = one.fault();
                    return new View(
                            each.getKey(),
                            fault.path(),
                            fault.phase(),
                            fault.action(),
                            one.seen(),
                            one.struck(),
                            one.isOver(now));
                })
                .toList();
    }

    private String nextName() {
        String name;
        do {
            name = "f" + ++named;
        } while (armed.containsKey(name));
        return name;
    }
}
