/** A person's inbox and subscriptions over HTTP. */
@NullMarked
package io.qihang.notification.web;

import org.jspecify.annotations.NullMarked;
