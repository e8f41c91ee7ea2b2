package io.qihang.storage;

import java.time.Instant;

/** A link to one file that anyone holding it can use until it expires, at most five minutes later. */
public record FileLink(String url, String name, Instant expiresAt) {}
