package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.PersonId;
import io.qihang.platform.RegionCode;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import io.qihang.ticket.CommonProblemId;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.CommonProblemMapper.NearbyRow;
import io.qihang.ticket.domain.CommonProblemMapper.OfferedRow;
import io.qihang.ticket.domain.TicketQueryMapper.CardRow;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What perhaps is the same problem: shown before one more is submitted, and to the office that may put them together. */
@Service
public class SimilarTickets {

    /** Of the newest so many a person is shown the most alike. */
    private static final int LOOKED_AT = 300;

    private static final int OWN = 50;
    private static final int SHOWN = 5;
    private static final int SHOWN_AT_DESK = 20;

    /** Fewer would tell one enterprise of another. */
    private static final int NEARBY_AT_LEAST = 3;

    private final CommonProblemMapper mapper;
    private final TicketQueryMapper queries;
    private final TicketScreens screens;
    private final Tickets tickets;
    private final TicketAccess access;
    private final Enterprises enterprises;
    private final Offices offices;
    private final Clock clock;

    SimilarTickets(
            CommonProblemMapper mapper,
            TicketQueryMapper queries,
            TicketScreens screens,
            Tickets tickets,
            TicketAccess access,
            Enterprises enterprises,
            Offices offices,
            Clock clock) {
        this.mapper = mapper;
        this.queries = queries;
        this.screens = screens;
        this.tickets = tickets;
        this.access = access;
        this.enterprises = enterprises;
        this.offices = offices;
        this.clock = clock;
    }

    /**
     * What an enterprise is shown before it submits.
     *
     * @param own its own open tickets of this kind, the most alike first
     * @param common what several enterprises have, the most alike first
     * @param nearby how many other enterprises of its unit have something alike open; 0 below {@value #NEARBY_AT_LEAST},
     *     which would tell who
     */
    public record Similar(List<TicketCard> own, List<OfferedProblem> common, int nearby) {

        public Similar {
            own = List.copyOf(own);
            common = List.copyOf(common);
        }
    }

    /**
     * A 共性问题 that an enterprise may join; of the others in it, only how many.
     *
     * @param own the enterprise's ticket in it; null while it has none
     */
    public record OfferedProblem(
            CommonProblemId id,
            String title,
            String summary,
            String officeName,
            Instant since,
            int enterprises,
            @Nullable TicketId own) {}

    /** What is alike to a problem that a member is about to submit; nothing of another's enterprise. */
    public Similar before(Actor person, EnterpriseId enterprise, String category, String title) {
        PersonId member = new PersonId(person.account());
        EnterpriseCard card = enterprises.requireOwn(enterprise, member);
        Likeness asked = Likeness.to(title);
        Instant now = clock.instant();
        return new Similar(
                queries.ofEnterprise(enterprise, member, false, null, OWN).stream()
                        .filter(it -> it.status().isOpen())
                        .filter(it -> it.category().equals(category) || asked.isAlike(it.title()))
                        .sorted(mostAlike(asked, CardRow::title))
                        .limit(SHOWN)
                        .map(it -> screens.card(it, now))
                        .toList(),
                mapper.offered(card.county(), enterprise, LOOKED_AT).stream()
                        .filter(it -> it.category().equals(category) || asked.isAlike(it.title()))
                        .sorted(mostAlike(asked, OfferedRow::title))
                        .limit(SHOWN)
                        .map(it -> offered(card.county(), it))
                        .toList(),
                nearby(card, category, asked));
    }

    private int nearby(EnterpriseCard card, String category, Likeness asked) {
        int others = (int) mapper.nearby(card.county(), card.unit(), category, card.id(), LOOKED_AT).stream()
                .filter(it -> asked.isAlike(it.title()))
                .map(NearbyRow::enterpriseId)
                .distinct()
                .count();
        return others < NEARBY_AT_LEAST ? 0 : others;
    }

    private OfferedProblem offered(RegionCode county, OfferedRow row) {
        return new OfferedProblem(
                row.id(),
                row.title(),
                row.summary(),
                offices.find(county, row.office()).map(Office::name).orElse(row.office()),
                row.createdAt(),
                row.enterprises(),
                row.own());
    }

    /** Open tickets alike to this one, for the office that keeps the 台账; the most alike first. */
    public List<TicketCard> at(Actor officer, TicketId id) {
        Ticket ticket = tickets.require(id);
        access.ledger(officer, ticket);
        Likeness asked = Likeness.to(ticket.title());
        Instant now = clock.instant();
        return mapper.openOfCategory(ticket.county(), ticket.category(), LOOKED_AT).stream()
                .filter(it -> !it.id().equals(id) && asked.isAlike(it.title()))
                .sorted(mostAlike(asked, CardRow::title))
                .limit(SHOWN_AT_DESK)
                .map(it -> screens.card(it, now))
                .toList();
    }

    private static <T> Comparator<T> mostAlike(Likeness asked, Function<T, String> title) {
        return Comparator.comparingDouble(it -> -asked.of(title.apply(it)));
    }
}
