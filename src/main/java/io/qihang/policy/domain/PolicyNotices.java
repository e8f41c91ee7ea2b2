package io.qihang.policy.domain;

import io.qihang.identity.PersonId;
import io.qihang.notification.Campaigns;
import io.qihang.notification.NewCampaign;
import io.qihang.notification.Topic;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.policy.PolicyPublished;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Writes the message about a new policy and hands it over, once, after the publication is committed. */
@Component
class PolicyNotices {

    static final String TEMPLATE = "policy";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final Logger log = LoggerFactory.getLogger(PolicyNotices.class);

    private final PolicyQueryMapper mapper;
    private final PolicyAudience audience;
    private final PolicyReach reach;
    private final Campaigns campaigns;

    PolicyNotices(PolicyQueryMapper mapper, PolicyAudience audience, PolicyReach reach, Campaigns campaigns) {
        this.mapper = mapper;
        this.audience = audience;
        this.reach = reach;
        this.campaigns = campaigns;
    }

    /** Tells the members of the enterprises the policy was addressed to; a policy withdrawn meanwhile is not told. */
    @ApplicationModuleListener
    void on(PolicyPublished event) {
        PolicyCard policy = Objects.requireNonNull(mapper.find(event.policy()));
        if (policy.status() != PolicyStatus.PUBLISHED) return;
        audience.keepMissed(
                policy, Objects.requireNonNull(mapper.aimed(policy.id())).audience());
        boolean opened = campaigns.open(message(policy, PolicyReach.key(policy.id())), reach.persons(policy.id()));
        if (!opened) log.info("policy {} was told before", policy.id());
    }

    /** Tells persons of enterprises that have come to meet a policy after its publication. */
    void tellLater(PolicyCard policy, Collection<PersonId> persons, LocalDate today) {
        String key = PolicyReach.key(policy.id());
        String later = key + ":" + today;
        if (campaigns.add(key, persons) || campaigns.add(later, persons)) return;
        campaigns.open(message(policy, later), persons);
    }

    /** Reminds of a day on which applications open or close, once for each such day. */
    void remind(PolicyCard policy, String what, LocalDate day, String words, Collection<PersonId> persons) {
        Particulars known = policy.particulars();
        String said = words + day.format(DAY);
        campaigns.open(
                new NewCampaign(
                        PolicyReach.key(policy.id()) + ":" + what + ":" + day,
                        policy.regionCode(),
                        known.shortTitle(),
                        said + "。请点开看找谁、怎么申报。",
                        "pages/policy/show?id=" + policy.id(),
                        Topic.WINDOW,
                        TEMPLATE,
                        Map.of("title", known.shortTitle(), "date", day.format(DAY), "note", said)),
                persons);
    }

    /** Who of these does without the single notices of new policies. */
    Set<PersonId> withoutSingle(Collection<PersonId> persons) {
        return campaigns.muting(Topic.POLICY, persons);
    }

    /** Tells one person of the week. */
    void digest(RegionCode county, LocalDate monday, PersonId person, boolean byWeChat, Digest digest) {
        campaigns.open(
                new NewCampaign(
                        "digest:" + monday + ":" + person,
                        county,
                        digest.title(),
                        digest.body(),
                        "pages/policy/index",
                        Topic.DIGEST,
                        byWeChat ? TEMPLATE : null,
                        Map.of("title", "每周与您有关", "date", monday.format(DAY), "note", digest.note())),
                List.of(person));
    }

    /** What kind of message a policy's is. */
    static Topic topic(Particulars known) {
        return known.statutoryBasis() == null ? Topic.POLICY : Topic.STATUTORY;
    }

    private static NewCampaign message(PolicyCard policy, String key) {
        Particulars known = policy.particulars();
        String day = Times.dayOf(Objects.requireNonNull(policy.publishedAt())).format(DAY);
        LocalDate until = known.applyUntil();
        String note = until == null ? "请点开查看全文" : "申报截止" + until.format(DAY);
        String basis = known.statutoryBasis() == null ? "" : "依据" + known.statutoryBasis() + "告知您。";
        String body = (known.issuer() == null ? "" : known.issuer() + "，") + day + "发布。" + basis + note + "。";
        return new NewCampaign(
                key,
                policy.regionCode(),
                known.shortTitle(),
                body,
                "pages/policy/show?id=" + policy.id(),
                topic(known),
                TEMPLATE,
                Map.of("title", known.shortTitle(), "date", day, "note", note));
    }
}
