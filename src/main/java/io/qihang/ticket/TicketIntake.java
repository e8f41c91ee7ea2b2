package io.qihang.ticket;

import io.qihang.access.Actor;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.storage.FileId;
import io.qihang.ticket.domain.Raising;
import io.qihang.ticket.domain.TicketSettings;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How tickets enter the one pool, whatever mouth they come through. All calls join the caller's transaction. */
@Component
public class TicketIntake {

    private final Raising raising;

    TicketIntake(Raising raising) {
        this.raising = raising;
    }

    /** A confirmed member raises a ticket of the enterprise; the clock starts now. */
    public RaisedTicket byMember(
            Actor person, EnterpriseId enterprise, String category, String title, String content, List<FileId> files) {
        return raising.byMember(person, enterprise, category, title, content, files);
    }

    /**
     * A confirmed member asks to be called about something; the clock starts now. It goes under 其他, which every county's
     * list of categories has.
     */
    public RaisedTicket callBack(Actor person, EnterpriseId enterprise, String title, String content) {
        return raising.byMember(person, enterprise, TicketSettings.OTHER, title, content, List.of());
    }

    /**
     * A commissioner takes a ticket up on a visit; the clock starts now.
     *
     * @param visitedOn the visit's day, on which the commissioner has to look after the enterprise
     */
    public RaisedTicket onVisit(
            Actor commissioner,
            EnterpriseId enterprise,
            LocalDate visitedOn,
            String category,
            String title,
            String content,
            @Nullable String note,
            List<FileId> files) {
        return raising.onVisit(commissioner, enterprise, visitedOn, category, title, content, note, files);
    }

    /** The 台账 office enters what came on paper, by phone or otherwise; the clock started when it was received. */
    public RaisedTicket byOffice(Actor officer, EnterpriseId enterprise, NewTicket asked) {
        return raising.byOffice(officer, enterprise, asked);
    }
}
