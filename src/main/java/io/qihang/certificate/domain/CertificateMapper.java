package io.qihang.certificate.domain;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.qihang.certificate.CertificateId;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface CertificateMapper extends BaseMapper<Certificate> {

    @Select("select * from certificate where id = #{id}")
    @Nullable
    Certificate find(CertificateId id);

    @Insert("""
            insert into certificate_step (certificate_id, seq, region_code, action, account, text, at)
            values (#{step.certificate}, #{step.seq}, #{county}, #{step.action}, #{step.account}, #{step.text},
                #{step.at})
            """)
    void addStep(RegionCode county, Step step);

    /** Those who state one fact of an enterprise take turns until their transactions end. */
    @Select("""
            select count(pg_advisory_xact_lock(hashtextextended('certificate' || #{enterprise}::text || #{factKey}, 0)))
            """)
    int takeTurn(EnterpriseId enterprise, String factKey);

    /** Every verified certificate for one fact, with the last day it proves it. */
    @Select("""
            select id, issued_on, least(valid_until, revoked_from - 1) as last_day, decided_by from certificate
            where enterprise_id = #{enterprise} and fact_key = #{factKey} and status in ('VERIFIED', 'REVOKED')
            order by id
            """)
    List<Holding> holdings(EnterpriseId enterprise, String factKey);

    /** The next certificate behind this id whose end is over and not yet in the fact book. */
    @Select("""
            select * from certificate
            where status = 'VERIFIED' and ended_at is null and valid_until < #{today} and id > #{after}
            order by id limit 1
            for update skip locked
            """)
    @Nullable
    Certificate claimEnded(LocalDate today, UUID after);

    /** The next certificate behind this id that ends soon and whose enterprise has not been told of it. */
    @Select("""
            select * from certificate
            where status = 'VERIFIED' and reminded_at is null and valid_until between #{today} and #{until}
              and id > #{after}
            order by id limit 1
            for update skip locked
            """)
    @Nullable
    Certificate claimEnding(LocalDate today, LocalDate until, UUID after);

    /** A verified certificate as a stretch of days; {@code lastDay} is null while it has no end. */
    record Holding(
            CertificateId id, LocalDate issuedOn, @Nullable LocalDate lastDay, UUID decidedBy) {

        boolean covers(LocalDate day) {
            return !day.isBefore(issuedOn) && (lastDay == null || !day.isAfter(lastDay));
        }
    }
}
