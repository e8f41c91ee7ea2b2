/**
 * Events between modules that have not reached their listener: tried again with growing pauses, and after the last try
 * laid down as dead letters that the system administrator sees and sends again. A module of its own, for it belongs to
 * no business, needs the audit, which the platform must not know, and the notification module has no more to do with it
 * than any other listener.
 */
@ApplicationModule(
        displayName = "事件待办",
        allowedDependencies = {"platform", "platform::*", "access", "audit"})
@NullMarked
package io.qihang.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
