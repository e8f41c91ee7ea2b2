/** The inbox, who may be sent what by WeChat, and sending it at most once. */
@NullMarked
package io.qihang.notification.domain;

import org.jspecify.annotations.NullMarked;
