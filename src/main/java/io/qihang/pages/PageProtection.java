package io.qihang.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What a page may load: this server, and the object store for files that people send and open. Styles may stand in the
 * page, for the component library sets them there; scripts may not.
 */
class PageProtection implements HandlerInterceptor {

    private final String policy;

    PageProtection(String objectStore) {
        String store = origin(objectStore);
        policy = String.join(
                "; ",
                "default-src 'self'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob: " + store,
                "connect-src 'self' " + store,
                "frame-src 'self' blob: " + store,
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("Content-Security-Policy", policy);
        return true;
    }
}
