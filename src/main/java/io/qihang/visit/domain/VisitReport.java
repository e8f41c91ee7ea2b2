package io.qihang.visit.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as the phone tells it, whole each time.
 *
 * @param visitedAt by the phone's clock
 * @param said what was talked about
 * @param place null unless the county allows it and the commissioner wants it
 */
public record VisitReport(
        EnterpriseId enterprise,
        Instant visitedAt,
        VisitKind kind,
        String said,
        List<Met> people,
        List<Promised> promises,
        List<Heard> problems,
        @Nullable Place place) {

    public VisitReport {
        people = List.copyOf(people);
        promises = List.copyOf(promises);
        problems = List.copyOf(problems);
    }

    /** Somebody who was met. */
    public record Met(String name, String position) {

        /** Without the name, which is personal. */
        @Override
        public String toString() {
            return "Met[" + position + "]";
        }
    }

    /**
     * A promise.
     *
     * @param id the phone's own
     * @param office the office's name when an office promised; null otherwise
     * @param dueOn the last day
     */
    public record Promised(UUID id, Promiser by, @Nullable String office, String what, LocalDate dueOn) {}

    /**
     * A problem that is to become a ticket; once sent it does not change.
     *
     * @param id the phone's own
     * @param ticket the enterprise's ticket that it is about already, so that none is made; null for a new one
     */
    public record Heard(
            UUID id,
            String category,
            String title,
            String content,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            TicketId ticket) {}

    /** Degrees of latitude and longitude. */
    public record Place(double latitude, double longitude) {

        /** Without the position, which is personal. */
        @Override
        public String toString() {
            return "Place[]";
        }
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "VisitReport[" + enterprise + ", " + visitedAt + "]";
    }
}
