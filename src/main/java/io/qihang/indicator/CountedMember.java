package io.qihang.indicator;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One of those who make up a figure.
 *
 * @param id of the enterprise where there is one, else of what was counted
 * @param date on which it is dated, in Shanghai
 */
public record CountedMember(UUID id, String name, LocalDate date) {}
