package io.qihang.certificate;

import io.qihang.platform.RegionCode;

/** How many valid certificates of a type a unit's enterprises hold, and how many enterprises hold one. */
public record UnitCount(RegionCode unit, int certificates, int enterprises) {}
