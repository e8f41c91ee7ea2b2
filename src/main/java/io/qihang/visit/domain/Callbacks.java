package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import io.qihang.visit.VisitId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Some of a hundred visits, drawn at random when they arrive, are asked about by telephone. What was answered stands
 * beside what was recorded, never without the number it is a part of; nobody is ranked by it.
 */
@Service
public class Callbacks {

    private final CallbackMapper mapper;
    private final VisitScreens screens;
    private final VisitSettings settings;
    private final RandomGenerator random = new SecureRandom();
    private final Regions regions;
    private final AuditTrail audit;
    private final Clock clock;

    Callbacks(
            CallbackMapper mapper,
            VisitScreens screens,
            VisitSettings settings,
            Regions regions,
            AuditTrail audit,
            Clock clock) {
        this.mapper = mapper;
        this.screens = screens;
        this.settings = settings;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A visit to ask about, and the answer. */
    public record CallbackLine(
            VisitId visit,
            EnterpriseId enterprise,
            String enterpriseName,
            RegionCode unit,
            String unitName,
            LocalDate visitedOn,
            String kindName,
            String commissioner,
            Instant drawnAt,
            @Nullable Boolean reached,
            @Nullable Boolean came,
            @Nullable Boolean useful,
            @Nullable String note,
            @Nullable Instant calledAt) {}

    /**
     * What enterprises say of visits, each number with the one it is a part of.
     *
     * @param visits recorded in the time
     * @param echoed of the visits, about which the enterprise tapped
     * @param came of the echoed, where somebody came
     * @param useful of those, which were useful
     * @param drawn of the visits, drawn to be asked about
     * @param called of the drawn, asked about
     * @param reached of the called, where somebody answered
     * @param saidCame of the reached, where somebody came
     * @param saidUseful of those, which were useful
     */
    public record Quality(
            LocalDate from,
            LocalDate until,
            int visits,
            int echoed,
            int came,
            int useful,
            int drawn,
            int called,
            int reached,
            int saidCame,
            int saidUseful) {}

    /** Draws a visit, or does not, in the transaction that takes it in. */
    void draw(Visit visit) {
        int percent = settings.of(visit.county()).callbackPercent();
        if (isDrawn(percent, random)) mapper.draw(visit.id(), visit.county(), clock.instant());
    }

    /** Whether one of a hundred equally likely numbers is below the percentage. */
    static boolean isDrawn(int percent, RandomGenerator random) {
        return random.nextInt(100) < percent;
    }

    /** The visits drawn within the officer's scope: those still to be asked about, or those that were. */
    public Page<CallbackLine> list(Actor officer, boolean called, PageRequest page) {
        var rows = mapper.within(officer.scope(), called, page.afterPosition(), page.fetch());
        var names = screens.names(rows, CallbackMapper.CallbackRow::authorId);
        return Page.of(
                        rows,
                        page.size(),
                        it -> PageRequest.key(it.drawnAt(), it.visitId().value()))
                .map(it -> new CallbackLine(
                        it.visitId(),
                        it.enterpriseId(),
                        it.enterpriseName(),
                        it.unitCode(),
                        regions.nameOf(it.unitCode()),
                        Times.dayOf(it.visitedAt()),
                        it.kind().label(),
                        names.getOrDefault(it.authorId(), ""),
                        it.drawnAt(),
                        it.reached(),
                        it.came(),
                        it.useful(),
                        it.note(),
                        it.calledAt()));
    }

    /**
     * Keeps what the enterprise answered, once.
     *
     * @param came null when nobody answered
     * @param useful null when nobody came
     */
    @Transactional
    public void answer(
            Actor officer,
            VisitId visit,
            boolean reached,
            @Nullable Boolean came,
            @Nullable Boolean useful,
            @Nullable String note) {
        if (!mapper.isWithin(visit, officer.scope())) throw Problem.of(PlatformProblem.NOT_FOUND);
        if (mapper.answer(visit, reached, came, useful, note, new StaffId(officer.account()), clock.instant()) == 0) {
            throw Problem.of(VisitProblem.VISIT_CALLED);
        }
        audit.record(
                "visit.call-back",
                "visit",
                visit,
                "回访：" + (!reached ? "没联系上" : Boolean.TRUE.equals(came) ? "来过" : "没来过"));
    }

    /** What enterprises within the officer's scope say of the visits of a stretch of days. */
    public Quality quality(Actor officer, LocalDate from, LocalDate until, @Nullable RegionCode unit) {
        var search = new VisitSearch(null, unit, null, from, until);
        return mapper.quality(officer.scope(), search, from, until);
    }
}
