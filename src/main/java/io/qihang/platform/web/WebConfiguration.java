package io.qihang.platform.web;

import static java.util.Objects.requireNonNull;

import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.Times;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/** Strict JSON in, Shanghai time and two-place yuan out, and no container page that tells of its inside. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final int MAX_DEPTH = 32;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageArgument());
        resolvers.add(new SearchArgument());
    }

    @Bean
    JsonFactoryBuilderCustomizer strictParsing() {
        return builder -> builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(BodyLimit.MAX_BYTES)
                        .build());
    }

    @Bean
    JsonMapperBuilderCustomizer strictBinding() {
        var module = new SimpleModule("qihang");
        module.addSerializer(new ShanghaiInstant());
        module.addSerializer(new Yuan());
        return builder -> builder.addModule(module)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual, it -> it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> quietErrors() {
        TomcatContextCustomizer quiet = context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(BareErrorValve.class.getName());
            }
        };
        return factory -> factory.addContextCustomizers(quiet);
    }

    @Bean
    static WebMvcRegistrations mappings() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new FixedParts();
            }
        };
    }

    /**
     * Compares a path only to the patterns that agree with it in number of parts and in every fixed part, found part by part;
     * Spring compares it to each of the hundreds there are, which costs more than the query behind it. Where not exactly one
     * of those answers the request, Spring decides.
     */
    static final class FixedParts extends RequestMappingHandlerMapping {

        private final Place patterns = new Place();
        /** With patterns that have no place, since they stand for paths of several lengths or forms. */
        private final List<Handler> others = new ArrayList<>();

        /** Where patterns agree so far. */
        private static final class Place {

            private final Map<String, Place> fixed = new HashMap<>();
            private @Nullable Place any;
            private final List<Handler> handlers = new ArrayList<>();

            private Place next(String part) {
                if (!part.contains("{")) return fixed.computeIfAbsent(part, it -> new Place());
                Place after = any == null ? new Place() : any;
                any = after;
                return after;
            }

            private void collect(List<String> path, int from, List<Handler> found) {
                if (from == path.size()) {
                    found.addAll(handlers);
                    return;
                }
                Place same = fixed.get(path.get(from));
                if (same != null) same.collect(path, from + 1, found);
                if (any != null) any.collect(path, from + 1, found);
            }
        }

        private record Handler(RequestMappingInfo mapping, HandlerMethod method) {}

        @Override
        public void afterPropertiesSet() {
            super.afterPropertiesSet();
            getHandlerMethods().forEach((mapping, method) -> listFor(mapping).add(new Handler(mapping, method)));
        }

        private List<Handler> listFor(RequestMappingInfo mapping) {
            PathPatternsRequestCondition condition = mapping.getPathPatternsCondition();
            if (condition == null || condition.getPatterns().size() != 1) return others;
            String pattern = condition.getFirstPattern().getPatternString();
            if (!pattern.startsWith("/") || pattern.contains("*")) return others;
            Place place = patterns;
            for (String part : pattern.substring(1).split("/")) place = place.next(part);
            return place.handlers;
        }

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            List<Handler> near = new ArrayList<>(2);
            patterns.collect(partsOf(request), 0, near);
            List<Handler> matches = matching(near, request);
            if (matches.isEmpty()) matches = matching(others, request);
            if (matches.size() != 1) return super.lookupHandlerMethod(path, request);
            Handler only = matches.get(0);
            request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.method());
            handleMatch(only.mapping(), path, request);
            return only.method();
        }

        private List<Handler> matching(List<Handler> candidates, HttpServletRequest request) {
            List<Handler> matches = new ArrayList<>(1);
            for (Handler it : candidates) {
                RequestMappingInfo match = getMatchingMapping(it.mapping(), request);
                if (match != null) matches.add(new Handler(match, it.method()));
            }
            return matches;
        }

        private static List<String> partsOf(HttpServletRequest request) {
            List<String> parts = new ArrayList<>();
            for (PathContainer.Element it : ServletRequestPathUtils.getParsedRequestPath(request)
                    .pathWithinApplication()
                    .elements()) {
                if (it instanceof PathContainer.PathSegment segment) parts.add(segment.valueToMatch());
            }
            return parts;
        }
    }

    /** Two parameters every list has; a data binder for them costs more than the list's query. */
    private static final class PageArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == PageRequest.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            String after = request.getParameter("after");
            String limit = request.getParameter("limit");
            return new PageRequest(blankToNull(after), limit == null || limit.isBlank() ? null : number(limit.strip()));
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isEmpty() ? null : text;
        }

        private static Integer number(String text) {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw Problem.of(PlatformProblem.PAGE_LIMIT);
            }
        }
    }

    /**
     * What to look for in a list: a record whose parts are parameters by their names, null where absent. A data binder
     * for one of many parts costs as much as reading the list.
     */
    private static final class SearchArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().isRecord() && parameter.hasParameterAnnotation(ParameterObject.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder)
                throws Exception {
            Constructor<?> constructor = parameter.getParameterType().getDeclaredConstructors()[0];
            Parameter[] parts = constructor.getParameters();
            Object[] values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                String text = request.getParameter(parts[i].getName());
                if (text != null && !text.isBlank()) values[i] = value(text, parts[i], request, requireNonNull(binder));
            }
            return constructor.newInstance(values);
        }

        private static @Nullable Object value(
                String text, Parameter part, NativeWebRequest request, WebDataBinderFactory binder) throws Exception {
            try {
                return binder.createBinder(request, null, part.getName()).convertIfNecessary(text, part.getType());
            } catch (TypeMismatchException e) {
                throw Problem.of(
                        PlatformProblem.INVALID_FIELDS, List.of(new Problem.FieldError(part.getName(), "格式不对")));
            }
        }
    }

    /** {@code 2026-11-22T16:20:05+08:00}: a moment as a person in the county reads it, to the second. */
    private static final class ShanghaiInstant extends StdSerializer<Instant> {

        ShanghaiInstant() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            ZoneOffset offset = Times.SHANGHAI.getRules().getOffset(value);
            LocalDateTime time = LocalDateTime.ofEpochSecond(value.getEpochSecond(), 0, offset);
            out.writeString(time + (time.getSecond() == 0 ? ":00" : "") + offset);
        }
    }

    /** Yuan with two places, never in exponent form. */
    private static final class Yuan extends StdSerializer<BigDecimal> {

        Yuan() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            out.writeNumber(value.scale() == 2 ? value : value.setScale(2, RoundingMode.HALF_UP));
        }
    }
}
