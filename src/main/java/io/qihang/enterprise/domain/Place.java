package io.qihang.enterprise.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where an enterprise is, in one sense, from a day on.
 *
 * @param effectiveFrom the first day it holds, in Shanghai
 * @param recordedAt when we learned it; of two rows for one day the later recorded holds
 * @param applied whether the enterprise's present unit already follows it; false while its day is to come
 */
record Place(
        UUID id,
        RegionCode regionCode,
        EnterpriseId enterpriseId,
        PlaceKind kind,
        RegionCode unitCode,
        LocalDate effectiveFrom,
        Instant recordedAt,
        UUID recordedBy,
        String reason,
        boolean applied) {}
