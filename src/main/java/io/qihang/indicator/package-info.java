/**
 * What can be counted per unit and day, and opened as the list it was counted from. A business implements {@link
 * io.qihang.indicator.IndicatorSource}; plans and reports ask {@link io.qihang.indicator.Indicators} and never know the
 * business.
 */
@ApplicationModule(
        displayName = "指标",
        allowedDependencies = {"platform"})
@NullMarked
package io.qihang.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
