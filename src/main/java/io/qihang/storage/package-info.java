/**
 * Files that people send in and look at: a form for exactly one object, a check of what came, a short link to what was
 * kept. The only module that knows the MinIO client; what a file means, and who may see it, its owner says.
 */
@ApplicationModule(
        displayName = "文件",
        allowedDependencies = {"platform", "platform::*", "access", "audit"})
@NullMarked
package io.qihang.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
