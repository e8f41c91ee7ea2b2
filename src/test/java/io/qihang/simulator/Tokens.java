package io.qihang.simulator;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Issues and checks access tokens, in two families that never touch each other. */
final class Tokens {

    static final long LIFE_SECONDS = 7_200;
    private static final long OVERLAP_SECONDS = 300;
    private static final int FORCED_PER_DAY = 20;
    private static final long FORCED_APART_SECONDS = 30;
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Pattern FORM = Pattern.compile("\\d{1,3}_[A-Za-z0-9_-]{20,509}");

    private final DataFile file;
    private final VirtualClock clock;
    private final Ids ids;
    private final Map<String, Token> tokens = new LinkedHashMap<>();
    private @Nullable LocalDate forcedDay;
    private int forcedToday;
    private @Nullable Long lastForced;

    /** What a token call hands out. */
    record Issued(String value, long expiresIn) {}

    Tokens(DataFile file, VirtualClock clock, Ids ids) {
        this.file = file;
        this.clock = clock;
        this.ids = ids;
    }

    /** The plain call: always a new token, and the one before it ends after five minutes. */
    synchronized Issued normal() {
        return mint(TokenKind.NORMAL, clock.now() + OVERLAP_SECONDS);
    }

    /** The stable call: the same token until five minutes before its end. */
    synchronized Issued stable(boolean force) {
        Optional<Token> current = current();
        long now = clock.now();
        if (!force) {
            return current.map(token -> issued(token, now)).orElseGet(() -> mint(TokenKind.STABLE, null));
        }
        if (lastForced != null && now - lastForced < FORCED_APART_SECONDS && current.isPresent()) {
            return issued(current.get(), now);
        }
        LocalDate today = clock.instant().atZone(BEIJING).toLocalDate();
        if (!today.equals(forcedDay)) {
            forcedDay = today;
            forcedToday = 0;
        }
        if (forcedToday >= FORCED_PER_DAY) {
            throw new WxError(Errcode.DAILY_LIMIT);
        }
        forcedToday++;
        lastForced = now;
        return mint(TokenKind.STABLE, now);
    }

    /** Throws WeChat's refusal unless the token may be used now. */
    synchronized void check(String value) {
        if (value.isEmpty()) {
            throw new WxError(Errcode.TOKEN_MISSING);
        }
        if (!FORM.matcher(value).matches()) {
            throw new WxError(Errcode.MALFORMED_TOKEN);
        }
        Token token = tokens.get(value);
        long now = clock.now();
        if (token == null || (token.isRevoked(now) && !token.isExpired(now))) {
            throw new WxError(Errcode.INVALID_CREDENTIAL);
        }
        if (token.isExpired(now)) {
            throw new WxError(Errcode.TOKEN_EXPIRED);
        }
    }

    /** Ends every living token of the kind now. */
    synchronized void revoke(TokenKind kind) {
        commit(ended(kind, clock.now()));
    }

    synchronized void apply(Changes change) {
        if (change.isReset()) {
            tokens.clear();
            forcedDay = null;
            lastForced = null;
        }
        change.tokens().forEach(token -> tokens.put(token.value(), token));
    }

    synchronized List<Changes> snapshot() {
        long now = clock.now();
        return List.of(Changes.tokens(
                tokens.values().stream().filter(token -> !token.isExpired(now)).toList()));
    }

    private Optional<Token> current() {
        long now = clock.now();
        return tokens.values().stream()
                .filter(token -> token.kind() == TokenKind.STABLE && token.revokedAt() == null)
                .filter(token -> token.expiresAt() - now > OVERLAP_SECONDS)
                .reduce((older, newer) -> newer);
    }

    private Issued mint(TokenKind kind, @Nullable Long othersEnd) {
        List<Token> changed = othersEnd == null ? new ArrayList<>() : ended(kind, othersEnd);
        String value = ids.accessToken();
        while (tokens.containsKey(value)) {
            value = ids.accessToken();
        }
        Token token = new Token(value, kind, clock.now() + LIFE_SECONDS, null);
        changed.add(token);
        commit(changed);
        return issued(token, clock.now());
    }

    private List<Token> ended(TokenKind kind, long moment) {
        long now = clock.now();
        List<Token> ended = new ArrayList<>();
        tokens.values().stream()
                .filter(token -> token.kind() == kind && !token.isExpired(now) && !token.isRevoked(now))
                .forEach(token -> ended.add(token.revokedFrom(moment)));
        return ended;
    }

    private void commit(List<Token> changed) {
        Changes change = Changes.tokens(changed);
        file.append(change);
        apply(change);
    }

    private static Issued issued(Token token, long now) {
        return new Issued(token.value(), token.expiresAt() - now);
    }
}
