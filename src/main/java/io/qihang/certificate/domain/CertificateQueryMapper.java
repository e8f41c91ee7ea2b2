package io.qihang.certificate.domain;

import io.qihang.access.Scope;
import io.qihang.certificate.CertificateId;
import io.qihang.certificate.CertificateLevel;
import io.qihang.certificate.HeldCertificate;
import io.qihang.certificate.UnitCount;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Reads for the screens and counts; the SQL stands in {@code CertificateQueryMapper.xml}. */
@Mapper
interface CertificateQueryMapper {

    @Nullable
    CertificateRecord within(CertificateId id, Scope scope);

    @Nullable
    CertificateRecord ofMember(CertificateId id, PersonId person);

    List<CertificateRecord> ofEnterprise(
            EnterpriseId enterprise, PersonId person, PageRequest.@Nullable Position after, int limit);

    List<CertificateRecord> search(
            Scope scope,
            CertificateStatus status,
            @Nullable String type,
            PageRequest.@Nullable Position after,
            int limit);

    List<UnitCount> count(RegionCode county, String type, @Nullable CertificateLevel level, LocalDate day);

    List<HeldCertificate> held(
            RegionCode county,
            String type,
            @Nullable CertificateLevel level,
            LocalDate day,
            @Nullable RegionCode unit,
            @Nullable UUID after,
            int limit);
}
