package io.qihang.ticket.domain;

import io.qihang.ticket.CommonProblemId;

/**
 * The 共性问题 a ticket is worked on with.
 *
 * @param title in the words of the 台账 office
 * @param enterprises how many enterprises have it, this one included; never which
 */
public record InCommon(CommonProblemId id, String title, int enterprises) {}
