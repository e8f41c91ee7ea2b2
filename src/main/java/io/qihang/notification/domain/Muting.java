package io.qihang.notification.domain;

import io.qihang.identity.PersonId;
import io.qihang.identity.PersonalRecords;
import io.qihang.notification.Topic;
import io.qihang.platform.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which topics a person wants no WeChat messages of. The inbox holds them all the same. */
@Service
@Order(60)
public class Muting implements PersonalRecords {

    private final MutingMapper mapper;
    private final Clock clock;

    Muting(MutingMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** A topic and whether the person has muted it. */
    @Schema(name = "TopicChoice")
    public record Choice(Topic topic, String label, String note, boolean mutable, boolean muted) {}

    /** Every topic, with the person's choice. */
    public List<Choice> of(PersonId person) {
        var muted = since(person);
        return Arrays.stream(Topic.values())
                .map(it -> new Choice(it, it.label(), it.note(), it.isMutable(), muted.containsKey(it)))
                .toList();
    }

    /**
     * Notes the person's choice; the same again changes nothing.
     *
     * @throws Problem {@code TOPIC_KEPT} for a topic that can't be muted
     */
    @Transactional
    public List<Choice> choose(PersonId person, Topic topic, boolean muted) {
        if (!topic.isMutable()) throw Problem.of(NotificationProblem.TOPIC_KEPT, topic.label());
        if (muted) mapper.mute(person, topic, clock.instant().truncatedTo(ChronoUnit.MICROS));
        else mapper.unmute(person, topic);
        return of(person);
    }

    private Map<Topic, Instant> since(PersonId person) {
        return mapper.of(person).stream().collect(Collectors.toMap(MutingMapper.Muted::topic, MutingMapper.Muted::at));
    }

    @Override
    public List<Section> about(PersonId person) {
        List<Entry> muted = mapper.of(person).stream()
                .map(it -> new Entry(it.topic().label(), "不要微信提醒", it.at()))
                .toList();
        return muted.isEmpty() ? List.of() : List.of(new Section("不要微信提醒的消息", muted));
    }

    @Override
    public void cancel(PersonId person) {
        mapper.unmuteAll(person);
    }
}
