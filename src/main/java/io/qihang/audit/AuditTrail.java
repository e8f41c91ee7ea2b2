package io.qihang.audit;

import io.qihang.access.AccessGate;
import io.qihang.access.Actor;
import io.qihang.access.Role;
import io.qihang.audit.domain.AuditEvent;
import io.qihang.audit.domain.AuditEvents;
import io.qihang.platform.Ids;
import io.qihang.platform.web.TraceIds;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where a use case records that it was carried out. */
@Component
public class AuditTrail {

    private static final String CONCERNED = AuditTrail.class.getName() + ".concerned";

    private final AuditEvents events;
    private final Ids ids;
    private final Clock clock;

    AuditTrail(AuditEvents events, Ids ids, Clock clock) {
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records that the action was carried out, in the caller's transaction.
     *
     * @param action {@code object.verb}, as the handler's {@code @Audited}
     * @param objectType the kind of object acted on
     * @param objectId its id; null when there is none
     * @param summary what changed, without personal data or secrets; Chinese
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String objectType, @Nullable Object objectId, String summary) {
        HttpServletRequest request = currentRequest();
        Actor actor = request == null ? null : AccessGate.actorOf(request);
        events.add(event(request, actor, action, objectType, objectId, AuditEvent.Outcome.DONE, null, summary));
    }

    /** Names the object a refusal of this request would concern, where its path does not: the account of a sign-in. */
    public void concerns(String objectType, Object objectId) {
        HttpServletRequest request = currentRequest();
        if (request != null) request.setAttribute(CONCERNED, new Concerned(objectType, objectId.toString()));
    }

    /** Records an action whose actor is known only now, such as a sign-in; otherwise as {@link #record}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAs(Actor actor, String action, String objectType, @Nullable Object objectId, String summary) {
        HttpServletRequest request = currentRequest();
        events.add(event(request, actor, action, objectType, objectId, AuditEvent.Outcome.DONE, null, summary));
    }

    /** Records a refusal in a transaction of its own, which no roll-back of the business takes away. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordRefusal(HttpServletRequest request, String action, int status, String code) {
        Actor actor = AccessGate.actorOf(request);
        Concerned concerned = concernedBy(request);
        events.add(event(
                request,
                actor,
                action,
                concerned.type(),
                concerned.id(),
                AuditEvent.Outcome.REFUSED,
                status + " " + code,
                ""));
    }

    private record Concerned(String type, String id) {}

    private static Concerned concernedBy(HttpServletRequest request) {
        if (request.getAttribute(CONCERNED) instanceof Concerned named) return named;
        String path = request.getRequestURI();
        return new Concerned("request", path.length() > 200 ? path.substring(0, 200) : path);
    }

    private AuditEvent event(
            @Nullable HttpServletRequest request,
            @Nullable Actor actor,
            String action,
            String objectType,
            @Nullable Object objectId,
            AuditEvent.Outcome outcome,
            @Nullable String reason,
            String summary) {
        UUID id = ids.next();
        return new AuditEvent(
                id,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                actor == null ? null : actor.account(),
                actor == null ? "" : roles(actor),
                actor == null ? "" : organisation(actor),
                actor == null ? "" : actor.client().name(),
                action,
                objectType,
                Objects.toString(objectId, ""),
                outcome,
                Objects.requireNonNullElse(reason, ""),
                oneLine(summary),
                request == null ? "" : request.getRemoteAddr(),
                request == null ? "" : TraceIds.of(request));
    }

    private static String roles(Actor actor) {
        return actor.isPerson()
                ? "PERSON"
                : actor.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private static String organisation(Actor actor) {
        var scope = actor.scope();
        return java.util.stream.Stream.of(
                        scope.offices().stream().sorted(),
                        scope.units().stream().map(Object::toString).sorted(),
                        scope.counties().stream().map(Object::toString).sorted())
                .flatMap(it -> it)
                .collect(Collectors.joining(","));
    }

    /** One line of at most 500 characters, whatever was put in. */
    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        return line.length() > 500 ? line.substring(0, 500) : line;
    }

    private static @Nullable HttpServletRequest currentRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }
}
