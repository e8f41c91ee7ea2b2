/**
 * Sealing of personal fields, blind indexes and message codes with the national algorithms SM4-GCM and HMAC-SM3.
 * Everything that needs a key goes through {@link io.qihang.platform.crypto.CryptoProvider}, so that a hardware module
 * can take the place of the software one; callers use {@link io.qihang.platform.crypto.Vault}.
 */
@NullMarked
@NamedInterface("crypto")
package io.qihang.platform.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
