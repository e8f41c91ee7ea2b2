package io.qihang.policy.web;

import io.qihang.access.Actor;
import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.policy.PolicyId;
import io.qihang.policy.domain.Audience;
import io.qihang.policy.domain.Part;
import io.qihang.policy.domain.Particulars;
import io.qihang.policy.domain.PolicyCard;
import io.qihang.policy.domain.PolicyFeed;
import io.qihang.policy.domain.PolicySearch;
import io.qihang.policy.domain.PolicyStatus;
import io.qihang.policy.domain.ReadingPolicies;
import io.qihang.region.Regions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Policies as they are shown: with names for codes, and with what holds today. */
@Component
class PolicyViews {

    private final Regions regions;
    private final StaffDirectory staff;
    private final Clock clock;

    PolicyViews(Regions regions, StaffDirectory staff, Clock clock) {
        this.regions = regions;
        this.staff = staff;
        this.clock = clock;
    }

    record CardView(
            PolicyId id,
            RegionCode region,
            String regionName,
            String kind,
            boolean interpretation,
            @Nullable String title,
            String shortTitle,
            @Nullable String issuer,
            @Nullable String documentNumber,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate applyFrom,
            @Nullable LocalDate applyUntil,
            int edition,
            PolicyStatus status,
            String statusLabel,
            Particulars.Term term,
            String termLabel,
            boolean lapsed,
            Particulars.Window window,
            String windowLabel,
            @Nullable Instant publishedAt,
            @Nullable PolicyId replacedBy,
            @Nullable String withdrawnReason,
            @Nullable Instant submittedAt) {}

    record PartView(
            String ref, Part.Kind kind, int level, String path, String heading, String text, List<String> cells) {

        static PartView of(Part part) {
            return new PartView(
                    part.ref(), part.kind(), part.level(), part.path(), part.heading(), part.body(), part.cells());
        }
    }

    record PolicyView(CardView policy, Particulars particulars, List<PartView> parts) {}

    record SigningView(
            @Nullable String submittedBy,
            boolean submittedByMe,
            @Nullable String signedBy,
            @Nullable String returnedBy,
            @Nullable String returnedReason) {}

    record DeskView(
            CardView policy,
            Particulars particulars,
            Audience audience,
            String text,
            List<PartView> notes,
            SigningView signing,
            int version) {}

    record HitView(CardView policy, String ref, String path, String heading, String excerpt) {}

    record FeedView(CardView policy, boolean addressed, boolean unread) {}

    FeedView feed(PolicyFeed.Item item) {
        return new FeedView(card(item.policy()), item.addressed(), item.unread());
    }

    CardView card(PolicyCard card) {
        Particulars known = card.particulars();
        LocalDate today = Times.dayOf(clock.instant());
        Particulars.Term term = known.term(today);
        Particulars.Window window = known.window(today);
        return new CardView(
                card.id(),
                card.regionCode(),
                regions.nameOf(card.regionCode()),
                known.kind().label(),
                known.kind() == Particulars.Kind.INTERPRETATION,
                known.title(),
                known.shortTitle(),
                known.issuer(),
                known.documentNumber(),
                known.issuedOn(),
                known.applyFrom(),
                known.applyUntil(),
                card.edition(),
                card.status(),
                card.awaitsSignature() ? "待签发" : card.status().label(),
                term,
                term.label(),
                term.isOver(),
                window,
                window.label(),
                card.publishedAt(),
                card.replacedBy(),
                card.withdrawnReason(),
                card.submittedAt());
    }

    /** What readers see: the document's own words. */
    PolicyView reading(ReadingPolicies.Reading reading) {
        return new PolicyView(
                card(reading.card()),
                reading.card().particulars(),
                reading.parts().stream()
                        .filter(it -> it.kind() != Part.Kind.NOTE)
                        .map(PartView::of)
                        .toList());
    }

    /** What the desk sees besides: the text as written, and remarks that are not the document's. */
    DeskView desk(Actor actor, ReadingPolicies.Desk desk) {
        ReadingPolicies.Signing known = desk.signing();
        var names = staff.names(Stream.of(known.submittedBy(), known.signedBy(), known.returnedBy())
                .filter(Objects::nonNull)
                .toList());
        var signing = new SigningView(
                known.submittedBy() == null ? null : names.get(known.submittedBy()),
                new StaffId(actor.account()).equals(known.submittedBy()),
                known.signedBy() == null ? null : names.get(known.signedBy()),
                known.returnedBy() == null ? null : names.get(known.returnedBy()),
                known.returnedReason());
        return new DeskView(
                card(desk.card()),
                desk.card().particulars(),
                desk.audience(),
                desk.text(),
                desk.notes().stream().map(PartView::of).toList(),
                signing,
                desk.version());
    }

    HitView hit(PolicySearch.Hit hit) {
        return new HitView(card(hit.policy()), hit.ref(), hit.path(), hit.heading(), hit.excerpt());
    }
}
