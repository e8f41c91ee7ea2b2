package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.access.Role;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.ticket.CommonProblemId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One word of the office for all enterprises of a 共性问题; each still says for itself whether it is solved. */
@Service
public class CommonAnswers {

    private final CommonProblems problems;
    private final CommonProblemMapper mapper;
    private final Tickets tickets;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Clock clock;

    CommonAnswers(
            CommonProblems problems,
            CommonProblemMapper mapper,
            Tickets tickets,
            Deadlines deadlines,
            AuditTrail audit,
            Clock clock) {
        this.problems = problems;
        this.mapper = mapper;
        this.tickets = tickets;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What became of one word for all.
     *
     * @param done numbers of the tickets it was said to
     * @param left those it was not said to, each with the reason
     */
    public record CommonWord(List<String> done, List<LeftOut> left) {

        public CommonWord {
            done = List.copyOf(done);
            left = List.copyOf(left);
        }
    }

    /** A ticket that stands where this cannot be said. */
    public record LeftOut(String number, String reason) {}

    /** Accepts all that wait for it. */
    @Transactional
    public CommonWord accept(Actor handler, CommonProblemId id) {
        return each(handler, id, "ticket.accept-common", (ticket, by, now) -> accept(ticket, by, now));
    }

    @Transactional
    public CommonWord progress(Actor handler, CommonProblemId id, String text) {
        return each(
                handler,
                id,
                "ticket.progress-common",
                (ticket, by, now) -> tickets.save(ticket, ticket.progress(by, text, now)));
    }

    /** One answer; what had only just come in is accepted with it, so that nobody is told later than the others. */
    @Transactional
    public CommonWord answer(Actor handler, CommonProblemId id, String text, String evidence) {
        return each(handler, id, "ticket.answer-common", (ticket, by, now) -> {
            if (ticket.status() == TicketStatus.DISPATCHED) accept(ticket, by, now);
            tickets.save(ticket, ticket.answer(by, text, evidence, deadlines.policy(ticket, now), now));
        });
    }

    private void accept(Ticket ticket, By by, Instant now) {
        tickets.save(ticket, ticket.accept(by, "已受理，与同类诉求一并办理。", now));
    }

    private interface Word {
        void say(Ticket ticket, By by, Instant now);
    }

    private CommonWord each(Actor handler, CommonProblemId id, String action, Word word) {
        CommonProblem problem = problems.within(handler, id);
        if (!handler.has(Role.HANDLER) || !handler.scope().actsFor(problem.regionCode(), problem.office())) {
            throw Problem.of(PlatformProblem.NOT_FOUND);
        }
        By by = new By(Party.HANDLER, handler.account());
        Instant now = clock.instant();
        List<String> done = new ArrayList<>();
        List<LeftOut> left = new ArrayList<>();
        for (var each : mapper.open(id)) {
            Ticket ticket = tickets.lock(each);
            try {
                word.say(ticket, by, now);
                done.add(ticket.number());
            } catch (Problem cannot) {
                left.add(new LeftOut(ticket.number(), cannot.detail()));
            }
        }
        if (done.isEmpty()) {
            String reasons = String.join(
                    "；",
                    left.stream().map(it -> it.number() + " " + it.reason()).toList());
            throw Problem.of(TicketProblem.TICKET_COMMON_NOTHING, reasons.isEmpty() ? "都已经销号" : reasons);
        }
        audit.record(action, "common-problem", id, "共性问题“" + problem.title() + "”：" + String.join("、", done));
        return new CommonWord(
                done.stream().sorted().toList(),
                left.stream().sorted(Comparator.comparing(LeftOut::number)).toList());
    }
}
