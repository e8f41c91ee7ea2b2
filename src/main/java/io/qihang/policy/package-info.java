/**
 * Policies: documents with addressable clauses, their life from draft to replacement, and whom they concern.
 */
@ApplicationModule(
        displayName = "政策",
        allowedDependencies = {
            "platform",
            "platform::*",
            "access",
            "agenda",
            "audit",
            "identity",
            "region",
            "enterprise",
            "notification",
            "calendar",
            "rule",
            "ticket"
        })
@NullMarked
package io.qihang.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
