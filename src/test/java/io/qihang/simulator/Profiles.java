package io.qihang.simulator;

import java.util.List;
import java.util.Set;

/** Troubles that come together, by name. A new one replaces the one before. */
final class Profiles {

    private static final String EVERYWHERE = "*";
    private static final long ROTATION_SECONDS = 30;
    private static final Set<String> NAMES =
            Set.of("calm", "realistic", "quota-day", "quota-minute", "meltdown", "token-rotation");

    private Profiles() {}

    /**
     * Sets a profile up.
     *
     * @param after for the quota profiles, how many sends there are before 45009
     */
    static void set(String name, int after, Faults faults, RateLimits limits) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "profile 只能是 calm、realistic、quota-day、quota-minute、meltdown、" + "token-rotation。");
        }
        faults.removeAll("profile-");
        RateLimits.Limit usual = limits.of(SendEndpoint.PATH);
        limits.reset(SendEndpoint.PATH);
        switch (name) {
            case "realistic" ->
                add(
                        faults,
                        List.of(
                                Fault.before(SendEndpoint.PATH, new FaultAction.Errcode(-1))
                                        .withProbability(0.0015),
                                Fault.after(SendEndpoint.PATH, new FaultAction.Errcode(-1))
                                        .withProbability(0.0015),
                                Fault.before(SendEndpoint.PATH, new FaultAction.Errcode(43101))
                                        .withProbability(0.03),
                                Fault.before(EVERYWHERE, new FaultAction.Delay(50, 100))));
            case "meltdown" ->
                add(
                        faults,
                        List.of(
                                Fault.before(EVERYWHERE, new FaultAction.Http(503, "", "text/html"))
                                        .withProbability(0.2),
                                Fault.after(EVERYWHERE, new FaultAction.Reset()).withProbability(0.05)));
            case "token-rotation" ->
                add(faults, List.of(Fault.before(EVERYWHERE, new FaultAction.TokenStorm(ROTATION_SECONDS))));
            case "quota-day" ->
                limits.set(SendEndpoint.PATH, new RateLimits.Limit(usual.perSecond(), usual.perMinute(), after));
            case "quota-minute" ->
                limits.set(SendEndpoint.PATH, new RateLimits.Limit(usual.perSecond(), after, usual.perDay()));
            default -> faults.removeAll("profile-");
        }
    }

    private static void add(Faults faults, List<Fault> all) {
        int number = 0;
        for (Fault fault : all) {
            faults.add(fault.named("profile-" + ++number));
        }
    }
}
