package io.qihang.platform.web;

import io.qihang.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller advice reaches: in filters and the container's own error page. */
@Component
public class ProblemWriter {

    private static final String CODE = ProblemWriter.class.getName();

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** The code of the problem this request was answered with; empty when it was not. */
    public static String codeOf(HttpServletRequest request) {
        return request.getAttribute(CODE) instanceof String code ? code : "";
    }

    /** Answers with the problem, unless an answer is already on its way. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        request.setAttribute(CODE, problem.code().name());
        if (response.isCommitted()) return;
        response.setStatus(problem.code().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        var retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
        }
        response.getOutputStream().write(json.writeValueAsBytes(ProblemView.of(problem, TraceIds.of(request))));
    }
}
