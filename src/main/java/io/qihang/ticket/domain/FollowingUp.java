package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.identity.PersonId;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import io.qihang.ticket.TicketId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What enterprises think of closed tickets: two questions, rates with their denominators, and a sample called back. */
@Service
public class FollowingUp {

    private final FollowUpMapper mapper;
    private final Tickets tickets;
    private final TicketAccess access;
    private final ClosingSettings settings;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;

    FollowingUp(
            FollowUpMapper mapper,
            Tickets tickets,
            TicketAccess access,
            ClosingSettings settings,
            Offices offices,
            AuditTrail audit,
            Clock clock) {
        this.mapper = mapper;
        this.tickets = tickets;
        this.access = access;
        this.settings = settings;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How many of what an office had were closed, and what was said of them; never a share without its whole.
     *
     * @param closed 销号, taken back by the enterprise left out
     * @param answered of those, how many have an answer to at least one question
     * @param contacted of {@code contactedAsked} answers, how many say that they were contacted
     * @param useful of {@code usefulAsked} answers, how many say that it was useful
     * @param reopened of {@code closed}, how many were 重新立项 afterwards
     */
    public record SatisfactionRate(
            String officeName,
            int closed,
            int answered,
            int contactedAsked,
            int contacted,
            int usefulAsked,
            int useful,
            int reopened) {}

    /** A closed ticket to call back about. */
    public record SampledTicket(
            TicketId ticket,
            String number,
            String title,
            String enterpriseName,
            @Nullable String outcome,
            @Nullable Instant closedAt,
            @Nullable SampleResult result,
            @Nullable String resultName,
            @Nullable String note,
            @Nullable Instant calledAt) {}

    /**
     * A month's sample.
     *
     * @param drawn whether it was drawn; an empty draw has no tickets, either
     * @param closed out of how many it was drawn
     */
    public record Sample(YearMonth month, boolean drawn, int closed, int percent, List<SampledTicket> tickets) {

        public Sample {
            tickets = List.copyOf(tickets);
        }
    }

    /** What may still be said of a ticket of the person's own enterprise. */
    public FollowUp of(Actor person, TicketId ticket) {
        FollowUp found = mapper.of(ticket, new PersonId(person.account()));
        if (found == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return found;
    }

    /** Answers one or both of the questions; again instead of before. */
    @Transactional
    public void answer(Actor person, TicketId id, @Nullable Boolean contacted, @Nullable Boolean useful) {
        Ticket ticket = tickets.require(id);
        access.member(person, ticket);
        if (contacted == null && useful == null) throw Problem.of(TicketProblem.TICKET_FEEDBACK_EMPTY);
        if (mapper.put(id, contacted, useful, clock.instant()) == 0) {
            throw Problem.of(TicketProblem.TICKET_STATE, ticket.status().label(), "评价");
        }
        audit.record("ticket.answer-feedback", "ticket", id, "评价 " + ticket.number());
    }

    /** Of what was closed in the officer's counties on these days, both included; by the office, never ranked. */
    public List<SatisfactionRate> rates(Actor officer, LocalDate from, LocalDate until) {
        return mapper.rates(officer.scope(), startOf(from), startOf(until.plusDays(1))).stream()
                .map(it -> new SatisfactionRate(
                        officeName(it.regionCode(), it.office()),
                        it.closed(),
                        it.answered(),
                        it.contactedAsked(),
                        it.contacted(),
                        it.usefulAsked(),
                        it.useful(),
                        it.reopened()))
                .toList();
    }

    /** Draws the sample of a month that is over, once; drawing it again changes nothing. */
    @Transactional
    public void draw(Actor officer, YearMonth month) {
        RegionCode county = officer.scope().counties().stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
        access.ledger(officer, county);
        Instant now = clock.instant();
        Instant from = startOf(month.atDay(1));
        Instant until = startOf(month.plusMonths(1).atDay(1));
        if (until.isAfter(now)) throw Problem.of(TicketProblem.TICKET_SAMPLE_EARLY);
        int percent = settings.of(county).samplePercent();
        if (mapper.draw(county, month.atDay(1), percent, from, until, now, officer.account()) > 0) {
            mapper.sample(county, month.atDay(1), from, until);
        }
        audit.record("ticket.draw-sample", "ticket-sample", county + " " + month, "抽取 " + month + " 的回访");
    }

    /** The month's sample of the officer's counties. */
    public Sample sample(Actor officer, YearMonth month) {
        var rows = mapper.samples(officer.scope(), month.atDay(1));
        int closed = rows.isEmpty() ? 0 : rows.get(0).closed();
        int percent = rows.isEmpty() ? 0 : rows.get(0).percent();
        return new Sample(
                month,
                !rows.isEmpty(),
                closed,
                percent,
                rows.stream().map(FollowingUp::sampled).toList());
    }

    private static SampledTicket sampled(FollowUpMapper.SampleRow row) {
        return new SampledTicket(
                row.ticket(),
                row.number(),
                row.title(),
                row.enterpriseName(),
                row.outcome() == null ? null : row.outcome().label(),
                row.closedAt(),
                row.result(),
                row.result() == null ? null : row.result().label(),
                row.note(),
                row.calledAt());
    }

    /** Writes down what a call-back found. */
    @Transactional
    public void called(Actor officer, TicketId id, SampleResult result, @Nullable String note) {
        Ticket ticket = tickets.require(id);
        access.ledger(officer, ticket);
        if (mapper.called(ticket.county(), id, result, note, clock.instant(), officer.account()) == 0) {
            throw Problem.of(TicketProblem.TICKET_NOT_SAMPLED);
        }
        audit.record("ticket.record-call-back", "ticket", id, "回访 " + ticket.number() + " " + result.label());
    }

    private String officeName(RegionCode county, @Nullable String office) {
        return office == null
                ? "未分派"
                : offices.find(county, office).map(Office::name).orElse(office);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Times.SHANGHAI).toInstant();
    }
}
