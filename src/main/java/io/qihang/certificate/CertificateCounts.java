package io.qihang.certificate;

import io.qihang.certificate.domain.CertificateCounting;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What can be counted of certificates, for figures of a county: verified ones that were valid on a day, by what is known
 * now and by the unit the enterprise counts for now. Each count opens as the list it was counted from.
 */
@Component
public class CertificateCounts {

    private final CertificateCounting counting;

    CertificateCounts(CertificateCounting counting) {
        this.counting = counting;
    }

    /**
     * By unit; units without one are left out.
     *
     * @param type code of the certificate type, such as {@code high_tech_enterprise}
     * @param level null for all levels
     */
    public List<UnitCount> count(RegionCode county, String type, @Nullable CertificateLevel level, LocalDate asOf) {
        return counting.count(county, type, level, asOf);
    }

    /**
     * The certificates behind {@link #count}, in the order of their ids.
     *
     * @param unit null for all units
     */
    public Page<HeldCertificate> list(
            RegionCode county,
            String type,
            @Nullable CertificateLevel level,
            LocalDate asOf,
            @Nullable RegionCode unit,
            PageRequest page) {
        return counting.list(county, type, level, asOf, unit, page);
    }
}
