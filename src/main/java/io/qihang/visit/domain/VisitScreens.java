package io.qihang.visit.domain;

import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffId;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import io.qihang.visit.VisitId;
import io.qihang.visit.domain.VisitViews.EchoView;
import io.qihang.visit.domain.VisitViews.LedgerLine;
import io.qihang.visit.domain.VisitViews.PastVisit;
import io.qihang.visit.domain.VisitViews.PromiseView;
import io.qihang.visit.domain.VisitViews.ShortVisit;
import io.qihang.visit.domain.VisitViews.VersionView;
import io.qihang.visit.domain.VisitViews.VisitCard;
import io.qihang.visit.domain.VisitViews.VisitView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what was read into the words of the screens. */
@Component
class VisitScreens {

    private final VisitSeals seals;
    private final StaffDirectory staff;
    private final Regions regions;

    VisitScreens(VisitSeals seals, StaffDirectory staff, Regions regions) {
        this.seals = seals;
        this.staff = staff;
        this.regions = regions;
    }

    /** Whose names a list needs, in one query. */
    <T> Map<StaffId, String> names(List<T> rows, Function<T, StaffId> author) {
        return staff.names(rows.stream().map(author).toList());
    }

    Map<StaffId, String> namesOf(List<StaffId> ids) {
        return staff.names(ids);
    }

    VisitCard card(VisitRows.CardRow row, Map<StaffId, String> names, boolean own) {
        return new VisitCard(
                row.id(),
                own ? row.clientId() : null,
                names.getOrDefault(row.authorId(), ""),
                row.enterpriseId(),
                row.enterpriseName(),
                row.unitCode(),
                regions.nameOf(row.unitCode()),
                row.visitedAt(),
                row.kind(),
                row.kind().label(),
                row.openPromises(),
                row.tickets(),
                row.disputed(),
                EchoView.of(row.came(), row.useful()));
    }

    /** The tellings that stand side by side, the standing one last. */
    List<VersionView> versions(VisitId visit, Tellings tellings, List<VisitMapper.ToldRow> told) {
        var standing = tellings.standing();
        return tellings.heads().stream()
                .flatMap(head -> told.stream()
                        .filter(it -> it.device().equals(head.device()) && it.revision() == head.revision())
                        .map(it -> {
                            VisitReport report = seals.told(visit, it.content());
                            return new VersionView(
                                    head.device(),
                                    head.revision(),
                                    head.equals(standing),
                                    report.visitedAt(),
                                    report.kind().label(),
                                    report.said(),
                                    report.people(),
                                    report.promises());
                        }))
                .toList();
    }

    VisitView view(VisitRows.RecordRow row, boolean own, List<VersionView> versions) {
        return new VisitView(
                row.id(),
                own ? row.clientId() : null,
                names(List.of(row), VisitRows.RecordRow::authorId).getOrDefault(row.authorId(), ""),
                row.enterpriseId(),
                row.enterpriseName(),
                row.unitCode(),
                regions.nameOf(row.unitCode()),
                row.visitedAt(),
                row.kind(),
                row.kind().label(),
                row.said(),
                people(row),
                own ? seals.place(row.id(), row.place()) : null,
                promises(row.promises(), own),
                row.tickets().items(),
                row.photos().items(),
                EchoView.of(row.came(), row.useful()),
                row.revision(),
                row.latest(),
                row.disputed(),
                versions,
                row.receivedAt(),
                row.changedAt(),
                row.editableUntil());
    }

    ShortVisit brief(VisitRows.ShortRow row, Map<StaffId, String> names) {
        return new ShortVisit(
                row.id(),
                names.getOrDefault(row.authorId(), ""),
                row.visitedAt(),
                row.kind().label(),
                promises(row.promises(), false),
                EchoView.of(row.came(), row.useful()));
    }

    PastVisit past(VisitRows.RecordRow row, Map<StaffId, String> names) {
        return new PastVisit(
                Times.dayOf(row.visitedAt()),
                names.getOrDefault(row.authorId(), ""),
                row.kind().label(),
                row.said(),
                EchoView.of(row.came(), row.useful()));
    }

    List<VisitReport.Met> people(VisitRows.RecordRow row) {
        return seals.people(row.id(), row.people());
    }

    LedgerLine line(VisitRows.LedgerRow row, LocalDate today) {
        return new LedgerLine(
                row.id(),
                row.visitId(),
                row.enterpriseId(),
                row.enterpriseName(),
                row.promisedBy(),
                name(row.promisedBy(), row.office()),
                row.what(),
                row.dueOn(),
                row.status() == PromiseStatus.OPEN && row.dueOn().isBefore(today),
                Times.dayOf(row.visitedAt()),
                row.status(),
                row.status().label(),
                row.settledOn(),
                row.note(),
                row.ticketId(),
                row.ticketNumber(),
                row.disputed());
    }

    private static List<PromiseView> promises(VisitRows.PromiseLines lines, boolean own) {
        return lines.items().stream()
                .map(it -> new PromiseView(
                        it.id(),
                        own ? it.clientId() : null,
                        it.promisedBy(),
                        name(it.promisedBy(), it.office()),
                        it.what(),
                        it.dueOn(),
                        it.status(),
                        it.status().label(),
                        it.settledOn(),
                        it.note()))
                .toList();
    }

    private static String name(Promiser by, @Nullable String office) {
        return office == null ? by.label() : office;
    }
}
