/**
 * Accounts, sign-in, staff and their roles: makes the actor from a request. The only module that knows Sa-Token.
 */
@ApplicationModule(
        displayName = "身份",
        allowedDependencies = {"platform", "platform::*", "access", "crypto", "audit"})
@NullMarked
package io.qihang.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
