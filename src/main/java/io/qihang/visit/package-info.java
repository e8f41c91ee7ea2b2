/**
 * Field work of the commissioners: visits logged on the phone, offline too, the promises made on them and whether they
 * were kept. Problems heard on a visit become tickets.
 */
@ApplicationModule(
        displayName = "走访",
        allowedDependencies = {
            "platform",
            "platform::*",
            "access",
            "agenda",
            "crypto",
            "audit",
            "identity",
            "region",
            "enterprise",
            "indicator",
            "notification",
            "storage",
            "ticket"
        })
@NullMarked
package io.qihang.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
