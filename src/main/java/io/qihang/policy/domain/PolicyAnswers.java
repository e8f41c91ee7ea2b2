package io.qihang.policy.domain;

import io.qihang.access.Actor;
import io.qihang.agenda.Tasks;
import io.qihang.audit.AuditTrail;
import io.qihang.calendar.Calendars;
import io.qihang.enterprise.Assignments;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.enterprise.Member;
import io.qihang.identity.PersonId;
import io.qihang.notification.Campaigns;
import io.qihang.platform.Ids;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.policy.PolicyId;
import io.qihang.rule.Condition;
import io.qihang.rule.Finding;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.TicketIntake;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comes of a policy after it was sent: whom a commissioner told in person, and what the enterprises answer. */
@Service
public class PolicyAnswers {

    private final PolicyAnswerMapper mapper;
    private final ReadingPolicies reading;
    private final PolicyRegions regions;
    private final PolicyJudge judge;
    private final Enterprises enterprises;
    private final Assignments assignments;
    private final Campaigns campaigns;
    private final TicketIntake tickets;
    private final Tasks tasks;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    PolicyAnswers(
            PolicyAnswerMapper mapper,
            ReadingPolicies reading,
            PolicyRegions regions,
            PolicyJudge judge,
            Enterprises enterprises,
            Assignments assignments,
            Campaigns campaigns,
            TicketIntake tickets,
            Tasks tasks,
            Calendars calendars,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.mapper = mapper;
        this.reading = reading;
        this.regions = regions;
        this.judge = judge;
        this.enterprises = enterprises;
        this.assignments = assignments;
        this.campaigns = campaigns;
        this.tickets = tickets;
        this.tasks = tasks;
        this.calendars = calendars;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Where an enterprise stands with a policy.
     *
     * @param addressed whether it was sent to this enterprise
     * @param workingDaysLeft working days until applications close, today not counted; null without an open window
     * @param demanded what the document demands, as one sentence; empty when it demands nothing
     * @param found what is found of the enterprise, line by line; null when nothing is demanded
     * @param answers the last of each kind
     */
    public record Standing(
            boolean addressed,
            String demanded,
            @Nullable Finding found,
            Particulars particulars,
            LocalDate today,
            @Nullable Integer workingDaysLeft,
            List<PolicyAnswer> answers) {}

    /**
     * What came of a publication.
     *
     * @param told how many enterprises were told in person
     * @param metLater how many have come to meet it since its publication
     * @param metToday how many of these today
     * @param closed of those who asked to be called back, how many have been answered and confirmed it
     */
    public record Outcome(
            int told,
            int metLater,
            int metToday,
            int apply,
            int unfit,
            int contact,
            int closed,
            List<Reason> reasons) {}

    /** How many enterprises gave this reason why it does not fit. */
    public record Reason(PolicyAnswer.Unfit reason, int enterprises) {}

    /** One answer, with the ticket it became. */
    public record Line(
            EnterpriseId enterprise,
            String name,
            RegionCode unit,
            PolicyAnswer answer,
            @Nullable Callback callback) {}

    /** The ticket in which an enterprise is called back. */
    public record Callback(String number, @Nullable Instant closedAt) {}

    /** Where the member's enterprise stands with the policy. */
    public Standing standing(Actor person, EnterpriseId enterprise, PolicyId id) {
        EnterpriseCard own = enterprises.requireOwn(enterprise, new PersonId(person.account()));
        return standing(own, holding(own, id));
    }

    /**
     * Notes what the enterprise says; 我要申报 and 不适合 overtake each other. 请联系我 opens a ticket, and none while the one
     * before is open.
     *
     * @param reason why it does not fit
     * @param words what the enterprise wants to ask; empty when it did not say
     * @throws Problem {@code WINDOW_CLOSED}, {@code REASON_MISSING}, {@code NOT_PUBLISHED}
     */
    @Transactional
    public Standing answer(
            Actor person,
            EnterpriseId enterprise,
            PolicyId id,
            PolicyAnswer.Kind kind,
            PolicyAnswer.@Nullable Unfit reason,
            String words) {
        PersonId by = new PersonId(person.account());
        EnterpriseCard own = enterprises.requireOwn(enterprise, by);
        PolicyCard policy = holding(own, id);
        if (policy.status() != PolicyStatus.PUBLISHED) throw Problem.of(PolicyProblem.NOT_PUBLISHED);
        mapper.lock(id, enterprise);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        TicketId ticket = null;
        switch (kind) {
            case APPLY -> {
                requireOpen(policy, Times.dayOf(now));
                mapper.remove(id, enterprise, PolicyAnswer.Kind.UNFIT);
            }
            case UNFIT -> {
                if (reason == null) throw Problem.of(PolicyProblem.REASON_MISSING);
                mapper.remove(id, enterprise, PolicyAnswer.Kind.APPLY);
            }
            case CONTACT -> {
                if (mapper.openTicket(id, enterprise) != null) return standing(own, policy);
                ticket = callBack(person, enterprise, policy, words);
            }
        }
        var answer = new PolicyAnswer(kind, kind == PolicyAnswer.Kind.UNFIT ? reason : null, ticket, now);
        mapper.put(ids.next(), id, enterprise, own.county(), by, answer);
        audit.record("policy.answer", "policy", id, own.name() + "：" + kind.label());
        return standing(own, policy);
    }

    private static void requireOpen(PolicyCard policy, LocalDate today) {
        Particulars known = policy.particulars();
        if (known.window(today) == Particulars.Window.CLOSED) {
            throw Problem.of(PolicyProblem.WINDOW_CLOSED, Objects.requireNonNull(known.applyUntil()));
        }
    }

    private TicketId callBack(Actor person, EnterpriseId enterprise, PolicyCard policy, String words) {
        String named = policy.particulars().shortTitle();
        String title = "请联系我：" + named;
        String content = "看了政策《" + named + "》，请联系我。" + (words.isBlank() ? "" : "想问：" + words.strip());
        return tickets.callBack(person, enterprise, title, content).id();
    }

    /**
     * Notes that a commissioner told the enterprise of the policy in person; the first time counts, and the task about it
     * closes.
     *
     * @throws Problem {@code NOT_FOUND} for an enterprise the commissioner does not look after today; {@code NOT_SENT}
     */
    @Transactional
    public void tell(Actor commissioner, EnterpriseId enterprise, PolicyId id) {
        if (!assignments.isAssigned(commissioner, enterprise)) throw Problem.of(PlatformProblem.NOT_FOUND);
        EnterpriseCard card =
                Objects.requireNonNull(enterprises.cards(List.of(enterprise)).get(enterprise));
        PolicyCard policy = holding(card, id);
        if (policy.status() != PolicyStatus.PUBLISHED) throw Problem.of(PolicyProblem.NOT_PUBLISHED);
        if (!mapper.addressed(id, enterprise)) throw Problem.of(PolicyProblem.NOT_SENT);
        int told = mapper.tell(
                id,
                enterprise,
                card.county(),
                commissioner.account(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (told == 0) return;
        List<PersonId> members = enterprises.confirmedMembers(enterprise).stream()
                .map(Member::person)
                .toList();
        campaigns.noteTold(PolicyReach.key(id), members, commissioner.account());
        tasks.reconsider(card.county(), enterprise.value());
        audit.record("policy.tell", "policy", id, "当面告知" + card.name());
    }

    /** What came of the publication. */
    public Outcome outcome(Actor officer, PolicyId id) {
        reading.requirePublished(officer, id);
        List<PolicyAnswerMapper.Count> counts = mapper.counts(id);
        List<Reason> reasons = counts.stream()
                .filter(it -> it.kind() == PolicyAnswer.Kind.UNFIT)
                .map(it -> new Reason(Objects.requireNonNull(it.reason()), it.enterprises()))
                .toList();
        var startOfToday =
                Times.dayOf(clock.instant()).atStartOfDay(Times.SHANGHAI).toInstant();
        var followed = mapper.followed(id, startOfToday);
        return new Outcome(
                followed.told(),
                followed.later(),
                followed.today(),
                sum(counts, PolicyAnswer.Kind.APPLY),
                sum(counts, PolicyAnswer.Kind.UNFIT),
                sum(counts, PolicyAnswer.Kind.CONTACT),
                counts.stream().mapToInt(PolicyAnswerMapper.Count::closed).sum(),
                reasons);
    }

    private static int sum(List<PolicyAnswerMapper.Count> counts, PolicyAnswer.Kind kind) {
        return counts.stream()
                .filter(it -> it.kind() == kind)
                .mapToInt(PolicyAnswerMapper.Count::enterprises)
                .sum();
    }

    /** The answers, those of one kind or all, the latest first. */
    public Page<Line> answers(Actor officer, PolicyId id, PolicyAnswer.@Nullable Kind kind, PageRequest page) {
        reading.requirePublished(officer, id);
        var rows = mapper.list(id, kind, page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString()).map(PolicyAnswers::line);
    }

    private static Line line(PolicyAnswerMapper.Line row) {
        var answer = new PolicyAnswer(row.kind(), row.reason(), row.ticket(), row.answeredAt());
        var callback = row.number() == null ? null : new Callback(row.number(), row.closedAt());
        return new Line(row.enterprise(), row.name(), row.unit(), answer, callback);
    }

    /** The policy as far as it holds where the enterprise is; another county's is refused like a missing one. */
    private PolicyCard holding(EnterpriseCard enterprise, PolicyId id) {
        PolicyCard policy = reading.publishedCard(id);
        if (!regions.holdingIn(enterprise.county()).contains(policy.regionCode())) {
            throw Problem.of(PlatformProblem.NOT_FOUND);
        }
        return policy;
    }

    private Standing standing(EnterpriseCard enterprise, PolicyCard policy) {
        Particulars known = policy.particulars();
        LocalDate today = Times.dayOf(clock.instant());
        Audience audience = reading.audienceOf(policy.id());
        Condition condition = audience.condition();
        LocalDate until = known.applyUntil();
        Integer left = until != null && known.window(today) == Particulars.Window.OPEN
                ? calendars.of(enterprise.county()).workingDaysBetween(today, until)
                : null;
        return new Standing(
                mapper.addressed(policy.id(), enterprise.id()),
                judge.sentence(enterprise.county(), audience),
                condition == null
                        ? null
                        : judge.find(enterprise.county(), condition, List.of(enterprise.id()))
                                .get(enterprise.id()),
                known,
                today,
                left,
                mapper.of(policy.id(), enterprise.id()));
    }
}
