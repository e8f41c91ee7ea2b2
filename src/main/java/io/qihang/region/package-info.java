/**
 * The region tree 省→市→县→乡镇/街道/开发区 and the offices (责任单位) named in the documents. Both come from region packs:
 * folders of data files under {@code region-packs/}, each read at start by the module that owns the data
 * ({@link io.qihang.region.RegionPackPart}).
 */
@ApplicationModule(
        displayName = "区域",
        allowedDependencies = {"platform", "platform::*", "access"})
@NullMarked
package io.qihang.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
