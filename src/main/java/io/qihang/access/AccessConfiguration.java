package io.qihang.access;

import io.qihang.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {

    private static final int AFTER_AUDIT = 100;

    private final AccessGate gate;

    AccessConfiguration(AccessGate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate).order(AFTER_AUDIT);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }

    /** A handler that says nothing about who may call it stops the start. */
    @EventListener
    void everyHandlerDeclaresItsAuthorisation(ContextRefreshedEvent started) {
        var undeclared =
                started.getApplicationContext().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                        .flatMap(it -> it.getHandlerMethods().values().stream())
                        .filter(AccessConfiguration::isUndeclared)
                        .toList();
        if (!undeclared.isEmpty()) throw new IllegalStateException("handlers without @Allow: " + undeclared);
    }

    static boolean isUndeclared(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("io.qihang")
                && !ErrorController.class.isAssignableFrom(method.getBeanType())
                && method.getMethodAnnotation(Allow.class) == null;
    }

    private static final class ActorArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
            Actor actor = servletRequest == null ? null : AccessGate.actorOf(servletRequest);
            if (actor == null) throw Problem.of(AccessProblem.NOT_SIGNED_IN);
            return actor;
        }
    }
}
