package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.agenda.TaskId;
import io.qihang.agenda.Tasks;
import io.qihang.enterprise.Assignments;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import io.qihang.visit.PromiseSettled;
import io.qihang.visit.VisitRecorded;
import io.qihang.visit.domain.VisitViews.Dismissal;
import io.qihang.visit.domain.VisitViews.TaskLine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;

/** The tasks about a commissioner's enterprises, to the commissioner and to the desk. */
@Service
public class FieldTasks {

    private final VisitQueryMapper queries;
    private final Tasks tasks;
    private final Assignments assignments;
    private final Regions regions;
    private final StaffDirectory staff;
    private final Clock clock;

    FieldTasks(
            VisitQueryMapper queries,
            Tasks tasks,
            Assignments assignments,
            Regions regions,
            StaffDirectory staff,
            Clock clock) {
        this.queries = queries;
        this.tasks = tasks;
        this.assignments = assignments;
        this.regions = regions;
        this.staff = staff;
        this.clock = clock;
    }

    /** Those about the enterprises the commissioner looks after today, the most pressing first. */
    public Page<TaskLine> own(Actor commissioner, @Nullable EnterpriseId enterprise, PageRequest page) {
        var after = page.afterPosition();
        var self = new StaffId(commissioner.account());
        LocalDate today = Times.dayOf(clock.instant());
        return lines(queries.tasksInPortfolio(self, enterprise, today, day(after), id(after), page.fetch()), page);
    }

    /** Those within the officer's scope. */
    public Page<TaskLine> within(Actor officer, @Nullable RegionCode unit, @Nullable String rule, PageRequest page) {
        var after = page.afterPosition();
        return lines(queries.tasksWithin(officer.scope(), unit, rule, day(after), id(after), page.fetch()), page);
    }

    /** What was taken off about those enterprises, the latest first. */
    public Page<TaskLine> ownDismissed(Actor commissioner, @Nullable EnterpriseId enterprise, PageRequest page) {
        var self = new StaffId(commissioner.account());
        LocalDate today = Times.dayOf(clock.instant());
        return dismissed(
                queries.dismissedInPortfolio(self, enterprise, today, page.afterPosition(), page.fetch()), page);
    }

    /** What was taken off within the officer's scope. */
    public Page<TaskLine> dismissedWithin(
            Actor officer, @Nullable RegionCode unit, @Nullable String rule, PageRequest page) {
        return dismissed(
                queries.dismissedWithin(officer.scope(), unit, rule, page.afterPosition(), page.fetch()), page);
    }

    /** The commissioner takes one off the list, for good, and says why. */
    public void dismiss(Actor commissioner, TaskId task, String reason) {
        tasks.dismiss(commissioner, task, reason, it -> assignments.isAssigned(commissioner, new EnterpriseId(it)));
    }

    /** A visit may be what a task waited for. */
    @ApplicationModuleListener
    void on(VisitRecorded event) {
        tasks.reconsider(event.county(), event.enterprise().value());
    }

    /** So may the outcome of a promise. */
    @ApplicationModuleListener
    void on(PromiseSettled event) {
        tasks.reconsider(event.county(), event.enterprise().value());
    }

    private Page<TaskLine> lines(List<VisitRows.TaskRow> rows, PageRequest page) {
        return Page.of(
                        rows,
                        page.size(),
                        it -> PageRequest.key(
                                it.sortOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
                                it.id().value()))
                .map(it -> line(it, null));
    }

    private Page<TaskLine> dismissed(List<VisitRows.DismissedRow> rows, PageRequest page) {
        var names = staff.names(
                rows.stream().map(VisitRows.DismissedRow::dismissedBy).collect(Collectors.toSet()));
        return Page.of(
                        rows,
                        page.size(),
                        it -> PageRequest.key(it.closedAt(), it.id().value()))
                .map(it ->
                        line(it, new Dismissal(it.reason(), names.getOrDefault(it.dismissedBy(), ""), it.closedAt())));
    }

    private TaskLine line(VisitRows.AboutTask it, @Nullable Dismissal dismissal) {
        return new TaskLine(
                it.id(),
                it.rule(),
                tasks.labelOf(it.rule()),
                it.enterpriseId(),
                it.enterpriseName(),
                it.unitCode(),
                regions.nameOf(it.unitCode()),
                it.title(),
                it.opensOn(),
                it.dueOn(),
                dismissal);
    }

    private static @Nullable LocalDate day(PageRequest.@Nullable Position after) {
        return after == null ? null : after.at().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static @Nullable UUID id(PageRequest.@Nullable Position after) {
        return after == null ? null : after.id();
    }
}
