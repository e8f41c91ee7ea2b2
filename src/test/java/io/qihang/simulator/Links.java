package io.qihang.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The links into the mini-program that were made, and the rules they were made by. */
final class Links {

    static final int OPENS_A_DAY = 3_000_000;
    private static final long DAY = 86_400;
    private static final long SHORTEST = 60;
    private static final int MOST_DAYS = 30;
    private static final int QUERY_LONGEST = 1_024;

    private final Supplier<AppSetup> app;
    private final VirtualClock clock;
    private final Map<String, Link> made = new HashMap<>();

    /** A link; times are virtual seconds. */
    record Link(String path, String query, long createdAt, long expiresAt, String version) {}

    Links(Supplier<AppSetup> app, VirtualClock clock) {
        this.app = app;
        this.clock = clock;
    }

    /**
     * Reads what a link is to open.
     *
     * @param target the object with path, query and env_version
     * @param life the object with expire_type, expire_interval and expire_time
     */
    Link read(JsonNode target, JsonNode life) {
        String path = Json.optionalText(target, "path");
        if (path.contains("?") || (!path.isEmpty() && !app.get().hasReleased(path))) {
            throw new WxError(Errcode.INVALID_PATH);
        }
        String query = Json.optionalText(target, "query");
        if (query.length() > QUERY_LONGEST || query.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new WxError(Errcode.INVALID_QUERY);
        }
        String version = target.path("env_version").asString("release");
        if (!version.matches("release|trial|develop")) {
            throw new WxError(Errcode.INVALID_ENV);
        }
        return new Link(path, query, clock.now(), expiry(life), version);
    }

    synchronized void keep(String url, Link link) {
        made.put(url, link);
    }

    synchronized Optional<Link> find(String url) {
        return Optional.ofNullable(made.get(url));
    }

    synchronized void clear() {
        made.clear();
    }

    private long expiry(JsonNode life) {
        long now = clock.now();
        if (life.path("expire_type").asInt(0) == 1) {
            int days = life.path("expire_interval").asInt(MOST_DAYS);
            if (days < 1 || days > MOST_DAYS) {
                throw new WxError(Errcode.INVALID_TIME);
            }
            return now + days * DAY;
        }
        long until = life.path("expire_time").asLong(now + MOST_DAYS * DAY);
        if (until < now + SHORTEST || until > now + MOST_DAYS * DAY) {
            throw new WxError(Errcode.INVALID_TIME);
        }
        return until;
    }
}
