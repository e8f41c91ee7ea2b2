package io.qihang.pages;

import io.qihang.storage.ObjectStoreConnectionDetails;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * {@code /console/} for everyone, and {@code /m/} only where a setting says so: a browser has no {@code wx.login}, so
 * outside the demo nobody could sign in there.
 */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

    private static final String CONSOLE = "console";
    private static final String MINIAPP = "m";
    private static final String FOLDER = "classpath:/static/";
    private static final Duration FOREVER = Duration.ofDays(365);

    private final String folder;
    private final boolean miniapp;
    private final PageProtection protection;

    @Autowired
    PagesConfiguration(
            @Value("${qihang.miniapp-h5.served:false}") boolean miniapp, ObjectStoreConnectionDetails objectStore) {
        this(FOLDER, miniapp, objectStore.publicEndpoint());
    }

    PagesConfiguration(String folder, boolean miniapp, String objectStore) {
        this.folder = folder;
        this.miniapp = miniapp;
        this.protection = new PageProtection(objectStore);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // the console's addresses are paths, the mini-program's stand behind a #
        serve(registry, CONSOLE, new PageFallback());
        if (miniapp) serve(registry, MINIAPP, new PathResourceResolver());
    }

    private void serve(ResourceHandlerRegistry registry, String client, PathResourceResolver pages) {
        registry.addResourceHandler("/" + client + "/assets/**")
                .addResourceLocations(folder + client + "/assets/")
                .setUseLastModified(false)
                .setCacheControl(CacheControl.maxAge(FOREVER).cachePublic().immutable())
                .resourceChain(false)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PathResourceResolver());
        registry.addResourceHandler("/" + client + "/**")
                .addResourceLocations(folder + client + "/")
                // every file in the jar bears the same time
                .setUseLastModified(false)
                .setEtagGenerator(PagesConfiguration::digest)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new EncodedResourceResolver())
                .addResolver(pages);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        open(registry, CONSOLE);
        if (miniapp) open(registry, MINIAPP);
    }

    private static void open(ViewControllerRegistry registry, String client) {
        registry.addRedirectViewController("/" + client, "/" + client + "/");
        registry.addViewController("/" + client + "/").setViewName("forward:/" + client + "/index.html");
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(protection).addPathPatterns("/" + CONSOLE + "/**", "/" + MINIAPP + "/**");
    }

    private static String digest(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return "\"" + DigestUtils.md5DigestAsHex(in) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
