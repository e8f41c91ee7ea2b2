package io.qihang.notification.domain;

import io.qihang.identity.PersonId;
import io.qihang.notification.UnreadFirst;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** A person's own messages; another's answer like missing ones. */
@Service
public class Inbox {

    private final CampaignMapper mapper;
    private final Clock clock;

    Inbox(CampaignMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** The person's messages, the unread first, then the newest. */
    public Page<InboxItem> of(PersonId person, PageRequest page) {
        var place = UnreadFirst.of(page.after(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        var rows = mapper.inbox(person, place.asOf(), place.last(), page.fetch());
        return Page.of(rows, page.size(), it -> place.next(new UnreadFirst.Row(it.unread(), it.createdAt(), it.id())));
    }

    /** How many of the person's messages are unread. */
    public int unread(PersonId person) {
        return mapper.countUnread(person);
    }

    /** Notes that the person has read a message; the first time counts. */
    public void markRead(PersonId person, UUID message) {
        if (mapper.markRead(message, null, person, RecipientChange.READ, clock.instant()) == 0)
            throw Problem.of(PlatformProblem.NOT_FOUND);
    }
}
