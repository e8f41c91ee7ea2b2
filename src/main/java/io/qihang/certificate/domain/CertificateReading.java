package io.qihang.certificate.domain;

import io.qihang.access.Actor;
import io.qihang.certificate.CertificateId;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.Times;
import io.qihang.region.Regions;
import io.qihang.storage.StoredFiles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Certificates as the screens show them: to the enterprise, and to staff within their scope. */
@Service
public class CertificateReading {

    private final CertificateQueryMapper queries;
    private final CertificateTypes types;
    private final StoredFiles files;
    private final Regions regions;
    private final Clock clock;

    CertificateReading(
            CertificateQueryMapper queries, CertificateTypes types, StoredFiles files, Regions regions, Clock clock) {
        this.queries = queries;
        this.types = types;
        this.files = files;
        this.regions = regions;
        this.clock = clock;
    }

    /** A certificate of the person's own enterprise; what nobody has verified is shown to who handed it in. */
    public CertificateScreen track(Actor member, CertificateId id) {
        return screen(queries.ofMember(id, new PersonId(member.account())));
    }

    /** A certificate within the staff member's scope. */
    public CertificateScreen show(Actor staff, CertificateId id) {
        return screen(queries.within(id, staff.scope()));
    }

    /**
     * The certificates of the person's own enterprise, last handed in first; none for another's.
     *
     * @param waiting only those the enterprise has something to do about: returned, near their end or past it
     */
    public Page<CertificateCard> ofEnterprise(
            Actor member, EnterpriseId enterprise, boolean waiting, PageRequest page) {
        LocalDate nearUntil = CertificateSearch.nearUntil(Times.dayOf(clock.instant()));
        return cards(
                queries.ofEnterprise(
                        enterprise,
                        new PersonId(member.account()),
                        waiting ? nearUntil : null,
                        page.afterPosition(),
                        page.fetch()),
                page);
    }

    /** The certificates of one enterprise within the staff member's scope, last handed in first. */
    public Page<CertificateCard> ofEnterpriseWithin(Actor staff, EnterpriseId enterprise, PageRequest page) {
        return cards(queries.ofEnterpriseWithin(enterprise, staff.scope(), page.afterPosition(), page.fetch()), page);
    }

    /** The certificates within the staff member's scope, longest waiting first. */
    public Page<CertificateCard> search(Actor staff, CertificateSearch search, PageRequest page) {
        LocalDate today = Times.dayOf(clock.instant());
        return cards(
                queries.search(
                        staff.scope(),
                        search,
                        today,
                        CertificateSearch.nearUntil(today),
                        page.afterPosition(),
                        page.fetch()),
                page);
    }

    private Page<CertificateCard> cards(List<CertificateRecord> rows, PageRequest page) {
        return Page.of(
                        rows,
                        page.size(),
                        it -> PageRequest.key(it.submittedAt(), it.id().value()))
                .map(this::card);
    }

    private CertificateScreen screen(@Nullable CertificateRecord row) {
        if (row == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        List<CertificateRecord.Line> steps =
                row.history() == null ? List.of() : row.history().items();
        return new CertificateScreen(
                card(row),
                row.revokedFrom(),
                row.version(),
                row.number() == null ? List.of() : files.of(row.id().value()),
                steps.stream()
                        .map(it -> new CertificateScreen.CertificateHistoryLine(
                                it.action(),
                                it.action().label(),
                                it.text(),
                                it.at().toInstant()))
                        .toList());
    }

    private CertificateCard card(CertificateRecord row) {
        return new CertificateCard(
                row.id(),
                row.enterpriseId(),
                row.enterpriseName(),
                row.unitCode(),
                regions.nameOf(row.unitCode()),
                row.type(),
                types.nameOf(row.regionCode(), row.type()),
                row.level(),
                row.level().label(),
                row.number(),
                row.issuedOn(),
                row.validUntil(),
                CertificateValidity.of(row.validUntil(), Times.dayOf(clock.instant())),
                row.status(),
                row.status().label(),
                row.submittedAt(),
                row.returnReason(),
                hint(row));
    }

    /** What to do about a returned one. */
    private static @Nullable String hint(CertificateRecord row) {
        ReturnReason reason = row.returnReason();
        if (reason == null || row.status() != CertificateStatus.RETURNED) return null;
        String note = row.returnNote() == null ? "" : row.returnNote();
        return reason.label() + (note.isEmpty() ? "" : "：" + note) + "。请改好后重新提交。";
    }
}
