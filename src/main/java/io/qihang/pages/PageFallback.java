package io.qihang.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Opens the client at any address a person goes to; an address with a file's ending is a file or nothing. */
class PageFallback extends PathResourceResolver {

    private static final String START = "index.html";

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        Resource found = super.resolveResourceInternal(request, path, locations, chain);
        if (found != null || request == null || StringUtils.getFilenameExtension(path) != null || !isVisit(request)) {
            return found;
        }
        return super.resolveResourceInternal(request, START, locations, chain);
    }

    private static boolean isVisit(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
