package io.qihang.access;

import io.qihang.access.Actor.Pending;
import io.qihang.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to its handler, or refuses it: by default, refuses. */
@Component
public class AccessGate implements HandlerInterceptor {

    private static final String ACTOR = Actor.class.getName();
    private static final String OWN_PACKAGE = "io.qihang";

    private final Authenticator authenticator;
    private final RateLimiter limiter;

    AccessGate(Authenticator authenticator, RateLimiter limiter) {
        this.authenticator = authenticator;
        this.limiter = limiter;
    }

    /** The actor this request was let through as; null on public routes without sign-in and on refused ones. */
    public static @Nullable Actor actorOf(HttpServletRequest request) {
        return request.getAttribute(ACTOR) instanceof Actor actor ? actor : null;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || isTechnical(method)) return true;
        Allow allow = method.getMethodAnnotation(Allow.class);
        if (allow == null) throw Problem.of(AccessProblem.FORBIDDEN);
        Actor actor = identify(request, allow);
        if (actor != null) request.setAttribute(ACTOR, actor);
        limiter.take(allow.rate(), actor == null ? null : actor.account(), request.getRemoteAddr());
        if (!allow.anyone()) check(allow, actor);
        return true;
    }

    private @Nullable Actor identify(HttpServletRequest request, Allow allow) {
        if (allow.person() || (allow.anyone() && allow.staff().length == 0 && !allow.anyStaff())) {
            return authenticator.authenticate(request, Client.PHONE, false);
        }
        Actor actor = authenticator.authenticate(request, allow.on(), true);
        return actor == null && allow.alsoOnPhone() ? authenticator.authenticate(request, Client.PHONE, true) : actor;
    }

    private static void check(Allow allow, @Nullable Actor actor) {
        if (actor == null) throw Problem.of(AccessProblem.NOT_SIGNED_IN);
        for (Pending owed : actor.pending()) {
            if (!Arrays.asList(allow.despite()).contains(owed)) throw Problem.of(problemOf(owed));
        }
        if (allow.person() && actor.client() == Client.PHONE) return;
        if (allow.anyStaff() && !actor.isPerson()) return;
        if (List.of(allow.staff()).stream().noneMatch(actor::has)) throw Problem.of(AccessProblem.FORBIDDEN);
    }

    private static AccessProblem problemOf(Pending owed) {
        return switch (owed) {
            case CONSENT -> AccessProblem.CONSENT_NEEDED;
            case PASSWORD_CHANGE -> AccessProblem.PASSWORD_CHANGE_NEEDED;
        };
    }

    /** The container's error page, and the API description of the demo: handlers that are not ours and show no data. */
    private static boolean isTechnical(HandlerMethod method) {
        Class<?> type = method.getBeanType();
        return ErrorController.class.isAssignableFrom(type)
                || !type.getPackageName().startsWith(OWN_PACKAGE);
    }
}
