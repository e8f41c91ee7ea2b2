package io.qihang.ticket.domain;

import io.qihang.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long each unit held a ticket, in working time: from hop to hop the time is on the account of whoever had to act.
 * What the enterprise took to confirm is on no office's account, nor is what a closed ticket lay closed.
 */
final class HeldTimes {

    private HeldTimes() {}

    /**
     * What a hop left behind.
     *
     * @param office who held the ticket after it; null for the 台账 office
     */
    record Stand(Instant at, TicketStatus status, @Nullable String office) {}

    /**
     * A unit's account.
     *
     * @param office code of the office
     * @param worked working time it held the ticket, over all times it did
     */
    record Held(String office, Duration worked) {}

    /** The accounts in the order in which the units first had the ticket; they add up to all working time they had it. */
    static List<Held> of(List<Stand> hops, String ledgerOffice, WorkCalendar calendar, Instant now) {
        Map<String, Duration> accounts = new LinkedHashMap<>();
        for (int i = 0; i < hops.size(); i++) {
            Stand hop = hops.get(i);
            if (hop.status() == TicketStatus.ANSWERED || hop.status() == TicketStatus.CLOSED) continue;
            Instant until = i + 1 < hops.size() ? hops.get(i + 1).at() : now;
            accounts.merge(
                    hop.office() == null ? ledgerOffice : hop.office(),
                    calendar.workingTimeBetween(hop.at(), until),
                    Duration::plus);
        }
        List<Held> held = new ArrayList<>();
        accounts.forEach((office, worked) -> held.add(new Held(office, worked)));
        return held;
    }
}
