package io.qihang.certificate.domain;

import io.qihang.audit.AuditTrail;
import io.qihang.certificate.CertificateId;
import io.qihang.certificate.CertificateTold;
import io.qihang.certificate.CertificateVerified;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** Certificates as they are kept: every change is saved with its step and its audit row. */
@Repository
class Certificates {

    private final CertificateMapper mapper;
    private final CertificateTypes types;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Certificates(CertificateMapper mapper, CertificateTypes types, AuditTrail audit, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.types = types;
        this.audit = audit;
        this.events = events;
    }

    Certificate require(CertificateId id) {
        Certificate certificate = mapper.find(id);
        if (certificate == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return certificate;
    }

    void add(Certificate.Submitted submitted) {
        try {
            mapper.insert(submitted.certificate());
        } catch (DuplicateKeyException e) {
            throw Problem.of(CertificateProblem.CERTIFICATE_ALREADY_IN);
        }
        record(submitted.certificate(), submitted.step());
    }

    void save(Certificate certificate, Step step) {
        try {
            update(certificate);
        } catch (DuplicateKeyException e) {
            throw Problem.of(CertificateProblem.CERTIFICATE_ALREADY_IN);
        }
        record(certificate, step);
        switch (step.action()) {
            case RETURN -> tell(certificate, CertificateNews.RETURNED);
            case VERIFY -> tell(certificate, CertificateNews.VERIFIED);
            case REVOKE -> tell(certificate, CertificateNews.REVOKED);
            default -> {}
        }
        if (step.action() == CertificateAction.VERIFY) {
            events.publishEvent(
                    new CertificateVerified(certificate.id(), certificate.enterprise(), certificate.county()));
        }
    }

    /** Saves that the certificate's end was written into the fact book; nothing happened to it. */
    void saveEnded(Certificate certificate) {
        update(certificate);
        tell(certificate, CertificateNews.EXPIRED);
    }

    /** Saves that the enterprise is told of the end to come. */
    void saveReminded(Certificate certificate) {
        update(certificate);
        tell(certificate, CertificateNews.EXPIRING);
    }

    private void tell(Certificate certificate, CertificateNews news) {
        events.publishEvent(new CertificateTold(
                certificate.id(), certificate.enterprise(), certificate.county(), certificate.steps(), news.name()));
    }

    Optional<Certificate> claimEnding(LocalDate today, LocalDate until, UUID after) {
        return Optional.ofNullable(mapper.claimEnding(today, until, after));
    }

    Optional<Certificate> claimEnded(LocalDate today, UUID after) {
        return Optional.ofNullable(mapper.claimEnded(today, after));
    }

    private void update(Certificate certificate) {
        if (mapper.updateById(certificate) == 0) {
            throw new OptimisticLockingFailureException("stale " + certificate.id());
        }
    }

    private void record(Certificate certificate, Step step) {
        mapper.addStep(certificate.county(), step);
        String what = certificate.level().label() + types.nameOf(certificate.county(), certificate.type());
        audit.record(
                "certificate." + step.action().name().toLowerCase(Locale.ROOT),
                "certificate",
                certificate.id(),
                step.action().label() + " " + what);
    }
}
