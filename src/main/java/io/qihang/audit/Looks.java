package io.qihang.audit;

import io.qihang.access.Role;
import io.qihang.audit.domain.AuditReading;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who looked at files, for the person they are about: the post somebody held then, not the name. */
@Component
public class Looks {

    private final AuditReading reading;

    Looks(AuditReading reading) {
        this.reading = reading;
    }

    /** A look; {@code who} is a post such as 乡镇（街道）工作人员. */
    public record Look(String who, String summary, Instant at) {}

    /** Looks at these files by anyone but the person, the latest hundred. */
    public List<Look> byOthers(Collection<String> files, UUID person) {
        if (files.isEmpty()) return List.of();
        return reading.looks(files, person).stream()
                .map(it -> new Look(posts(it.roles()), it.summary(), it.occurredAt()))
                .toList();
    }

    private static String posts(String roles) {
        return Arrays.stream(roles.split(","))
                .map(it -> Role.valueOf(it).label())
                .collect(Collectors.joining("、"));
    }
}
