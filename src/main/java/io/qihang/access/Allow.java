package io.qihang.access;

import io.qihang.access.Actor.Pending;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler. Every handler carries it; one without breaks the build and is refused at run time. What of
 * the objects behind it the caller may see is each module's own predicate over {@link Scope}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allow {

    /** Open to everyone, signed in or not. */
    boolean anyone() default false;

    /** Open to persons signed in on the phone. */
    boolean person() default false;

    /** Open to staff holding one of these roles, on the client named by {@link #on()}. */
    Role[] staff() default {};

    /** Open to every signed-in member of staff, on the client named by {@link #on()}. */
    boolean anyStaff() default false;

    /** The client staff call this from. */
    Client on() default Client.CONSOLE;

    /** Open also from the phone that staff bound to their account with both factors. */
    boolean alsoOnPhone() default false;

    /** What the caller may still owe and call this nevertheless. */
    Pending[] despite() default {};

    /** How often this may be called. */
    RateClass rate() default RateClass.READ;
}
