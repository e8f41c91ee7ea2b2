/**
 * The year's plan: items × units with targets and deadlines as the document states them, in its order and never ranked;
 * beside each target what was done, asked of whoever counts it.
 *
 * <p>A plan knows indicators and no business. An item names in its region pack which indicator counts it, which other
 * source that is compared with, and which recognitions are told beside it; recognitions are never progress.
 */
@ApplicationModule(
        displayName = "年度计划",
        allowedDependencies = {"platform", "platform::*", "access", "audit", "region", "indicator"})
@NullMarked
package io.qihang.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
