package io.qihang.notification.domain;

import io.qihang.identity.PersonId;
import io.qihang.notification.CampaignProgress;
import io.qihang.notification.CampaignRecipient;
import io.qihang.notification.NewCampaign;
import io.qihang.notification.RecipientState;
import io.qihang.platform.Ids;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages to many and their recipients as they are kept. */
@Repository
public class CampaignBook {

    /** So many are sent first; the others wait until these have come to something. */
    static final int CANARY = 20;

    private static final int BATCH = 1000;

    private final CampaignMapper mapper;
    private final Quiet quiet;
    private final NotificationSettings settings;
    private final Ids ids;
    private final Clock clock;

    CampaignBook(CampaignMapper mapper, Quiet quiet, NotificationSettings settings, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.quiet = quiet;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** See {@link io.qihang.notification.Campaigns#open}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean open(NewCampaign campaign, Collection<PersonId> recipients) {
        String name = granted(campaign.template());
        var id = ids.next();
        var now = now();
        int opened = mapper.insert(
                id,
                campaign.region(),
                campaign.key(),
                campaign.title(),
                campaign.body(),
                campaign.page(),
                name,
                new CampaignText(campaign.fields()),
                now,
                now.plus(settings.closeAfter()));
        if (opened == 0) return false;
        addRecipients(id, campaign.region(), name, recipients, now);
        return true;
    }

    /** See {@link io.qihang.notification.Campaigns#add}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(String key, Collection<PersonId> recipients) {
        var campaign = mapper.lock(key);
        if (campaign == null || campaign.closedAt() != null) return false;
        addRecipients(campaign.id(), campaign.region(), campaign.template(), recipients, now());
        return true;
    }

    private void addRecipients(
            UUID id, RegionCode region, @Nullable String name, Collection<PersonId> recipients, Instant now) {
        var otherwise = name == null ? RecipientState.INBOX_ONLY : RecipientState.UNSUBSCRIBED;
        Lane lane = name == null ? Lane.MANY : template(name).lane();
        List<PersonId> persons = List.copyOf(recipients);
        for (int from = 0; from < persons.size(); from += BATCH) {
            String some = persons.subList(from, Math.min(persons.size(), from + BATCH)).stream()
                    .map(PersonId::toString)
                    .collect(Collectors.joining(","));
            mapper.addRecipients(id, region, name, lane.number(), otherwise, some, now);
        }
        if (name != null) begin(id, quiet.nextAllowed(region, now));
    }

    /** The template's name; null, which is the inbox alone, as long as WeChat has not granted it. */
    private @Nullable String granted(@Nullable String name) {
        return name != null && template(name).isGranted() ? name : null;
    }

    private NotificationSettings.Template template(String name) {
        var template = settings.templates().get(name);
        if (template == null) throw new IllegalArgumentException("no template " + name);
        return template;
    }

    private void begin(UUID campaign, Instant at) {
        mapper.release(campaign, at, CANARY);
        mapper.noteHeld(campaign);
    }

    /** See {@link io.qihang.notification.Campaigns#resendFailed}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int resendFailed(String key) {
        var campaign = mapper.lock(key);
        if (campaign == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        if (campaign.closedAt() != null) throw Problem.of(NotificationProblem.CAMPAIGN_CLOSED);
        var now = now();
        int failed = mapper.resend(campaign.id(), RecipientChange.RESENT, now);
        if (failed == 0) throw Problem.of(NotificationProblem.NOTHING_FAILED);
        begin(campaign.id(), quiet.nextAllowed(campaign.region(), now));
        return failed;
    }

    /** See {@link io.qihang.notification.Campaigns#noteRead}. */
    public void noteRead(String key, PersonId person) {
        mapper.markRead(null, key, person, RecipientChange.READ, now());
    }

    /** See {@link io.qihang.notification.Campaigns#noteTold}. */
    public void noteTold(String key, Collection<PersonId> persons, UUID by) {
        if (persons.isEmpty()) return;
        mapper.tell(key, persons.stream().map(PersonId::value).toList(), by, RecipientChange.TOLD, now());
    }

    /** See {@link io.qihang.notification.Campaigns#progress}. */
    public Optional<CampaignProgress> progress(String key) {
        return Optional.ofNullable(mapper.progress(key)).map(CampaignBook::progress);
    }

    private static CampaignProgress progress(CampaignMapper.Counts it) {
        var fault = it.fault() == null
                ? null
                : MessageFault.of(it.fault()).map(MessageFault::told).orElse(null);
        return new CampaignProgress(
                it.recipients(),
                it.waiting(),
                it.doubtful(),
                it.read(),
                it.sent(),
                it.told(),
                it.unsubscribed(),
                it.failed(),
                it.unknown(),
                it.inboxOnly(),
                it.openedAt(),
                it.settledAt(),
                it.closesAt(),
                it.closedAt(),
                fault);
    }

    /** See {@link io.qihang.notification.Campaigns#recipients}. */
    public Page<CampaignRecipient> recipients(String key, @Nullable RecipientState state, PageRequest page) {
        return Page.of(mapper.recipients(key, state, page.afterId(), page.fetch()), page.size(), it -> it.person()
                .toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
