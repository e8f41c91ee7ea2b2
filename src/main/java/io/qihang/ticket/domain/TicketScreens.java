package io.qihang.ticket.domain;

import io.qihang.calendar.Calendars;
import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import io.qihang.ticket.domain.TicketQueryMapper.CardRow;
import io.qihang.ticket.domain.TicketQueryMapper.LedgerRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what was read into the words of the screens: names for codes, and why each deadline is its day. */
@Component
class TicketScreens {

    private final TicketSettings settings;
    private final Calendars calendars;
    private final Offices offices;
    private final StaffDirectory staff;

    TicketScreens(TicketSettings settings, Calendars calendars, Offices offices, StaffDirectory staff) {
        this.settings = settings;
        this.calendars = calendars;
        this.offices = offices;
        this.staff = staff;
    }

    /** The whole ticket as the desk sees it, with the names of the staff who acted. */
    TicketScreen named(TicketRecord row, Instant now) {
        var acting = row.history().items().stream()
                .map(TicketRecord.HopLine::account)
                .filter(Objects::nonNull)
                .map(StaffId::new)
                .collect(Collectors.toSet());
        return screen(row, now, staff.names(acting));
    }

    /** The whole ticket without names. */
    TicketScreen screen(TicketRecord row, Instant now) {
        return screen(row, now, Map.of());
    }

    private TicketScreen screen(TicketRecord row, Instant now, Map<StaffId, String> names) {
        RegionCode county = row.regionCode();
        Steps steps = row.steps().asSteps();
        List<Step> open = steps.open(row.status());
        return new TicketScreen(
                card(row, now),
                row.content(),
                row.originNote(),
                row.closedAt(),
                row.reopened(),
                steps.all().stream()
                        .map(step -> stepView(county, step, open.contains(step), now))
                        .toList(),
                row.history().items().stream()
                        .map(hop -> hopView(county, hop, names))
                        .toList());
    }

    private TicketScreen.StepView stepView(RegionCode county, Step step, boolean running, Instant now) {
        String explanation = calendars
                .clock(county, step.counted())
                .due(step.profileStep(), step.startedAt())
                .explanation();
        return new TicketScreen.StepView(
                step.kind(),
                step.kind().label(),
                step.startedAt(),
                step.dueAt(),
                step.metAt(),
                running,
                (running || step.isMet()) && step.overdueAt(now),
                step.provisional(),
                step.isComplex(),
                explanation);
    }

    private TicketScreen.HopView hopView(RegionCode county, TicketRecord.HopLine hop, Map<StaffId, String> names) {
        return new TicketScreen.HopView(
                hop.seq(),
                hop.action(),
                hop.action().label(),
                hop.status().label(),
                hop.party().label(),
                hop.account(),
                hop.account() == null ? null : names.get(new StaffId(hop.account())),
                officeName(county, hop.office()),
                hop.at(),
                hop.text(),
                hop.evidence(),
                hop.files());
    }

    private TicketCard card(TicketRecord row, Instant now) {
        Instant due = row.steps().asSteps().open(row.status()).stream()
                .map(Step::dueAt)
                .findFirst()
                .orElse(null);
        var inList = new CardRow(
                row.id(),
                row.regionCode(),
                row.enterpriseId(),
                row.enterpriseName(),
                row.number(),
                row.category(),
                row.title(),
                row.origin(),
                row.receivedAt(),
                row.createdAt(),
                row.status(),
                row.office(),
                row.outcome(),
                due,
                row.light());
        return card(inList, now);
    }

    /** The ticket in a list. */
    TicketCard card(CardRow row, Instant now) {
        RegionCode county = row.regionCode();
        Instant due = row.nextDueAt();
        return new TicketCard(
                row.id(),
                row.number(),
                row.enterpriseId(),
                row.enterpriseName(),
                row.title(),
                settings.categoryName(county, row.category()),
                row.origin().label(),
                row.receivedAt(),
                row.createdAt(),
                row.status(),
                row.status().label(),
                row.status().stage().label(),
                row.office(),
                officeName(county, row.office()),
                row.outcome() == null ? null : row.outcome().label(),
                due,
                due != null
                        && due.isBefore(now)
                        && row.status().running().stream().anyMatch(StepKind::bindsAnOffice),
                row.light(),
                row.light() == null ? null : row.light().label());
    }

    /** The ticket in the 台账. */
    LedgerLine line(LedgerRow row, Instant now) {
        return LedgerLine.of(
                row,
                settings.categoryName(row.regionCode(), row.category()),
                officeName(row.regionCode(), row.office()),
                now);
    }

    private String officeName(RegionCode county, @Nullable String office) {
        String code = office == null ? settings.of(county).ledgerOffice() : office;
        return offices.find(county, code).map(Office::name).orElse(code);
    }
}
