package io.qihang.indicator;

import java.util.UUID;

/**
 * Someone who could be counted and is not yet.
 *
 * @param id of the row that names it
 * @param code what it is known by elsewhere, such as its 统一社会信用代码
 */
public record Candidate(UUID id, String code, String name) {}
