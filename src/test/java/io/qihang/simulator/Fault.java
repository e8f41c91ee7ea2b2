package io.qihang.simulator;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Trouble to be injected: which calls, when, what, and how often. Of several that fit, the oldest strikes.
 *
 * @param id its name; a second fault of the same name replaces the first; null gives it one
 * @param path the call's path, a trailing * stands for anything
 * @param openid the user's openid, a trailing * stands for anything, * alone also for calls without a user
 * @param templateId the template of a send, * for any call
 * @param probability from 0 to 1
 * @param nth strikes only the calls with these numbers among those that fit, from 1; empty strikes all
 * @param times strikes so often at most
 * @param ttl virtual time until it ends, or null for never
 */
public record Fault(
        @Nullable String id,
        String path,
        String openid,
        String templateId,
        double probability,
        Set<Integer> nth,
        FaultPhase phase,
        FaultAction action,
        int times,
        @Nullable Duration ttl) {

    public Fault {
        nth = Set.copyOf(nth);
        if (probability < 0 || probability > 1 || times < 1) {
            throw new IllegalArgumentException("probability 要在 0 到 1 之间，times 至少为 1。");
        }
    }

    /** Strikes every call of the path before it does anything. */
    public static Fault before(String path, FaultAction action) {
        return new Fault(null, path, "*", "*", 1, Set.of(), FaultPhase.BEFORE, action, Integer.MAX_VALUE, null);
    }

    /** Strikes every call of the path after it has done its work. */
    public static Fault after(String path, FaultAction action) {
        return new Fault(null, path, "*", "*", 1, Set.of(), FaultPhase.AFTER, action, Integer.MAX_VALUE, null);
    }

    public Fault named(String newId) {
        return new Fault(newId, path, openid, templateId, probability, nth, phase, action, times, ttl);
    }

    public Fault forOpenid(String pattern) {
        return new Fault(id, path, pattern, templateId, probability, nth, phase, action, times, ttl);
    }

    public Fault forTemplate(String newTemplateId) {
        return new Fault(id, path, openid, newTemplateId, probability, nth, phase, action, times, ttl);
    }

    public Fault withProbability(double newProbability) {
        return new Fault(id, path, openid, templateId, newProbability, nth, phase, action, times, ttl);
    }

    public Fault onlyNth(Integer... numbers) {
        return new Fault(id, path, openid, templateId, probability, Set.of(numbers), phase, action, times, ttl);
    }

    public Fault times(int most) {
        return new Fault(id, path, openid, templateId, probability, nth, phase, action, most, ttl);
    }

    public Fault lasting(Duration newTtl) {
        return new Fault(id, path, openid, templateId, probability, nth, phase, action, times, newTtl);
    }

    boolean fits(String callPath, @Nullable String callOpenid, @Nullable String callTemplateId) {
        return fits(path, callPath) && fits(openid, callOpenid) && fits(templateId, callTemplateId);
    }

    private static boolean fits(String pattern, @Nullable String value) {
        if (pattern.equals("*")) {
            return true;
        }
        if (value == null) {
            return false;
        }
        return pattern.endsWith("*")
                ? value.startsWith(pattern.substring(0, pattern.length() - 1))
                : value.equals(pattern);
    }
}
