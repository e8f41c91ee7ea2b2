package io.qihang.certificate.domain;

import io.qihang.access.Scope;
import io.qihang.certificate.CertificateId;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.platform.PageRequest;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Reads for the screens; the SQL stands in {@code CertificateQueryMapper.xml}. */
@Mapper
interface CertificateQueryMapper {

    @Nullable
    CertificateRecord within(CertificateId id, Scope scope);

    @Nullable
    CertificateRecord ofMember(CertificateId id, PersonId person);

    /** With a day, only those that were returned or end by it. */
    List<CertificateRecord> ofEnterprise(
            EnterpriseId enterprise,
            PersonId person,
            @Nullable LocalDate waitingUntil,
            PageRequest.@Nullable Position after,
            int limit);

    List<CertificateRecord> ofEnterpriseWithin(
            EnterpriseId enterprise, Scope scope, PageRequest.@Nullable Position after, int limit);

    List<CertificateRecord> search(
            Scope scope,
            CertificateSearch search,
            LocalDate today,
            LocalDate nearUntil,
            PageRequest.@Nullable Position after,
            int limit);
}
