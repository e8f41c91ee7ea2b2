package io.qihang.agenda;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that is known about an enterprise before the door, whoever knows it: one statement for each business. */
@Component
public class Briefs {

    private final List<BriefSource> sources;

    Briefs(ObjectProvider<BriefSource> sources) {
        this.sources = sources.orderedStream().toList();
    }

    /** The sections about one subject, an empty one for a business that has nothing to say. */
    public List<BriefSection> about(UUID subject, LocalDate day) {
        return about(List.of(subject), day).getOrDefault(subject, List.of());
    }

    /** The same for several subjects at once. */
    public Map<UUID, List<BriefSection>> about(Collection<UUID> subjects, LocalDate day) {
        if (subjects.isEmpty()) return Map.of();
        Map<BriefSource, Map<UUID, List<BriefItem>>> found = new LinkedHashMap<>();
        for (BriefSource source : sources) {
            found.put(source, source.about(subjects, day).stream().collect(Collectors.groupingBy(BriefItem::subject)));
        }
        return subjects.stream().distinct().collect(Collectors.toMap(it -> it, it -> sections(it, found)));
    }

    private static List<BriefSection> sections(UUID subject, Map<BriefSource, Map<UUID, List<BriefItem>>> found) {
        return found.entrySet().stream()
                .map(it -> new BriefSection(
                        it.getKey().key(), it.getKey().title(), it.getValue().getOrDefault(subject, List.of())))
                .toList();
    }
}
