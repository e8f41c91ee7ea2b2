package io.qihang.embedded;

import io.qihang.access.Actor;
import io.qihang.embedded.DemoCounty.Registered;
import io.qihang.platform.Times;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.TicketIntake;
import io.qihang.ticket.domain.CommonProblems;
import io.qihang.ticket.domain.RecheckWatch;
import io.qihang.ticket.domain.SuspensionLevel;
import io.qihang.ticket.domain.SuspensionTerms;
import io.qihang.ticket.domain.TicketAssisting;
import io.qihang.ticket.domain.TicketClock;
import io.qihang.ticket.domain.TicketClosing;
import io.qihang.ticket.domain.TicketDispatching;
import io.qihang.ticket.domain.TicketHandling;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets of the demo's enterprises in every state, some of them late. */
class DemoTickets {

    private static final SuspensionTerms TERMS = new SuspensionTerms("市发展和改革委员会（虚构）", SuspensionLevel.CITY, null);

    private static final int COUNT = 60;

    /** One was closed so long ago that the enterprise has been asked whether it is still solved. */
    private static final Duration LONG_AGO = Duration.ofDays(60);

    private static final int DAYS_ASKED = 20;

    /** So many enterprises have the same problem. */
    private static final int SHARING = 3;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONG_SILENCE = Duration.ofDays(12);

    /** Some of the latest: one waits for the enterprise, one has longer, one asked for it, two each of disputed and shared ones. */
    private static final Map<Integer, Integer> APART = Map.of(52, 10, 42, 11, 50, 12, 46, 13, 56, 13, 44, 14, 54, 14);

    private static final Matter STEAM =
            new Matter("labour-energy", "handler", "gxj", "园区蒸汽压力不足", "（虚构）园区集中供汽压力不足，烘干线开不满。");

    private record Matter(String category, String login, String office, String title, String content) {

        /** The office that helps with it, or should have had it. */
        String helper() {
            return office.equals("rsj") ? "jrfw" : "rsj";
        }
    }

    private static final List<Matter> MATTERS = List.of(
            new Matter("funding", "jinrong", "jrfw", "流动资金紧张，想办续贷", "（虚构）贷款下月到期，希望协调银行续贷。"),
            new Matter("labour-energy", "renshe", "rsj", "旺季缺操作工", "（虚构）订单增加，缺二十名操作工，希望帮助招工。"),
            new Matter("project", "handler", "gxj", "技改项目备案怎么办", "（虚构）计划更新生产线，不清楚备案需要哪些材料。"),
            new Matter("labour-energy", "handler", "gxj", "用电容量不够", "（虚构）新增设备后变压器容量不够，希望协调增容。"),
            new Matter("other", "handler", "gxj", "咨询专精特新申报条件", "（虚构）想知道还差哪些条件、什么时候申报。"));

    private final TicketIntake intake;
    private final TicketHandling handling;
    private final TicketClock waiting;
    private final TicketClosing closing;
    private final TicketDispatching dispatching;
    private final TicketAssisting assisting;
    private final CommonProblems problems;
    private final RecheckWatch rechecks;
    private final DemoPeople people;
    private final DemoClock clock;
    private final JdbcClient database;

    DemoTickets(
            TicketIntake intake,
            TicketHandling handling,
            TicketClock waiting,
            TicketClosing closing,
            TicketDispatching dispatching,
            TicketAssisting assisting,
            CommonProblems problems,
            RecheckWatch rechecks,
            DemoPeople people,
            DemoClock clock,
            JdbcClient database) {
        this.intake = intake;
        this.handling = handling;
        this.waiting = waiting;
        this.closing = closing;
        this.dispatching = dispatching;
        this.assisting = assisting;
        this.problems = problems;
        this.rechecks = rechecks;
        this.people = people;
        this.clock = clock;
        this.database = database;
    }

    boolean areLoaded() {
        return raised() >= COUNT + 1 + SHARING && areTogether();
    }

    private boolean areTogether() {
        return database.sql("select exists (select from common_problem)")
                .query(Boolean.class)
                .single();
    }

    private int raised() {
        return database.sql("select count(*) from ticket where content like '（虚构）%'")
                .query(Integer.class)
                .single();
    }

    /** Each ticket goes as far as its number tells: every state comes up several times, the oldest first. */
    void load(List<Registered> enterprises) {
        LocalDate today = Times.dayOf(clock.instant());
        for (int i = raised(); i < COUNT; i++) {
            Registered by = enterprises.get(i * 4 % enterprises.size());
            LocalDate day = today.minusDays(1 + (COUNT - i) * 2L / 3);
            Instant morning = day.atTime(9, i % 60).atZone(Times.SHANGHAI).toInstant();
            new Story(by, MATTERS.get(i % MATTERS.size()), morning).goOn(APART.getOrDefault(i, i % 10));
        }
        longClosed(enterprises, today);
        together(enterprises, today);
    }

    /** The first enterprise's, and the question that has come due since, asked on a day of work. */
    private void longClosed(List<Registered> enterprises, LocalDate today) {
        Instant begins = today.atTime(10, 0).atZone(Times.SHANGHAI).toInstant().minus(LONG_AGO);
        if (raised() == COUNT) new Story(enterprises.get(0), MATTERS.get(3), begins).goOn(4);
        for (int day = DAYS_ASKED; day > 0; day--) {
            clock.at(today.minusDays(day).atTime(10, 0).atZone(Times.SHANGHAI).toInstant(), rechecks::askDue);
        }
    }

    private void together(List<Registered> enterprises, LocalDate today) {
        Instant morning = today.minusDays(4).atTime(9, 0).atZone(Times.SHANGHAI).toInstant();
        for (int i = raised(); i < COUNT + 1 + SHARING; i++) {
            new Story(enterprises.get(i), STEAM, morning).goOn(0);
        }
        if (areTogether()) return;
        List<TicketId> tickets = database
                .sql("select id from ticket where content = ? order by id")
                .param(STEAM.content())
                .query(UUID.class)
                .list()
                .stream()
                .map(TicketId::new)
                .toList();
        clock.at(
                morning.plus(DAY),
                () -> problems.open(people.county(), STEAM.title(), "园区集中供汽压力不足，几家企业都有（虚构）。", STEAM.office(), tickets));
    }

    /** One ticket's way, a day from step to step. */
    private final class Story {

        private final Registered by;
        private final Matter matter;
        private final Actor county = people.county();
        private final Actor handler;
        private final AtomicReference<@Nullable TicketId> ticket = new AtomicReference<>();
        private Instant when;

        Story(Registered by, Matter matter, Instant begins) {
            this.by = by;
            this.matter = matter;
            this.when = begins;
            this.handler = people.handler(matter.login(), matter.office());
        }

        /**
         * 0 待分派, 1 待受理, 2 办理中, 3 待企业确认, 4 已解决, 5 挂账, 6 待确认挂账, 7 不认可后再办, 8 重新立项, 9 未回应, 10 暂停, 11 已延期,
         * 12 申请延期, 13 待终审, 14 协办中.
         */
        void goOn(int way) {
            step(() -> ticket.set(intake.byMember(
                            DemoPeople.actor(by.person()),
                            by.enterprise(),
                            matter.category(),
                            matter.title(),
                            matter.content(),
                            List.of())
                    .id()));
            if (way == 0) return;
            step(() -> handling.dispatch(county, id(), matter.office(), null));
            if (way == 1) return;
            if (way == 13) {
                when = when.minus(DAY).plus(HOUR);
                step(() -> refuse(handler));
                step(() -> handling.dispatch(county, id(), matter.office(), "按职责清单请办理。"));
                when = when.minus(DAY).plus(HOUR);
                step(() -> refuse(handler));
                return;
            }
            step(() -> handling.accept(handler, id(), null));
            if (way == 2) return;
            if (way == 14) {
                step(() -> assisting.ask(handler, id(), matter.helper(), "请提供本单位的政策和办理条件。"));
                return;
            }
            if (way >= 10) {
                waits(way);
                return;
            }
            step(() -> handling.reply(handler, id(), "已联系企业，正在协调。", List.of()));
            if (way == 5 || way == 6) {
                step(() -> closing.askSuspension(handler, id(), "需上级安排资金，目前条件不具备。", TERMS));
                if (way == 5) step(() -> closing.suspend(county, id(), "同意挂账，到期复核。", TERMS));
                return;
            }
            step(() -> handling.answer(handler, id(), "已上门办理，问题解决。", "办理记录（虚构）", List.of()));
            if (way == 3) return;
            if (way == 9) {
                when = when.plus(LONG_SILENCE);
                if (when.isBefore(clock.instant())) {
                    step(() -> closing.closeUnanswered(county, id(), "多次联系，企业未回应。"));
                }
                return;
            }
            if (way == 7) {
                step(() -> closing.reject(DemoPeople.actor(by.person()), id(), "只解决了一半，请继续办理。"));
                return;
            }
            step(() -> closing.confirm(DemoPeople.actor(by.person()), id(), null));
            if (way == 8) step(() -> closing.reopenByMember(DemoPeople.actor(by.person()), id(), "同样的问题又出现了。"));
        }

        private void refuse(Actor by) {
            dispatching.refuse(by, id(), "not-duty", "（虚构）这件事主要由别的单位负责。", matter.helper());
        }

        private void waits(int way) {
            if (way == 10) {
                step(() -> waiting.pause(handler, id(), "enterprise-material", "请交近三个月的用电单据和厂区平面图。"));
                return;
            }
            step(() -> waiting.askExtension(handler, id(), "需上级主管部门批准，办理时间较长。"));
            if (way == 11) step(() -> waiting.extend(county, id(), "同意，请每周告知企业进展。"));
        }

        private TicketId id() {
            return Objects.requireNonNull(ticket.get());
        }

        private void step(Runnable deed) {
            clock.at(when, deed);
            when = when.plus(DAY);
        }
    }
}
