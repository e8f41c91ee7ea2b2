package io.qihang.platform;

import org.springframework.http.HttpStatus;

/**
 * One entry of a module's problem catalogue. Implemented by enums only; the constant's name is the stable code clients
 * rely on, and every constant is listed in {@code miniapp-api-docs/errors.md}.
 */
public interface ProblemCode {

    /** The stable code, the enum constant's name. */
    String name();

    /** The HTTP status the problem is answered with. */
    HttpStatus status();

    /** What happened and what to do next, in plain Chinese; may hold {@link String#format} places. */
    String message();
}
