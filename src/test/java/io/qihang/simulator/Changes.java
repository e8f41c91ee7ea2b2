package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One indivisible change of state, and one line of the data file. Every part holds the new value whole, so applying a
 * line twice changes nothing and a snapshot is written with the same lines.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Changes(
        @Nullable Boolean reset,
        @Nullable Long clockOffsetSeconds,
        List<User> users,
        List<Template> templates,
        List<Subscription> subscriptions,
        List<Message> messages,
        List<Token> tokens,
        List<JournalEntry> journal,
        List<Push> pushes) {

    Changes(
            @Nullable Boolean reset,
            @Nullable Long clockOffsetSeconds,
            @Nullable List<User> users,
            @Nullable List<Template> templates,
            @Nullable List<Subscription> subscriptions,
            @Nullable List<Message> messages,
            @Nullable List<Token> tokens,
            @Nullable List<JournalEntry> journal,
            @Nullable List<Push> pushes) {
        this.reset = reset;
        this.clockOffsetSeconds = clockOffsetSeconds;
        this.users = orNone(users);
        this.templates = orNone(templates);
        this.subscriptions = orNone(subscriptions);
        this.messages = orNone(messages);
        this.tokens = orNone(tokens);
        this.journal = orNone(journal);
        this.pushes = orNone(pushes);
    }

    static Changes everythingGone() {
        return new Changes(true, null, null, null, null, null, null, null, null);
    }

    static Changes clock(long offsetSeconds) {
        return new Changes(null, offsetSeconds, null, null, null, null, null, null, null);
    }

    static Changes users(List<User> users, List<Subscription> subscriptions) {
        return new Changes(null, null, users, null, subscriptions, null, null, null, null);
    }

    static Changes templates(List<Template> templates) {
        return new Changes(null, null, null, templates, null, null, null, null, null);
    }

    static Changes subscriptions(List<Subscription> subscriptions) {
        return new Changes(null, null, null, null, subscriptions, null, null, null, null);
    }

    /** A message and the credit it used up belong on one line: neither may survive without the other. */
    static Changes sent(Subscription left, Message message) {
        return new Changes(null, null, null, null, List.of(left), List.of(message), null, null, null);
    }

    static Changes messages(List<Message> messages) {
        return new Changes(null, null, null, null, null, messages, null, null, null);
    }

    static Changes tokens(List<Token> tokens) {
        return new Changes(null, null, null, null, null, null, tokens, null, null);
    }

    static Changes journal(List<JournalEntry> entries) {
        return new Changes(null, null, null, null, null, null, null, entries, null);
    }

    static Changes pushes(List<Push> pushes) {
        return new Changes(null, null, null, null, null, null, null, null, pushes);
    }

    boolean isReset() {
        return Boolean.TRUE.equals(reset);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
