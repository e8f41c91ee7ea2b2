package io.qihang.visit.domain;

import io.qihang.access.Actor;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.visit.VisitId;
import io.qihang.visit.domain.VisitViews.ShortVisit;
import io.qihang.visit.domain.VisitViews.VersionView;
import io.qihang.visit.domain.VisitViews.VisitCard;
import io.qihang.visit.domain.VisitViews.VisitView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Visits: to their author, to the desk within its scope, and in short to the enterprise. */
@Service
public class VisitReading {

    private final VisitQueryMapper queries;
    private final VisitMapper visits;
    private final VisitScreens screens;

    VisitReading(VisitQueryMapper queries, VisitMapper visits, VisitScreens screens) {
        this.queries = queries;
        this.visits = visits;
        this.screens = screens;
    }

    /** The commissioner's own visits, the latest first. */
    public Page<VisitCard> own(Actor commissioner, @Nullable EnterpriseId enterprise, PageRequest page) {
        var author = new StaffId(commissioner.account());
        return cards(queries.ofAuthor(author, enterprise, page.afterPosition(), page.fetch()), page, true);
    }

    /** One of the commissioner's own visits, by the phone's id. */
    public VisitView own(Actor commissioner, UUID clientId) {
        return view(queries.own(new StaffId(commissioner.account()), clientId), true);
    }

    /** The visits within the officer's scope that match, the latest first. */
    public Page<VisitCard> search(Actor officer, VisitSearch search, PageRequest page) {
        return cards(queries.within(officer.scope(), search, page.afterPosition(), page.fetch()), page, false);
    }

    /** One visit within the officer's scope. */
    public VisitView show(Actor officer, VisitId id) {
        return view(queries.oneWithin(id, officer.scope()), false);
    }

    /** The visits of the person's own enterprise, the latest first; none for another's. */
    public Page<ShortVisit> ofEnterprise(Actor person, EnterpriseId enterprise, PageRequest page) {
        var member = new PersonId(person.account());
        var rows = queries.ofMember(enterprise, member, page.afterPosition(), page.fetch());
        var names = screens.names(rows, VisitRows.ShortRow::authorId);
        return Page.of(
                        rows,
                        page.size(),
                        it -> PageRequest.key(it.visitedAt(), it.id().value()))
                .map(it -> screens.brief(it, names));
    }

    private Page<VisitCard> cards(List<VisitRows.CardRow> rows, PageRequest page, boolean own) {
        var names = screens.names(rows, VisitRows.CardRow::authorId);
        return Page.of(
                        rows,
                        page.size(),
                        it -> PageRequest.key(it.visitedAt(), it.id().value()))
                .map(it -> screens.card(it, names, own));
    }

    private VisitView view(VisitRows.@Nullable RecordRow row, boolean own) {
        if (row == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        List<VersionView> versions = own && row.disputed()
                ? screens.versions(row.id(), new Tellings(visits.tellings(row.id())), visits.told(row.id()))
                : List.of();
        return screens.view(row, own, versions);
    }
}
