package io.qihang.ticket.domain;

import io.qihang.platform.Times;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which re-checks a 销号 entails; what is taken up again or taken back is not asked about. */
@Component
class RecheckPlan {

    private final RecheckMapper mapper;
    private final ClosingSettings settings;

    RecheckPlan(RecheckMapper mapper, ClosingSettings settings) {
        this.mapper = mapper;
        this.settings = settings;
    }

    void after(Ticket ticket, Hop hop) {
        if (hop.status().isOpen()) {
            mapper.drop(ticket.id(), hop.at());
            return;
        }
        List<Integer> days = settings.of(ticket.county()).recheckDays();
        if (days.isEmpty() || hop.action() == TicketAction.WITHDRAW) return;
        mapper.plan(ticket.id(), hop.seq(), ticket.county(), Times.dayOf(hop.at()), days);
    }
}
