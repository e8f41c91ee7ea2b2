package io.qihang.platform.web;

import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns whatever a handler throws into one problem; what is not foreseen is logged and told without its inside. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter problems;

    ProblemAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void any(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = toProblem(failure);
        if (problem.code() == PlatformProblem.INTERNAL) {
            log.error("unforeseen failure of {} {}", request.getMethod(), request.getRequestURI(), failure);
        }
        problems.write(request, response, problem);
    }

    /** The client went away while the answer was written: nobody is left to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException failure) {
        log.debug("client closed the connection: {}", failure.getMessage());
    }

    private static Problem toProblem(Exception failure) {
        Problem known = causeOf(failure, Problem.class);
        if (known != null) return known;
        if (failure instanceof HttpMessageNotReadableException unreadable) return unreadable(unreadable);
        if (failure instanceof BindException invalid) return invalid(invalid);
        if (failure instanceof HandlerMethodValidationException invalid) return invalid(invalid);
        if (failure instanceof NoResourceFoundException || failure instanceof NoHandlerFoundException) {
            return Problem.of(PlatformProblem.NOT_FOUND);
        }
        if (failure instanceof HttpRequestMethodNotSupportedException) {
            return Problem.of(PlatformProblem.METHOD_NOT_ALLOWED);
        }
        if (failure instanceof HttpMediaTypeNotSupportedException) {
            return Problem.of(PlatformProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        if (failure instanceof HttpMediaTypeNotAcceptableException) return Problem.of(PlatformProblem.NOT_ACCEPTABLE);
        if (failure instanceof OptimisticLockingFailureException) return Problem.of(PlatformProblem.CHANGED_MEANWHILE);
        if (failure instanceof TypeMismatchException) return Problem.of(PlatformProblem.BAD_REQUEST);
        if (isPassing(failure)) return Problem.retryable(PlatformProblem.BUSY, Duration.ofSeconds(5));
        if (failure instanceof org.springframework.web.ErrorResponse refused
                && refused.getStatusCode().is4xxClientError()) {
            return Problem.of(PlatformProblem.BAD_REQUEST);
        }
        return Problem.of(PlatformProblem.INTERNAL);
    }

    private static boolean isPassing(Exception failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof org.springframework.dao.DataAccessResourceFailureException
                || causeOf(failure, CannotGetJdbcConnectionException.class) != null
                || causeOf(failure, java.sql.SQLTransientException.class) != null;
    }

    private static Problem unreadable(HttpMessageNotReadableException failure) {
        var unknown = causeOf(failure, UnrecognizedPropertyException.class);
        return unknown == null
                ? Problem.of(PlatformProblem.BAD_REQUEST)
                : Problem.of(PlatformProblem.UNKNOWN_FIELD, safe(unknown.getPropertyName()));
    }

    private static String safe(String name) {
        String printable = name.replaceAll("[^\\p{L}\\p{N}_.-]", "?");
        return printable.length() > 40 ? printable.substring(0, 40) : printable;
    }

    private static Problem invalid(BindException failure) {
        List<Problem.FieldError> errors = failure.getFieldErrors().stream()
                .map(it -> new Problem.FieldError(
                        it.getField(),
                        it.isBindingFailure() || it.getDefaultMessage() == null ? "格式不对" : it.getDefaultMessage()))
                .toList();
        return Problem.of(PlatformProblem.INVALID_FIELDS, errors);
    }

    private static Problem invalid(HandlerMethodValidationException failure) {
        List<Problem.FieldError> errors = failure.getParameterValidationResults().stream()
                .flatMap(parameter -> parameter.getResolvableErrors().stream()
                        .map(it -> new Problem.FieldError(
                                String.valueOf(parameter.getMethodParameter().getParameterName()),
                                String.valueOf(it.getDefaultMessage()))))
                .toList();
        return Problem.of(PlatformProblem.INVALID_FIELDS, errors);
    }

    private static <T extends Throwable> @org.jspecify.annotations.Nullable T causeOf(
            Throwable failure, Class<T> type) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (type.isInstance(it)) return type.cast(it);
        }
        return null;
    }
}
