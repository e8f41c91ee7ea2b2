/**
 * Who may: the actor behind a request, what lies in their scope, and the declaration every handler carries. Holds no
 * table and knows no sign-in; {@code identity} makes the actor.
 */
@ApplicationModule(
        displayName = "权限",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"platform", "platform::*"})
@NullMarked
package io.qihang.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
