package io.qihang.platform.web;

import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The container's error page: what fails outside every handler is answered as a problem, too. */
@Hidden
@Controller
class ContainerErrors implements ErrorController {

    private final ProblemWriter problems;

    ContainerErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Problem known = cause(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        problems.write(request, response, known == null ? Problem.of(codeOf(status)) : known);
    }

    private static @org.jspecify.annotations.Nullable Problem cause(@org.jspecify.annotations.Nullable Object failure) {
        for (Throwable it = failure instanceof Throwable t ? t : null; it != null; it = it.getCause()) {
            if (it instanceof Problem problem) return problem;
        }
        return null;
    }

    private static PlatformProblem codeOf(int status) {
        return switch (status) {
            case 404 -> PlatformProblem.NOT_FOUND;
            case 405 -> PlatformProblem.METHOD_NOT_ALLOWED;
            case 406 -> PlatformProblem.NOT_ACCEPTABLE;
            case 413 -> PlatformProblem.BODY_TOO_LARGE;
            case 415 -> PlatformProblem.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> PlatformProblem.BUSY;
            default -> status < 500 ? PlatformProblem.BAD_REQUEST : PlatformProblem.INTERNAL;
        };
    }
}
