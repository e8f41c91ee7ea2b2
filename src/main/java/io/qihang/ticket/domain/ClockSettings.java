package io.qihang.ticket.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** For what a county's offices may stop their clock, and who decides whether they have longer. */
@Component
public class ClockSettings {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final LoadingCache<RegionCode, Settings> kept;
    private final TicketSettings tickets;

    private record Settings(String extensionOffice, List<PauseReason> reasons) {}

    ClockSettings(ClockSettingMapper mapper, TicketSettings tickets) {
        this.tickets = tickets;
        kept = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(1000).build(county -> load(mapper, county));
    }

    private static Settings load(ClockSettingMapper mapper, RegionCode county) {
        String office = mapper.extensionOffice(TicketSettings.NATION, county);
        return new Settings(office == null ? "" : office, mapper.reasons(TicketSettings.NATION, county));
    }

    /** The reasons a pause may have, in order; none where they are not set. */
    public List<PauseReason> reasons(RegionCode county) {
        return kept.get(county).reasons().stream().filter(PauseReason::inUse).toList();
    }

    /**
     * One of them.
     *
     * @throws Problem {@link TicketProblem#TICKET_PAUSE_REASON_UNKNOWN}
     */
    PauseReason requireReason(RegionCode county, String code) {
        return reasons(county).stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.of(TicketProblem.TICKET_PAUSE_REASON_UNKNOWN, code));
    }

    /** The office that decides on extensions; the one that keeps the 台账 unless another is set. */
    String extensionOffice(RegionCode county) {
        String office = kept.get(county).extensionOffice();
        return office.isEmpty() ? tickets.of(county).ledgerOffice() : office;
    }

    /** Reads anew at the next question. */
    void forget() {
        kept.invalidateAll();
    }
}
