package io.qihang.outbox;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes at an event why its listener failed: the kind of failure only, for its words may be personal. The registry keeps
 * an event as the application's JSON, and so it is found.
 */
@Component
class FailureNotes {

    private final PublicationMapper mapper;
    private final JsonMapper json;
    private final OutboxSettings settings;
    private final Clock clock;

    FailureNotes(PublicationMapper mapper, JsonMapper json, OutboxSettings settings, Clock clock) {
        this.mapper = mapper;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void note(Method listener, Object event, Throwable failure) {
        mapper.noteFailure(
                idOf(listener),
                json.writeValueAsString(event),
                failure.getClass().getSimpleName(),
                clock.instant(),
                settings.firstPause().toSeconds(),
                settings.longestPause().toSeconds());
    }

    /** The id under which the registry keeps a listener. */
    private static String idOf(Method listener) {
        String parameters =
                Arrays.stream(listener.getParameterTypes()).map(Class::getName).collect(Collectors.joining(","));
        return listener.getDeclaringClass().getName() + "." + listener.getName() + "(" + parameters + ")";
    }
}
