package io.qihang.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Compares a path only to the patterns that agree with it in number of parts and in every fixed part, found part by part;
 * Spring compares it to each of the hundreds there are, which costs more than the query behind it. Where not exactly one
 * of those answers the request, Spring decides.
 */
final class FixedParts extends RequestMappingHandlerMapping {

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
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
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
