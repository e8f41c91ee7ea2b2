package io.qihang.ticket.domain;

import io.qihang.calendar.CalendarDay;
import io.qihang.calendar.ClockVersion;
import io.qihang.calendar.CountyClock;
import io.qihang.calendar.DayKind;
import io.qihang.calendar.DeadlineProfile;
import io.qihang.calendar.DeadlineStep;
import io.qihang.calendar.HolidayCsv;
import io.qihang.calendar.LegalClock;
import io.qihang.calendar.WorkCalendar;
import io.qihang.calendar.WorkingHours;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.ticket.CommonProblemId;
import io.qihang.ticket.NewTicket;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.TicketOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** A ticket raised in the morning of Wednesday, 30 September 2026, the day before National Day, and its clocks. */
final class Examples {

    static final Instant RECEIVED = at("2026-09-30T09:00");
    static final UUID SOMEONE = new UUID(0, 1);
    static final CommonProblemId COMMON = new CommonProblemId(new UUID(0, 7));
    static final By ENTERPRISE = new By(Party.ENTERPRISE, SOMEONE);
    static final By LEDGER = new By(Party.LEDGER, SOMEONE);
    static final By HANDLER = new By(Party.HANDLER, SOMEONE);

    static final WorkCalendar CALENDAR = calendar();
    static final WorkCalendar SNOWED_IN = CALENDAR.withDays(
            List.of(new CalendarDay(LocalDate.parse("2026-10-10"), DayKind.CLOSURE, "暴雪", "县政府办公室通知")));

    static final DeadlineProfile HANDLING = new DeadlineProfile(
            "ticket",
            "默认时限，待县确认",
            1,
            "省接诉即办",
            List.of(
                    new DeadlineStep("accept", "受理", 1),
                    new DeadlineStep("reply", "答复", 3),
                    new DeadlineStep("solve", "办结", 15),
                    new DeadlineStep("complex", "复杂事项办结", 30)),
            LocalDate.of(2022, 1, 1),
            null);
    static final DeadlineProfile FOLLOW_UP = new DeadlineProfile(
            "ticket-follow-up",
            "默认跟进期限，待县确认",
            1,
            "文件未作规定",
            List.of(new DeadlineStep("confirm", "企业确认", 5), new DeadlineStep("review", "挂账复核", 60)),
            LocalDate.of(2022, 1, 1),
            null);

    static final DeadlineProfile DISPATCHING = new DeadlineProfile(
            "ticket-dispatch",
            "默认分派时限，待县确认",
            1,
            "文件未作规定",
            List.of(new DeadlineStep("refuse", "退回", 1), new DeadlineStep("assist", "协办", 5)),
            LocalDate.of(2022, 1, 1),
            null);
    static final CountyClock DISPATCH_CLOCK = new CountyClock(new LegalClock(CALENDAR, DISPATCHING), 1);
    static final Refusal REFUSAL = new Refusal(new Refusal.Ground("not-duty", "不属本单位职责", true), "属供电公司。", "县供电公司");

    /** Calendar version 1 is the published one, version 2 knows the county's closure on 10 October. */
    static final Function<ClockVersion, LegalClock> CLOCKS = version -> new LegalClock(
            version.calendar() == 1 ? CALENDAR : SNOWED_IN,
            switch (version.profile()) {
                case "ticket" -> HANDLING;
                case "ticket-dispatch" -> DISPATCHING;
                default -> FOLLOW_UP;
            });

    static final DeadlinePolicy POLICY = new DeadlinePolicy(
            new CountyClock(new LegalClock(CALENDAR, HANDLING), 1),
            new CountyClock(new LegalClock(CALENDAR, FOLLOW_UP), 1));

    /** The clock in force at version 2 of the calendar, which knows the closure. */
    static final Function<Step, CountyClock> SNOWED_IN_CLOCKS = step -> new CountyClock(
            new LegalClock(SNOWED_IN, step.counted().profile().equals("ticket") ? HANDLING : FOLLOW_UP), 2);

    static final PauseReason MATERIAL = new PauseReason("enterprise-material", "等企业补充材料", true, 10, 3, "待县确认", true);
    static final PauseReason SUPERIOR = new PauseReason("superior", "等上级批复", false, 20, 5, "待县确认", true);

    private Examples() {}

    /** Beijing time, written 2026-09-30T16:20. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Times.SHANGHAI).toInstant();
    }

    static Ticket raised() {
        return Ticket.raise(
                        new TicketId(new UUID(0, 7)),
                        new RegionCode("371525"),
                        new EnterpriseId(new UUID(0, 8)),
                        "GX-2026-000001",
                        asked(RECEIVED),
                        ENTERPRISE,
                        POLICY,
                        RECEIVED)
                .ticket();
    }

    static NewTicket asked(Instant receivedAt) {
        return new NewTicket(
                "energy", "厂区频繁停电", "本月已停电五次，生产线停工。", TicketOrigin.ENTERPRISE, null, receivedAt, List.of());
    }

    /** An office that was asked to assist; where none was, one that would have been. */
    static Assist assist(Ticket ticket) {
        return ticket.assists().all().stream().findFirst().orElse(Assist.asked(9, "renshe", 1, RECEIVED, "招工"));
    }

    /** A ticket in this state that its first office gave back. */
    static Ticket refusedOnceIn(TicketStatus status) {
        Ticket ticket = raised();
        ticket.dispatch(LEDGER, "gongdian", "分派给县供电公司。", RECEIVED);
        ticket.refuse(HANDLER, REFUSAL, RECEIVED, "zhihuibu", RECEIVED);
        return bring(ticket, status);
    }

    /** A ticket in a state where an extension can be decided on, asked for while it was handled. */
    static Ticket extensionAskedIn(TicketStatus status) {
        Ticket ticket = in(TicketStatus.HANDLING);
        ticket.askExtension(HANDLER, "需要批准。", CLOCKS, RECEIVED);
        if (status == TicketStatus.PAUSED) ticket.pause(HANDLER, MATERIAL, "用电申请表。", CLOCKS, RECEIVED);
        if (status == TicketStatus.SUSPENSION_ASKED) ticket.askSuspension(HANDLER, "变电站明年才建成。", RECEIVED);
        if (status == TicketStatus.DISPATCHED) ticket.release("原经办人已离岗。", RECEIVED);
        return ticket;
    }

    /** A ticket in this state that is worked on with others of its kind where it can be. */
    static Ticket inCommon(TicketStatus status) {
        if (status == TicketStatus.COLLECTED || status == TicketStatus.FINAL_REVIEW) return in(status);
        Ticket ticket = raised();
        ticket.merge(LEDGER, COMMON, "gongdian", "并入共性问题。", RECEIVED);
        return bring(ticket, status);
    }

    /** A ticket that stands in this state, everything so far done on the day of receipt. */
    static Ticket in(TicketStatus status) {
        return bring(raised(), status);
    }

    private static Ticket bring(Ticket ticket, TicketStatus status) {
        if (status == TicketStatus.COLLECTED) return ticket;
        ticket.dispatch(LEDGER, "gongdian", "分派给县供电公司。", RECEIVED);
        if (status == TicketStatus.FINAL_REVIEW) {
            if (!ticket.wouldAppeal()) {
                ticket.refuse(HANDLER, REFUSAL, RECEIVED, "zhihuibu", RECEIVED);
                ticket.dispatch(LEDGER, "renshe", "分派给县人社局。", RECEIVED);
            }
            ticket.refuse(HANDLER, REFUSAL, RECEIVED, "zhihuibu", RECEIVED);
            return ticket;
        }
        if (status == TicketStatus.DISPATCHED) return ticket;
        ticket.accept(HANDLER, "已受理。", RECEIVED);
        if (status == TicketStatus.HANDLING) return ticket;
        if (status == TicketStatus.PAUSED) {
            ticket.pause(HANDLER, MATERIAL, "用电申请表。", CLOCKS, RECEIVED);
            return ticket;
        }
        if (status == TicketStatus.OUTCOME_PROPOSED) {
            ticket.proposeOutcome(HANDLER, TicketOutcome.EXPLAINED, "政策不支持。", "政策文件第三条", RECEIVED);
            return ticket;
        }
        if (status == TicketStatus.SUSPENSION_ASKED || status == TicketStatus.SUSPENDED) {
            ticket.askSuspension(HANDLER, "变电站明年才建成。", RECEIVED);
            if (status == TicketStatus.SUSPENDED) ticket.suspend(LEDGER, "同意，待变电站建成。", POLICY, RECEIVED);
            return ticket;
        }
        ticket.answer(HANDLER, "已架设专线。", "供电方案答复单 2026-31 号", POLICY, RECEIVED);
        if (status == TicketStatus.CLOSED) ticket.confirm(ENTERPRISE, "已解决。", RECEIVED);
        return ticket;
    }

    private static WorkCalendar calendar() {
        String path = "/region-packs/cn/holidays.csv";
        try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream(path), path)) {
            var days = HolidayCsv.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "国务院办公厅节假日安排");
            return WorkCalendar.of(
                    days, HolidayCsv.announcedYears(days), WorkingHours.parse("08:30-12:00,14:00-18:00"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
