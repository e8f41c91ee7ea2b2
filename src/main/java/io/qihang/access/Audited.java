package io.qihang.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the action a handler carries out for the audit. The use case behind it records its success in its own
 * transaction; a refusal of the handler (401, 403, 404, 409, 429) is recorded from here under the same name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {

    /** The action, {@code object.verb} in the domain's words. */
    String value();
}
