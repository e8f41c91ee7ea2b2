package io.qihang.identity.domain;

import cn.dev33.satoken.SaManager;
import cn.dev33.satoken.config.SaTokenConfig;
import cn.dev33.satoken.stp.StpLogic;
import cn.dev33.satoken.stp.parameter.SaLoginParameter;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qihang.access.Client;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Tokens in Redis, one family per client: opaque, random, read from the header only, dead at once when ended. A request
 * costs at most one read of the token; a session in use is prolonged at most every few minutes.
 */
@Component
public class Sessions {

    private static final String BEARER = "Bearer ";
    private static final Duration PROLONG_EVERY = Duration.ofMinutes(5);
    private static final int TOKEN_LENGTH = 64;

    private final KnownTokens known;
    private final StpLogic console;
    private final StpLogic phone;
    private final Duration consoleIdle;
    private final Duration phoneIdle;
    private final Cache<String, Boolean> prolonged = Caffeine.newBuilder()
            .expireAfterWrite(PROLONG_EVERY)
            .maximumSize(100_000)
            .build();

    Sessions(KnownTokens known, SignInSettings settings, SaTokenConfig defaults) {
        this.known = known;
        this.consoleIdle = settings.idle();
        this.phoneIdle = settings.personIdle();
        this.console = logic("console", defaults, consoleIdle, false);
        this.phone = logic("phone", defaults, phoneIdle, true);
    }

    private static StpLogic logic(String type, SaTokenConfig defaults, Duration idle, boolean concurrent) {
        var logic = new StpLogic(type);
        logic.setConfig(new SaTokenConfig()
                .setTokenName(defaults.getTokenName())
                .setTokenStyle(defaults.getTokenStyle())
                .setTimeout(idle.toSeconds())
                .setActiveTimeout(-1)
                .setIsConcurrent(concurrent)
                .setIsShare(false)
                .setMaxLoginCount(concurrent ? 5 : 1)
                .setIsReadBody(false)
                .setIsReadCookie(false)
                .setIsLog(false)
                .setIsPrint(false));
        SaManager.putStpLogic(logic);
        return logic;
    }

    /** Opens a session; on the console it ends the account's former one. */
    public String open(Client client, UUID account) {
        String token = logic(client)
                .createLoginSession(
                        account.toString(),
                        new SaLoginParameter()
                                .setTimeout(idle(client).toSeconds())
                                .setIsConcurrent(client == Client.PHONE)
                                .setIsShare(false)
                                .setMaxLoginCount(client == Client.PHONE ? 5 : 1));
        known.forget();
        return token;
    }

    /** The account whose token the request carries on this client; null without a living one. */
    @Nullable
    UUID accountOf(HttpServletRequest request, Client client) {
        String token = token(request);
        return token == null ? null : accountOf(token, client);
    }

    /** The account a token of this client stands for; null when it is dead. */
    @Nullable
    UUID accountOf(String token, Client client) {
        StpLogic logic = logic(client);
        String account = known.valueOf(logic.splicingKeyTokenValue(token));
        if (!logic.isValidLoginId(account)) return null;
        prolong(client, token);
        return UUID.fromString(account);
    }

    /** Ends the session the request carries; its token, or null without one. */
    public @Nullable String end(HttpServletRequest request, Client client) {
        String token = token(request);
        if (token != null) {
            logic(client).logoutByTokenValue(token);
            known.forget();
        }
        return token;
    }

    /** Ends all sessions of the account on a client. */
    public void endAll(Client client, UUID account) {
        logic(client).logout(account.toString());
        known.forget();
    }

    private void prolong(Client client, String token) {
        if (prolonged.asMap().putIfAbsent(client + token, true) == null) {
            logic(client).renewTimeout(token, idle(client).toSeconds());
        }
    }

    private StpLogic logic(Client client) {
        return client == Client.CONSOLE ? console : phone;
    }

    private Duration idle(Client client) {
        return client == Client.CONSOLE ? consoleIdle : phoneIdle;
    }

    private static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) return null;
        String token = header.substring(BEARER.length());
        return token.length() == TOKEN_LENGTH && token.chars().allMatch(Character::isLetterOrDigit) ? token : null;
    }
}
