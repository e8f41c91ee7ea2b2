package io.qihang.certificate.domain;

import io.qihang.certificate.CertificateLevel;
import io.qihang.certificate.HeldCertificate;
import io.qihang.certificate.UnitCount;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Behind {@link io.qihang.certificate.CertificateCounts}. */
@Service
public class CertificateCounting {

    private final CertificateQueryMapper queries;

    CertificateCounting(CertificateQueryMapper queries) {
        this.queries = queries;
    }

    public List<UnitCount> count(RegionCode county, String type, @Nullable CertificateLevel level, LocalDate asOf) {
        return queries.count(county, type, level, asOf);
    }

    public Page<HeldCertificate> list(
            RegionCode county,
            String type,
            @Nullable CertificateLevel level,
            LocalDate asOf,
            @Nullable RegionCode unit,
            PageRequest page) {
        var rows = queries.held(county, type, level, asOf, unit, page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString());
    }
}
