package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.storage.FileId;
import io.qihang.storage.StoredFiles;
import io.qihang.storage.UploadPurpose;
import io.qihang.ticket.TicketId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The files hops carry, in the transaction of the hop or, for the first one, later. What is there stays. */
@Component
class TicketFiles {

    /** The hop with which a ticket was raised. */
    private static final int RAISED = 1;

    private final TicketFileMapper mapper;
    private final StoredFiles files;
    private final TicketSettings settings;
    private final Clock clock;

    TicketFiles(TicketFileMapper mapper, StoredFiles files, TicketSettings settings, Clock clock) {
        this.mapper = mapper;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Gives a new hop the files that came with it; none is as good as any.
     *
     * @throws Problem {@code TICKET_FILES_TOO_MANY}, {@code FILES_NOT_READY}
     */
    void attach(Actor actor, UploadPurpose purpose, RegionCode county, Hop hop, List<FileId> sent) {
        if (!sent.isEmpty()) add(actor, purpose, county, hop.ticket(), hop.seq(), 0, sent, hop.party());
    }

    /**
     * Gives a ticket that is locked what its author sends on.
     *
     * @param party as what the author acts
     * @throws Problem {@code TICKET_FILES_TOO_MANY}, {@code FILES_NOT_READY}
     */
    void sendOn(Actor author, Party party, Ticket ticket, List<FileId> sent) {
        int there = mapper.count(ticket.id(), RAISED);
        add(author, UploadPurpose.TICKET, ticket.county(), ticket.id(), RAISED, there, sent, party);
    }

    private void add(
            Actor actor,
            UploadPurpose purpose,
            RegionCode county,
            TicketId ticket,
            int seq,
            int there,
            List<FileId> sent,
            Party party) {
        int most = settings.of(county).maxFiles();
        if (there + sent.size() > most) throw Problem.of(TicketProblem.TICKET_FILES_TOO_MANY, most);
        UUID author = party == Party.ENTERPRISE ? actor.account() : null;
        mapper.add(county, ticket, seq, files.add(actor, purpose, sent, ticket.value()), author, clock.instant());
    }
}
