/**
 * The recognitions an enterprise holds: handed in with their images, verified by an officer, and from then on a dated
 * fact in the fact book, until they expire or are revoked.
 */
@ApplicationModule(
        displayName = "证书",
        allowedDependencies = {
            "platform",
            "platform::*",
            "access",
            "agenda",
            "audit",
            "identity",
            "region",
            "indicator",
            "enterprise",
            "storage",
            "notification"
        })
@NullMarked
package io.qihang.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
