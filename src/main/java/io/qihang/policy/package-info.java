/**
 * Policies: documents with addressable clauses, their life from draft to replacement, and whom they reach. Publishing
 * hands the message to notification; what is told, and to whom, is decided here.
 */
@ApplicationModule(
        displayName = "政策",
        allowedDependencies = {"platform", "platform::*", "access", "audit", "region"})
@NullMarked
package io.qihang.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
