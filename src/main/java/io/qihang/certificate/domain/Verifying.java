package io.qihang.certificate.domain;

import io.qihang.access.Actor;
import io.qihang.certificate.CertificateId;
import io.qihang.enterprise.Enterprises;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.storage.FileId;
import io.qihang.storage.FileLink;
import io.qihang.storage.StoredFiles;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What officers decide about certificates within their scope; each decision names the version it was made on. */
@Service
public class Verifying {

    private final Certificates certificates;
    private final ProvenFacts facts;
    private final Enterprises enterprises;
    private final StoredFiles files;
    private final Clock clock;

    Verifying(Certificates certificates, ProvenFacts facts, Enterprises enterprises, StoredFiles files, Clock clock) {
        this.certificates = certificates;
        this.facts = facts;
        this.enterprises = enterprises;
        this.files = files;
        this.clock = clock;
    }

    /** The certificate is what it says; what it proves is recorded in the same transaction. */
    @Transactional
    public void verify(Actor officer, CertificateId id, int version) {
        Certificate certificate = within(officer, id, version);
        save(officer, certificate, certificate.verify(officer.account(), clock.instant()));
    }

    @Transactional
    public void giveBack(Actor officer, CertificateId id, int version, ReturnReason reason, String note) {
        Certificate certificate = within(officer, id, version);
        certificates.save(certificate, certificate.giveBack(reason, note, officer.account(), clock.instant()));
    }

    /** 撤销认定: the fact ends on the day before. */
    @Transactional
    public void revoke(Actor officer, CertificateId id, int version, LocalDate from, String reason) {
        Certificate certificate = within(officer, id, version);
        save(officer, certificate, certificate.revoke(from, reason, officer.account(), clock.instant()));
    }

    /** A short link to one of its files. */
    @Transactional
    public FileLink link(Actor officer, CertificateId id, FileId file) {
        return files.link(file, within(officer, id).id().value());
    }

    private void save(Actor officer, Certificate certificate, Step step) {
        certificates.save(certificate, step);
        facts.restate(certificate.enterprise(), certificate.factKey(), officer.account());
    }

    private Certificate within(Actor officer, CertificateId id, int version) {
        Certificate certificate = within(officer, id);
        if (certificate.version() != version) throw Problem.of(PlatformProblem.CHANGED_MEANWHILE);
        return certificate;
    }

    private Certificate within(Actor officer, CertificateId id) {
        Certificate certificate = certificates.require(id);
        enterprises.require(certificate.enterprise(), officer.scope());
        return certificate;
    }
}
