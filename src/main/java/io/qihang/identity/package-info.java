/**
 * Accounts, sign-in, persons on phones, staff and their roles: makes the actor from a request. The only module that knows Sa-Token.
 */
@ApplicationModule(
        displayName = "身份",
        allowedDependencies = {"platform", "platform::*", "access", "crypto", "audit", "region", "wechat"})
@NullMarked
package io.qihang.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
