/**
 * The append-only record of who did what: one row per action and per refusal, sealed into a chain within seconds. A
 * business calls {@link io.qihang.audit.AuditTrail} inside its own transaction, so the row commits with the change.
 */
@ApplicationModule(
        displayName = "审计",
        allowedDependencies = {"platform", "platform::*", "access", "crypto"})
@NullMarked
package io.qihang.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
