package io.qihang.certificate.domain;

import io.qihang.indicator.CountedMember;
import io.qihang.indicator.Figures.UnitCount;
import io.qihang.indicator.YearToDate;
import io.qihang.platform.RegionCode;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Counts of recognised enterprises; the SQL stands in {@code RecognisedMapper.xml}. */
@Mapper
interface RecognisedMapper {

    List<TypeCount> counts(Collection<String> types, YearToDate time);

    List<CountedMember> members(String type, RegionCode place, YearToDate time, @Nullable UUID after, int limit);

    record TypeCount(String type, RegionCode unit, int enterprises) {

        UnitCount unitCount() {
            return new UnitCount(unit, enterprises);
        }
    }
}
