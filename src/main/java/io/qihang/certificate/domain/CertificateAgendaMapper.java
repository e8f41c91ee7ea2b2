package io.qihang.certificate.domain;

import io.qihang.agenda.TaskRule;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

/** Certificates that end soon; the SQL stands in {@code CertificateAgendaMapper.xml}. */
@Mapper
interface CertificateAgendaMapper {

    /** Those of these enterprises that end up to a day without another that lasts longer, the soonest first. */
    List<EndingRow> ending(Collection<UUID> subjects, LocalDate today, LocalDate until, int most);

    /** Those of the county, in the order of the enterprises' ids. */
    List<EndingRow> endingIn(TaskRule.Question question, LocalDate until);

    record EndingRow(UUID id, RegionCode regionCode, UUID enterpriseId, String type, LocalDate validUntil) {}
}
