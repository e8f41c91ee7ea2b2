/** Tickets over HTTP: for enterprises and commissioners on the phone, for offices on the console. */
@NullMarked
package io.qihang.ticket.web;

import org.jspecify.annotations.NullMarked;
