package io.qihang.outbox;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A listener that fails on what is spoiled, and says something personal when it does. */
@Component
class Poison {

    static final String PERSONAL = "13900009999";

    /** An event only tests raise. */
    record Sent(UUID id, int schemaVersion) {}

    private final Set<UUID> spoiled = ConcurrentHashMap.newKeySet();
    private final List<UUID> tried = new CopyOnWriteArrayList<>();
    private final Set<UUID> handled = ConcurrentHashMap.newKeySet();

    void spoil(UUID id) {
        spoiled.add(id);
    }

    void heal(UUID id) {
        spoiled.remove(id);
    }

    long tries(UUID id) {
        return tried.stream().filter(id::equals).count();
    }

    boolean hasHandled(UUID id) {
        return handled.contains(id);
    }

    @ApplicationModuleListener
    void on(Sent event) {
        tried.add(event.id());
        if (spoiled.contains(event.id())) throw new IllegalStateException("no answer for " + PERSONAL);
        handled.add(event.id());
    }
}
