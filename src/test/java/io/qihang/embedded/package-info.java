/**
 * The services the system needs, started inside the JVM's reach for {@code spring-boot:test-run} and for tests: real
 * PostgreSQL, Redis, an S3 server and the WeChat simulator. On the test class path only.
 */
@NullMarked
package io.qihang.embedded;

import org.jspecify.annotations.NullMarked;
