package io.qihang.enterprise.citylist;

import io.qihang.enterprise.Uscc;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.UUID;

/** An enterprise on the city platform's list. */
record CityListRow(UUID id, Uscc uscc, String name, RegionCode unit, LocalDate registeredOn) {}
