package io.qihang.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bodies of the control calls. */
final class ControlRequests {

    private ControlRequests() {}

    /** Moves the clock. */
    record Advance(long advanceSeconds) {}

    /** Names a user, or nobody. */
    record Whose(@Nullable String openid) {}

    /** A user to make; without an openid one is invented, and a user who is there keeps what is left out. */
    record NewUser(
            @Nullable String openid,
            @Nullable String unionid,
            @Nullable String phone,
            boolean risk) {

        User toUser(WeChatSimulator simulator) {
            User before = openid == null
                    ? simulator.createUser()
                    : simulator.user(openid).orElseGet(() -> new User(openid, null, null, false));
            return new User(
                    before.openid(),
                    unionid == null ? before.unionid() : unionid,
                    phone == null ? before.phone() : phone,
                    risk,
                    before.lastVisit());
        }
    }

    /** Users by the thousand. */
    record Bulk(String prefix, int count, List<People.Credit> subscribe) {

        Bulk(String prefix, int count, @Nullable List<People.Credit> subscribe) {
            this.prefix = required(prefix, "prefix");
            this.count = count;
            this.subscribe = subscribe == null ? List.of() : List.copyOf(subscribe);
        }
    }

    /** An answered pop-up. */
    record Popup(String openid, List<PopupAnswer> results, Boolean push) {

        Popup(String openid, List<PopupAnswer> results, @Nullable Boolean push) {
            this.openid = required(openid, "openid");
            this.results = required(results, "results");
            this.push = push == null || push;
        }
    }

    /** Templates switched off. */
    record Reject(String openid, List<String> templateIds, Boolean push) {

        Reject(String openid, List<String> templateIds, @Nullable Boolean push) {
            this.openid = required(openid, "openid");
            this.templateIds = required(templateIds, "templateIds");
            this.push = push == null || push;
        }
    }

    /** What the account's owner sets up; what is left out stays. */
    record NewSetup(
            @Nullable String originalId,
            @Nullable Set<String> ipAllowList,
            @Nullable Set<String> releasedPages,
            @Nullable Boolean payEnabled,
            @Nullable Boolean messagesBanned,
            @Nullable Integer tokenLength) {

        AppSetup over(AppSetup before) {
            return new AppSetup(
                    originalId == null ? before.originalId() : originalId,
                    ipAllowList == null ? before.ipAllowList() : ipAllowList,
                    releasedPages == null ? before.releasedPages() : releasedPages,
                    payEnabled == null ? before.payEnabled() : payEnabled,
                    messagesBanned == null ? before.messagesBanned() : messagesBanned);
        }
    }

    /** Troubles by name. */
    record Profile(String name, @Nullable Integer after) {

        Profile {
            required(name, "name");
        }
    }

    /** An event to push. */
    record Emit(String event, String openid, Map<String, Object> fields, Integer repeat, Push.Corrupt corrupt) {

        Emit(
                String event,
                String openid,
                @Nullable Map<String, Object> fields,
                @Nullable Integer repeat,
                Push.@Nullable Corrupt corrupt) {
            this.event = required(event, "event");
            this.openid = required(openid, "openid");
            this.fields = fields == null ? Map.of() : fields;
            this.repeat = repeat == null ? 1 : repeat;
            this.corrupt = corrupt == null ? Push.Corrupt.NONE : corrupt;
        }
    }

    /** What is found about a medium; left out, it passes. */
    record MediaVerdict(String traceId, String suggest, Integer label, Long delayMs, Integer errcode) {

        private static final int NOTHING = 100;

        MediaVerdict(
                String traceId,
                @Nullable String suggest,
                @Nullable Integer label,
                @Nullable Long delayMs,
                @Nullable Integer errcode) {
            this.traceId = required(traceId, "traceId");
            this.suggest = suggest == null ? "pass" : suggest;
            this.label = label == null ? NOTHING : label;
            this.delayMs = delayMs == null ? 0L : delayMs;
            this.errcode = errcode == null ? 0 : errcode;
        }
    }

    /** Which token family to revoke. */
    record Revoke(TokenKind kind) {

        Revoke {
            required(kind, "kind");
        }
    }

    /** A rate limit; what is left out is unlimited. */
    record Limit(
            String path,
            @Nullable Integer perSecond,
            @Nullable Integer perMinute,
            @Nullable Integer perDay) {

        void applyTo(WeChatSimulator simulator) {
            simulator.limit(
                    required(path, "path"),
                    Objects.requireNonNullElse(perSecond, Integer.MAX_VALUE),
                    Objects.requireNonNullElse(perMinute, Integer.MAX_VALUE),
                    Objects.requireNonNullElse(perDay, Integer.MAX_VALUE));
        }
    }

    /** Which calls a fault is for. */
    record Match(
            @Nullable String path,
            @Nullable String openid,
            @Nullable String templateId,
            @Nullable Double probability,
            @Nullable Set<Integer> nth) {}

    /** A fault to inject. */
    record NewFault(
            @Nullable String id,
            @Nullable Match match,
            @Nullable FaultPhase phase,
            FaultAction action,
            @Nullable Integer times,
            @Nullable Long ttlSeconds) {

        Fault toFault() {
            Match which = match == null ? new Match(null, null, null, null, null) : match;
            return new Fault(
                    id,
                    Objects.requireNonNullElse(which.path(), "*"),
                    Objects.requireNonNullElse(which.openid(), "*"),
                    Objects.requireNonNullElse(which.templateId(), "*"),
                    Objects.requireNonNullElse(which.probability(), 1.0),
                    Objects.requireNonNullElse(which.nth(), Set.of()),
                    Objects.requireNonNullElse(phase, FaultPhase.BEFORE),
                    required(action, "action"),
                    Objects.requireNonNullElse(times, Integer.MAX_VALUE),
                    ttlSeconds == null ? null : Duration.ofSeconds(ttlSeconds));
        }
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("请给出 " + name + "。");
        }
        return value;
    }
}
