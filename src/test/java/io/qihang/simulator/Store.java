package io.qihang.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Users, templates, subscriptions and messages. Whoever checks first and changes after does both in one go here. */
final class Store {

    private static final int LINE = 1_000;

    private final DataFile file;
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, Template> templates = new LinkedHashMap<>();
    private final Map<String, Map<String, Subscription>> subscriptions = new HashMap<>();
    private final Map<String, List<Message>> messages = new LinkedHashMap<>();
    private final Set<String> msgids = new HashSet<>();

    Store(DataFile file) {
        this.file = file;
    }

    /** Runs check and change with nobody else in between. */
    synchronized <T> T exclusively(Supplier<T> work) {
        return work.get();
    }

    /** Makes a change: on disk first, then in memory. */
    synchronized void commit(Changes change) {
        file.append(change);
        apply(change);
    }

    /** Makes a change in memory only, as read back from disk. */
    synchronized void apply(Changes change) {
        if (change.isReset()) {
            users.clear();
            templates.clear();
            subscriptions.clear();
            messages.clear();
            msgids.clear();
        }
        change.users().forEach(user -> users.put(user.openid(), user));
        change.templates().forEach(template -> templates.put(template.id(), template));
        change.subscriptions().forEach(s -> subscriptions
                .computeIfAbsent(s.openid(), openid -> new LinkedHashMap<>())
                .put(s.templateId(), s));
        change.messages().forEach(message -> {
            if (msgids.add(message.msgid())) {
                messages.computeIfAbsent(message.openid(), openid -> new ArrayList<>())
                        .add(message);
            }
        });
    }

    synchronized List<Changes> snapshot() {
        List<Changes> lines = new ArrayList<>();
        chunks(users.values()).forEach(chunk -> lines.add(Changes.users(chunk, List.of())));
        chunks(templates.values()).forEach(chunk -> lines.add(Changes.templates(chunk)));
        chunks(subscriptions.values().stream()
                        .flatMap(each -> each.values().stream())
                        .toList())
                .forEach(chunk -> lines.add(Changes.subscriptions(chunk)));
        chunks(messages()).forEach(chunk -> lines.add(Changes.messages(chunk)));
        return lines;
    }

    synchronized Optional<User> user(String openid) {
        return Optional.ofNullable(users.get(openid));
    }

    synchronized boolean phoneTaken(String phone) {
        return users.values().stream().anyMatch(user -> phone.equals(user.phone()));
    }

    synchronized List<User> users() {
        return List.copyOf(users.values());
    }

    synchronized Optional<Template> template(String id) {
        return Optional.ofNullable(templates.get(id));
    }

    synchronized List<Template> templates() {
        return List.copyOf(templates.values());
    }

    synchronized Subscription subscription(String openid, String templateId) {
        return subscriptions
                .getOrDefault(openid, Map.of())
                .getOrDefault(templateId, Subscription.none(openid, templateId));
    }

    synchronized List<Subscription> subscriptions(String openid) {
        return List.copyOf(subscriptions.getOrDefault(openid, Map.of()).values());
    }

    synchronized boolean hasMessage(String msgid) {
        return msgids.contains(msgid);
    }

    synchronized List<Message> messages(String openid) {
        return List.copyOf(messages.getOrDefault(openid, List.of()));
    }

    /** Every message, each user's in the order they came. */
    synchronized List<Message> messages() {
        return messages.values().stream().flatMap(List::stream).toList();
    }

    private static <T> List<List<T>> chunks(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += LINE) {
            chunks.add(list.subList(from, Math.min(list.size(), from + LINE)));
        }
        return chunks;
    }
}
