package io.qihang.notification.domain;

import io.qihang.identity.PersonId;
import io.qihang.notification.CampaignProgress;
import io.qihang.notification.CampaignRecipient;
import io.qihang.notification.NewCampaign;
import io.qihang.notification.RecipientState;
import io.qihang.platform.Ids;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages to many and their recipients as they are kept. */
@Repository
public class CampaignBook {

    private static final int BATCH = 1000;

    private final CampaignMapper mapper;
    private final NotificationSettings settings;
    private final Ids ids;
    private final Clock clock;

    CampaignBook(CampaignMapper mapper, NotificationSettings settings, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** See {@link io.qihang.notification.Campaigns#open}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean open(NewCampaign campaign, Collection<PersonId> recipients) {
        String template = granted(campaign.template());
        var id = ids.next();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int opened = mapper.insert(
                id,
                campaign.region(),
                campaign.key(),
                campaign.title(),
                campaign.body(),
                campaign.page(),
                template,
                new CampaignText(campaign.fields()),
                now);
        if (opened == 0) return false;
        var otherwise = template == null ? RecipientState.INBOX_ONLY : RecipientState.UNSUBSCRIBED;
        List<PersonId> persons = List.copyOf(recipients);
        for (int from = 0; from < persons.size(); from += BATCH) {
            String some = persons.subList(from, Math.min(persons.size(), from + BATCH)).stream()
                    .map(PersonId::toString)
                    .collect(Collectors.joining(","));
            mapper.addRecipients(id, campaign.region(), template, otherwise, some, now);
        }
        return true;
    }

    /** The template's name; null, which is the inbox alone, as long as WeChat has not granted it. */
    private @Nullable String granted(@Nullable String name) {
        if (name == null) return null;
        var template = settings.templates().get(name);
        if (template == null) throw new IllegalArgumentException("no template " + name);
        return template.isGranted() ? name : null;
    }

    /** See {@link io.qihang.notification.Campaigns#progress}. */
    public Optional<CampaignProgress> progress(String key) {
        return Optional.ofNullable(mapper.progress(key));
    }

    /** See {@link io.qihang.notification.Campaigns#recipients}. */
    public Page<CampaignRecipient> recipients(String key, @Nullable RecipientState state, PageRequest page) {
        return Page.of(mapper.recipients(key, state, page.afterId(), page.fetch()), page.size(), it -> it.person()
                .toString());
    }
}
