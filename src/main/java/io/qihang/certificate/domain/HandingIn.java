package io.qihang.certificate.domain;

import io.qihang.access.Actor;
import io.qihang.certificate.CertificateId;
import io.qihang.enterprise.EnterpriseCard;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.PersonId;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.storage.FileId;
import io.qihang.storage.FileLink;
import io.qihang.storage.StoredFiles;
import io.qihang.storage.UploadForm;
import io.qihang.storage.UploadPurpose;
import io.qihang.storage.UploadRequest;
import io.qihang.storage.Uploads;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What confirmed members do with their enterprise's certificates; to anyone else there is nothing. */
@Service
public class HandingIn {

    private final Certificates certificates;
    private final CertificateQueryMapper queries;
    private final CertificateTypes types;
    private final Enterprises enterprises;
    private final Uploads uploads;
    private final StoredFiles files;
    private final Ids ids;
    private final Clock clock;

    HandingIn(
            Certificates certificates,
            CertificateQueryMapper queries,
            CertificateTypes types,
            Enterprises enterprises,
            Uploads uploads,
            StoredFiles files,
            Ids ids,
            Clock clock) {
        this.certificates = certificates;
        this.queries = queries;
        this.types = types;
        this.enterprises = enterprises;
        this.uploads = uploads;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    /** A form for one image or scan of a certificate. */
    public UploadForm openUpload(Actor member, EnterpriseId enterprise, UploadRequest asked) {
        EnterpriseCard card = own(member, enterprise);
        return uploads.open(member, card.county(), UploadPurpose.CERTIFICATE, asked);
    }

    @Transactional
    public CertificateId submit(Actor member, EnterpriseId enterprise, Particulars said, List<FileId> images) {
        EnterpriseCard card = own(member, enterprise);
        String factKey = types.factKey(card.county(), said.type(), said.level());
        var id = new CertificateId(ids.next());
        certificates.add(
                Certificate.submit(id, card.county(), card.id(), said, factKey, member.account(), clock.instant()));
        files.attach(member, UploadPurpose.CERTIFICATE, images, id.value());
        return id;
    }

    /** Hands a returned certificate in again; the files are those named now. */
    @Transactional
    public void resubmit(Actor member, CertificateId id, Particulars said, List<FileId> images) {
        Certificate certificate = ofOwn(member, id);
        String factKey = types.factKey(certificate.county(), said.type(), said.level());
        certificates.save(certificate, certificate.resubmit(said, factKey, member.account(), clock.instant()));
        files.attach(member, UploadPurpose.CERTIFICATE, images, id.value());
    }

    /** What is not verified is taken back, and its files go. */
    @Transactional
    public void withdraw(Actor member, CertificateId id) {
        Certificate certificate = ofOwn(member, id);
        certificates.save(certificate, certificate.withdraw(member.account(), clock.instant()));
        files.release(id.value());
    }

    /** A short link to one of its files; until it is verified, for who handed it in. */
    @Transactional
    public FileLink link(Actor member, CertificateId id, FileId file) {
        CertificateRecord shown = queries.ofMember(id, new PersonId(member.account()));
        if (shown == null || shown.number() == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return files.link(file, id.value());
    }

    private EnterpriseCard own(Actor member, EnterpriseId enterprise) {
        return enterprises.requireOwn(enterprise, new PersonId(member.account()));
    }

    private Certificate ofOwn(Actor member, CertificateId id) {
        Certificate certificate = certificates.require(id);
        if (enterprises
                .membershipOf(new PersonId(member.account()), certificate.enterprise())
                .isEmpty()) {
            throw Problem.of(PlatformProblem.NOT_FOUND);
        }
        return certificate;
    }
}
