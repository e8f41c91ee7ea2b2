/**
 * Sealing of personal fields, blind indexes and message codes with the national algorithms SM4-GCM and HMAC-SM3.
 * Everything that needs a key goes through {@link io.qihang.crypto.CryptoProvider}, so that a hardware module can take
 * the place of the software one; callers use {@link io.qihang.crypto.Vault}. A ground module beside {@code platform},
 * not in it: keys have their own settings, rotation and tests, and {@code platform} stays small enough to read whole.
 */
@ApplicationModule(
        displayName = "密码",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"platform", "platform::*"})
@NullMarked
package io.qihang.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
