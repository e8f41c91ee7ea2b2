package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.ticket.domain.TicketQueryMapper.CheckRow;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What WeChat did not pass, or passed, as those who may see the ticket decide on it. */
@Service
public class ContentReviews {

    private final TicketQueryMapper queries;
    private final ContentCheckMapper mapper;
    private final AuditTrail audit;
    private final Clock clock;

    ContentReviews(TicketQueryMapper queries, ContentCheckMapper mapper, AuditTrail audit, Clock clock) {
        this.queries = queries;
        this.mapper = mapper;
        this.audit = audit;
        this.clock = clock;
    }

    /** What stands so within the staff member's scope: undecided the oldest first, decided the newest first. */
    public Page<ContentReview> list(Actor staff, CheckState state, PageRequest page) {
        var rows = queries.checks(staff.scope(), state, page.afterPosition(), page.fetch());
        return Page.of(
                        rows,
                        page.size(),
                        it -> PageRequest.key(it.writtenAt(), it.id().value()))
                .map(CheckRow::asReview);
    }

    /**
     * Lets the others of the enterprise see it.
     *
     * @throws Problem {@code TICKET_CONTENT_DECIDED} when they do
     */
    @Transactional
    public void release(Actor staff, ContentCheckId id) {
        decide(staff, id, CheckState.RELEASED, null);
    }

    /**
     * Keeps it from the others of the enterprise; its author reads why.
     *
     * @throws Problem {@code TICKET_CONTENT_DECIDED} when it is kept from them because somebody decided so
     */
    @Transactional
    public void hold(Actor staff, ContentCheckId id, String reason) {
        decide(staff, id, CheckState.HELD, reason);
    }

    private void decide(Actor staff, ContentCheckId id, CheckState state, @Nullable String reason) {
        CheckRow check = queries.checkWithin(id, staff.scope());
        if (check == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        if (mapper.decide(id, state, staff.account(), clock.instant(), reason) == 0) {
            throw Problem.of(TicketProblem.TICKET_CONTENT_DECIDED, check.state().label());
        }
        audit.record(
                state == CheckState.HELD ? "ticket.hold-content" : "ticket.release-content",
                "ticket",
                check.ticket(),
                state.label() + " " + check.number() + (check.file() == null ? " 的文字" : " 的附件"));
    }
}
