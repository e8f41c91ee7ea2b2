package io.qihang.notification.domain;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The subscribe messages this mini-program has applied for at WeChat, and how they are sent.
 *
 * @param templates by the name a business calls them
 * @param senders how many messages a node has under way at once
 * @param pace how fast all nodes together send
 * @param lease how long a node may have a message in hand before it counts as dead while sending
 * @param doubt how long WeChat's report is awaited when its answer was not clear
 * @param closeAfter how long after its opening a campaign closes
 */
@ConfigurationProperties("qihang.notification")
record NotificationSettings(
        @DefaultValue Map<String, Template> templates,
        @DefaultValue("32") int senders,
        @DefaultValue Pace pace,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("10m") Duration doubt,
        @DefaultValue("14d") Duration closeAfter) {

    /** What one call to WeChat may take, renewing the token and calling again included. */
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(10);

    NotificationSettings {
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            throw new IllegalArgumentException("qihang.notification.lease 不能短于 10s：微信还没有答复就会算作中断。");
        }
    }

    /** Whether an accept is good for one message or until it is taken back. */
    enum Kind {
        ONE_TIME,
        LONG_TERM
    }

    /**
     * Messages a second of all nodes together.
     *
     * @param start where it begins; 0 sends without any limit of ours
     * @param step by how many it rises each second in which WeChat complains of nothing
     * @param most where it stops rising
     * @param least where halving it stops
     */
    record Pace(
            @DefaultValue("200") int start,
            @DefaultValue("10") int step,
            @DefaultValue("1000") int most,
            @DefaultValue("5") int least) {

        boolean isOff() {
            return start == 0;
        }
    }

    /**
     * One template.
     *
     * @param id WeChat's id; empty until WeChat has granted it
     * @param purpose what the person is told it is for
     * @param kind one-time or long-term, as WeChat granted it
     * @param lane in what order its messages go out
     * @param fields our name of a field to WeChat's, such as {@code title} to {@code thing1}
     */
    record Template(
            @DefaultValue("") String id,
            String purpose,
            @DefaultValue("ONE_TIME") Kind kind,
            @DefaultValue("OWN") Lane lane,
            @DefaultValue Map<String, String> fields) {

        boolean isGranted() {
            return !id.isEmpty();
        }

        boolean isLongTerm() {
            return kind == Kind.LONG_TERM;
        }
    }

    /** Our name of the template with this id of WeChat's. */
    Optional<String> named(String templateId) {
        return templates.entrySet().stream()
                .filter(it -> it.getValue().id().equals(templateId))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
