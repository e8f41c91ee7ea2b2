package io.qihang.visit.domain;

import io.qihang.crypto.Sealed;
import io.qihang.crypto.Vault;
import io.qihang.visit.VisitId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The personal parts of a visit, sealed for its row: who was met, and where. */
@Component
class VisitSeals {

    private static final String TABLE = "visit";
    private static final String INDEX = "visit.content";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Vault vault;

    VisitSeals(Vault vault) {
        this.vault = vault;
    }

    private record People(List<VisitReport.Met> people) {}

    /** What is kept of a telling. */
    Visit.Content content(VisitId id, VisitReport report, int revision) {
        var place = report.place();
        return new Visit.Content(
                report.visitedAt(),
                report.kind(),
                report.said(),
                report.people().isEmpty()
                        ? null
                        : seal(id, "people", JSON.writeValueAsString(new People(report.people()))),
                place == null ? null : seal(id, "place", JSON.writeValueAsString(place)),
                revision,
                index(report));
    }

    /** By which the same content is known again. */
    String index(VisitReport report) {
        return vault.blindIndex(INDEX, JSON.writeValueAsString(report));
    }

    /** Whether the telling has the content that was kept, under whichever key. */
    boolean isSame(String index, VisitReport report) {
        return vault.blindIndexes(INDEX, JSON.writeValueAsString(report)).contains(index);
    }

    /** A telling, whole. */
    Sealed telling(VisitId visit, VisitReport report) {
        return vault.seal("visit_telling", "content", visit.value(), JSON.writeValueAsString(report));
    }

    /** The same, opened. */
    VisitReport told(VisitId visit, Sealed sealed) {
        return JSON.readValue(vault.open("visit_telling", "content", visit.value(), sealed), VisitReport.class);
    }

    /** Who was met. */
    List<VisitReport.Met> people(VisitId id, @Nullable Sealed sealed) {
        if (sealed == null) return List.of();
        return JSON.readValue(open(id, "people", sealed), People.class).people();
    }

    /** Where it was; null when that was not told. */
    VisitReport.@Nullable Place place(VisitId id, @Nullable Sealed sealed) {
        return sealed == null ? null : JSON.readValue(open(id, "place", sealed), VisitReport.Place.class);
    }

    private Sealed seal(VisitId id, String column, String text) {
        return vault.seal(TABLE, column, id.value(), text);
    }

    private String open(VisitId id, String column, Sealed sealed) {
        return vault.open(TABLE, column, id.value(), sealed);
    }
}
