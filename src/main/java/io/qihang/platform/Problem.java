package io.qihang.platform;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A refusal the caller can act on; rendered as RFC 9457 problem+json with the code's status. */
public class Problem extends RuntimeException {

    private final ProblemCode code;
    private final List<FieldError> errors;
    private final @Nullable Duration retryAfter;
    private final List<Choice> allowed;

    /** One refused field of a request: where and why, in Chinese. */
    public record FieldError(String field, String message) {}

    /** Something that can be done instead: its code and how a person reads it. */
    public record Choice(String code, String label) {}

    private Problem(ProblemCode code, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        this(code, detail, errors, retryAfter, List.of());
    }

    private Problem(
            ProblemCode code,
            String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            List<Choice> allowed) {
        super(detail, null, false, false);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
        this.allowed = List.copyOf(allowed);
    }

    /** A problem of the catalogue; {@code arguments} fill the places of its message. */
    public static Problem of(ProblemCode code, Object... arguments) {
        return new Problem(code, text(code, arguments), List.of(), null);
    }

    /** A problem that names the refused fields. */
    public static Problem of(ProblemCode code, List<FieldError> errors) {
        return new Problem(code, text(code), errors, null);
    }

    /** A problem that will pass by itself; answered with {@code Retry-After}. */
    public static Problem retryable(ProblemCode code, Duration retryAfter, Object... arguments) {
        return new Problem(code, text(code, arguments), List.of(), retryAfter);
    }

    /** The same problem with what can be done instead. */
    public Problem offering(List<Choice> choices) {
        return new Problem(code, detail(), errors, retryAfter, choices);
    }

    private static String text(ProblemCode code, Object... arguments) {
        return arguments.length == 0 ? code.message() : String.format(Locale.ROOT, code.message(), arguments);
    }

    public ProblemCode code() {
        return code;
    }

    /** What happened and what to do next, in Chinese. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What can be done instead; empty where nothing is known. */
    public List<Choice> allowed() {
        return allowed;
    }
}
