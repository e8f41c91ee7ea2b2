package io.qihang.audit;

import io.qihang.access.Audited;
import io.qihang.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Records refused audited actions: stands before the gate, so it sees what the gate turns away, too. */
@Configuration(proxyBeanMethods = false)
class AuditedRefusals implements WebMvcConfigurer, HandlerInterceptor {

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 409, 429);
    private static final int FIRST = 0;

    private final AuditTrail trail;

    AuditedRefusals(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(FIRST);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!(handler instanceof HandlerMethod method) || !REFUSALS.contains(response.getStatus())) return;
        Audited audited = method.getMethodAnnotation(Audited.class);
        if (audited == null) return;
        trail.recordRefusal(request, audited.value(), response.getStatus(), ProblemWriter.codeOf(request));
    }
}
