/** The ticket, its transitions and deadlines, and the use cases named by the regulation's words. */
@NullMarked
package io.qihang.ticket.domain;

import org.jspecify.annotations.NullMarked;
