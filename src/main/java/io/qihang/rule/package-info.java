/**
 * 条件: what a document demands of an enterprise, as data over its facts. Three-valued: 符合, 不符合, 缺资料; every line
 * explains itself with what is known, what is missing, how far it is, and the sentence of the document it comes from.
 * Pure values; knows no enterprise and keeps nothing.
 */
@ApplicationModule(
        displayName = "条件",
        allowedDependencies = {"platform", "platform::*"})
@NullMarked
package io.qihang.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
