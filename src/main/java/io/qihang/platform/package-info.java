/**
 * The ground every module stands on: time, ids, problems, paging, idempotency keys, sealed values and the MyBatis
 * plumbing. Knows no business word and imports no other module.
 */
@ApplicationModule(
        displayName = "平台",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package io.qihang.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
