package io.qihang.platform.web;

import io.qihang.platform.PlatformProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers what Tomcat refuses before any filter runs (a malformed request line) as a problem without its inside. */
public class BareErrorValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        var code = status < 500 ? PlatformProblem.BAD_REQUEST : PlatformProblem.INTERNAL;
        String body =
                """
                {"type":"about:blank","title":"%s","status":%d,"code":"%s","detail":"%s"}""".formatted(status < 500 ? "Bad Request" : "Internal Server Error", status, code, code.message());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        try {
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("client closed the connection", e);
        }
    }
}
