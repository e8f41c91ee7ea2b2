package io.qihang.policy.domain;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.policy.PolicyId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One edition of a policy: written as a draft, fixed once published, ended by withdrawal or a later edition. */
@TableName("policy")
class Policy {

    @TableId(type = IdType.INPUT)
    private final PolicyId id;

    private final RegionCode regionCode;
    private final UUID lineage;
    private final int edition;
    private PolicyStatus status;
    private Particulars particulars;
    private Audience audience;
    private String source;
    private @Nullable PolicyId replacedBy;
    private @Nullable String withdrawnReason;
    private @Nullable UUID submittedBy;
    private @Nullable Instant submittedAt;
    private @Nullable UUID returnedBy;
    private @Nullable String returnedReason;
    private @Nullable Instant publishedAt;
    private @Nullable UUID publishedBy;
    private @Nullable Instant endedAt;
    private final @Nullable String pack;
    private final Instant createdAt;

    @Version
    private int version;

    private Policy(
            PolicyId id,
            RegionCode regionCode,
            UUID lineage,
            int edition,
            PolicyStatus status,
            Particulars particulars,
            Audience audience,
            String source,
            @Nullable PolicyId replacedBy,
            @Nullable String withdrawnReason,
            @Nullable UUID submittedBy,
            @Nullable Instant submittedAt,
            @Nullable UUID returnedBy,
            @Nullable String returnedReason,
            @Nullable Instant publishedAt,
            @Nullable UUID publishedBy,
            @Nullable Instant endedAt,
            @Nullable String pack,
            Instant createdAt,
            int version) {
        this.id = id;
        this.regionCode = regionCode;
        this.lineage = lineage;
        this.edition = edition;
        this.status = status;
        this.particulars = particulars;
        this.audience = audience;
        this.source = source;
        this.replacedBy = replacedBy;
        this.withdrawnReason = withdrawnReason;
        this.submittedBy = submittedBy;
        this.submittedAt = submittedAt;
        this.returnedBy = returnedBy;
        this.returnedReason = returnedReason;
        this.publishedAt = publishedAt;
        this.publishedBy = publishedBy;
        this.endedAt = endedAt;
        this.pack = pack;
        this.createdAt = createdAt;
        this.version = version;
    }

    /** The first edition, as a draft. */
    static Policy draft(PolicyId id, RegionCode region, Content content, @Nullable String pack, Instant now) {
        return edition(id, region, id.value(), 1, content, pack, now);
    }

    /** The next edition, as a draft. */
    Policy next(PolicyId nextId, Content content, Instant now) {
        if (status != PolicyStatus.PUBLISHED) throw Problem.of(PolicyProblem.NOT_PUBLISHED);
        return edition(nextId, regionCode, lineage, edition + 1, content, pack, now);
    }

    private static Policy edition(
            PolicyId id,
            RegionCode region,
            UUID lineage,
            int edition,
            Content content,
            @Nullable String pack,
            Instant now) {
        return new Policy(
                id,
                region,
                lineage,
                edition,
                PolicyStatus.DRAFT,
                content.particulars(),
                content.audience(),
                content.text(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                pack,
                now,
                0);
    }

    /**
     * Puts another content in place of the draft's; one submitted before has to be submitted anew.
     *
     * @param seenVersion what the writer started from
     */
    void revise(Content content, int seenVersion) {
        requireDraft();
        if (seenVersion != version) throw Problem.of(PolicyProblem.DRAFT_CHANGED);
        submittedBy = null;
        submittedAt = null;
        particulars = content.particulars();
        audience = content.audience();
        source = content.text();
    }

    /** Whether it is a draft with just this content. */
    boolean isDraftOf(Content content) {
        return status == PolicyStatus.DRAFT && content().equals(content);
    }

    /** Somebody stands for the content as it is now; another person may publish it. */
    void submit(UUID by, Instant now) {
        requireDraft();
        if (submittedAt != null) throw Problem.of(PolicyProblem.SUBMITTED_BEFORE);
        submittedBy = by;
        submittedAt = now;
        returnedBy = null;
        returnedReason = null;
    }

    /** Another person wants it changed first. */
    void giveBack(UUID by, String reason) {
        requireSubmitted();
        submittedBy = null;
        submittedAt = null;
        returnedBy = by;
        returnedReason = reason;
    }

    /**
     * From now on everyone may read it, and nobody may change it.
     *
     * @param by who signs, not who submitted it
     * @param seenVersion what the signer read
     */
    void publish(UUID by, int seenVersion, Instant now) {
        requireSubmitted();
        if (seenVersion != version) throw Problem.of(PolicyProblem.CHANGED_MEANWHILE);
        if (by.equals(submittedBy)) throw Problem.of(PolicyProblem.SECOND_PERSON);
        publishAs(by, now);
    }

    /** A document of the county's pack is in force as it stands; nobody drafted it here. */
    void publishFromPack(Instant now) {
        requireDraft();
        publishAs(null, now);
    }

    private void publishAs(@Nullable UUID by, Instant now) {
        status = PolicyStatus.PUBLISHED;
        publishedAt = now;
        publishedBy = by;
    }

    private void requireDraft() {
        if (status != PolicyStatus.DRAFT) throw Problem.of(PolicyProblem.NOT_A_DRAFT);
    }

    private void requireSubmitted() {
        requireDraft();
        if (submittedAt == null) throw Problem.of(PolicyProblem.NOT_SUBMITTED);
    }

    /** It no longer counts; the reason is shown beside its text. */
    void withdraw(String reason, Instant now) {
        if (status != PolicyStatus.PUBLISHED) throw Problem.of(PolicyProblem.NOT_PUBLISHED);
        status = PolicyStatus.WITHDRAWN;
        withdrawnReason = reason;
        endedAt = now;
    }

    /** A later edition took its place. */
    void replaceBy(PolicyId later, Instant now) {
        if (status != PolicyStatus.PUBLISHED) throw Problem.of(PolicyProblem.NOT_PUBLISHED);
        status = PolicyStatus.REPLACED;
        replacedBy = later;
        endedAt = now;
    }

    PolicyId id() {
        return id;
    }

    RegionCode region() {
        return regionCode;
    }

    UUID lineage() {
        return lineage;
    }

    int edition() {
        return edition;
    }

    PolicyStatus status() {
        return status;
    }

    int version() {
        return version;
    }

    Content content() {
        return new Content(particulars, audience, source);
    }
}
