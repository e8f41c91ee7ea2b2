package io.qihang.ticket.domain;

import io.qihang.calendar.Calendars;
import io.qihang.calendar.DueDate;
import io.qihang.calendar.WorkCalendar;
import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import io.qihang.ticket.domain.TicketQueryMapper.CardRow;
import io.qihang.ticket.domain.TicketQueryMapper.LedgerRow;
import java.time.Duration;
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
    private final ClockSettings clocks;
    private final Calendars calendars;
    private final Offices offices;
    private final StaffDirectory staff;
    private final Deadlines deadlines;

    TicketScreens(
            TicketSettings settings,
            ClockSettings clocks,
            Calendars calendars,
            Offices offices,
            StaffDirectory staff,
            Deadlines deadlines) {
        this.settings = settings;
        this.clocks = clocks;
        this.calendars = calendars;
        this.offices = offices;
        this.staff = staff;
        this.deadlines = deadlines;
    }

    /** The whole ticket as the desk sees it, with the names of the staff who acted. */
    TicketScreen named(TicketRecord row, Instant now) {
        var acting = row.history().items().stream()
                .map(TicketRecord.HopLine::account)
                .filter(Objects::nonNull)
                .map(StaffId::new)
                .collect(Collectors.toSet());
        if (row.handler() != null) acting.add(new StaffId(row.handler()));
        return screen(row, now, staff.names(acting), TicketRecord.CheckLine::toldToStaff);
    }

    /** The whole ticket without names, for a person of the enterprise. */
    TicketScreen screen(TicketRecord row, Instant now) {
        return screen(row, now, Map.of(), TicketRecord.CheckLine::toldToAuthor);
    }

    /** What is told of a check. */
    private interface Told {
        @Nullable
        String apply(TicketRecord.CheckLine check);
    }

    private TicketScreen screen(TicketRecord row, Instant now, Map<StaffId, String> names, Told told) {
        RegionCode county = row.regionCode();
        Steps steps = row.steps().asSteps();
        List<Step> open = steps.open(row.status());
        return new TicketScreen(
                card(row, now),
                row.content(),
                row.originNote(),
                row.closedAt(),
                row.reopened(),
                row.bound(),
                refusableUntil(row),
                row.handler() == null ? null : new StaffId(row.handler()),
                row.handler() == null ? null : names.get(new StaffId(row.handler())),
                row.common(),
                row.assists().items().stream()
                        .map(it -> assistView(county, it, steps, now))
                        .toList(),
                held(row, now),
                steps.all().stream()
                        .map(step -> stepView(row, steps, step, open.contains(step), now))
                        .toList(),
                row.pauses().items().stream()
                        .map(pause -> pauseView(county, steps, pause))
                        .toList(),
                row.extensions().items().stream()
                        .map(extension -> extensionView(county, extension))
                        .toList(),
                row.history().items().stream()
                        .map(hop -> hopView(county, hop, names, told))
                        .toList());
    }

    private @Nullable Instant refusableUntil(TicketRecord row) {
        Instant since = row.dispatchedAt();
        if (since == null || row.bound() || row.status() != TicketStatus.DISPATCHED) return null;
        return deadlines.refusableUntil(row.regionCode(), since, row.steps().newest());
    }

    private TicketScreen.AssistView assistView(RegionCode county, Assist assist, Steps steps, Instant now) {
        Step step = steps.all().get(assist.stepNo() - 1);
        return new TicketScreen.AssistView(
                assist.no(),
                assist.office(),
                officeName(county, assist.office()),
                assist.state(),
                assist.state().label(),
                assist.matter(),
                assist.result(),
                assist.askedAt(),
                step.dueAt(),
                assist.state() != AssistState.WITHDRAWN && step.overdueAt(now));
    }

    private List<TicketScreen.HeldView> held(TicketRecord row, Instant now) {
        RegionCode county = row.regionCode();
        WorkCalendar calendar = calendars.of(county, row.steps().newest());
        List<HeldTimes.Stand> stands = row.history().items().stream()
                .map(it -> new HeldTimes.Stand(it.at(), it.status(), it.office()))
                .toList();
        Duration day = calendar.hoursOn(Times.dayOf(now)).perDay();
        return HeldTimes.of(stands, settings.of(county).ledgerOffice(), calendar, now).stream()
                .map(it -> new TicketScreen.HeldView(
                        officeName(county, it.office()),
                        it.worked().toMinutes(),
                        HopTexts.workingTime(it.worked(), day)))
                .toList();
    }

    private String stepName(TicketRecord row, Step step) {
        if (step.kind() != StepKind.ASSIST) return step.kind().label();
        return row.assists().items().stream()
                .filter(it -> it.stepNo() == step.no())
                .map(it -> officeName(row.regionCode(), it.office()) + "协办")
                .findFirst()
                .orElse(step.kind().label());
    }

    private TicketScreen.StepView stepView(TicketRecord row, Steps steps, Step step, boolean running, Instant now) {
        DueDate due = steps.due(step, calendars.clock(row.regionCode(), step.counted()), row.waits());
        return new TicketScreen.StepView(
                step.kind(),
                stepName(row, step),
                step.startedAt(),
                due.dueAt(),
                step.metAt(),
                running,
                (running || step.isMet()) && step.overdueAt(now),
                due.provisional(),
                step.isComplex(),
                due.explanation());
    }

    private TicketScreen.PauseView pauseView(RegionCode county, Steps steps, Pause pause) {
        Step solve = steps.latest(StepKind.SOLVE).orElseThrow();
        return new TicketScreen.PauseView(
                pause.reasonName(),
                pause.waitsForEnterprise(),
                pause.note(),
                pause.startedAt(),
                pause.endsBy(calendars.of(county, solve.counted().calendar())),
                pause.isRunning());
    }

    private TicketScreen.ExtensionView extensionView(RegionCode county, Extension it) {
        String office = it.office() == null ? clocks.extensionOffice(county) : it.office();
        return new TicketScreen.ExtensionView(
                it.reason(), it.askedAt(), it.granted(), officeName(county, office), it.words(), it.decidedAt());
    }

    private TicketScreen.HopView hopView(
            RegionCode county, TicketRecord.HopLine hop, Map<StaffId, String> names, Told told) {
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
                hop.check() == null ? null : told.apply(hop.check()),
                hop.files().stream()
                        .map(it -> new HopFile(
                                it.id(),
                                it.name(),
                                it.contentType(),
                                it.size(),
                                it.sentAt(),
                                it.check() == null ? null : told.apply(it.check())))
                        .toList());
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
