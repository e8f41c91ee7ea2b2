package io.qihang.ticket.domain;

import io.qihang.agenda.BriefItem;
import io.qihang.agenda.BriefSource;
import io.qihang.platform.Times;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The tickets of an enterprise that are 未销号, the oldest first: what is known before the door. */
@Component
@Order(10)
class TicketAgenda implements BriefSource {

    private final TicketAgendaMapper mapper;

    TicketAgenda(TicketAgendaMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String key() {
        return "tickets";
    }

    @Override
    public String title() {
        return "未销号的诉求";
    }

    @Override
    public List<BriefItem> about(Collection<UUID> subjects, LocalDate day) {
        return mapper.open(subjects, MOST).stream()
                .map(it -> new BriefItem(
                        it.enterpriseId(),
                        it.id(),
                        it.title(),
                        it.number() + "，" + it.status().label(),
                        Times.dayOf(it.receivedAt())))
                .toList();
    }
}
