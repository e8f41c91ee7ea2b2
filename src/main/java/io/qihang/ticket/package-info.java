/**
 * What an enterprise asks for, from 问题收集 over 限时办理 and 持续跟踪 to 销号: every hop recorded, every deadline explained,
 * nothing closed without a second key.
 */
@ApplicationModule(
        displayName = "诉求",
        allowedDependencies = {
            "platform",
            "platform::*",
            "access",
            "agenda",
            "audit",
            "identity",
            "region",
            "calendar",
            "enterprise",
            "notification",
            "storage",
            "workbook",
            "indicator",
            "crypto",
            "wechat"
        })
@NullMarked
package io.qihang.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
