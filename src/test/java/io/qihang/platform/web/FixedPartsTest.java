package io.qihang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.ServletRequestPathUtils;

class FixedPartsTest {

    @RestController
    static class Routes {

        @GetMapping("/desk/{id}/hops")
        void hops(@PathVariable String id) {}

        @GetMapping("/desk/{id}/files")
        void files(@PathVariable String id) {}

        @GetMapping("/desk/mine/files")
        void mine() {}

        @GetMapping("/desk/{id}/files/{file}.pdf")
        void pdf(@PathVariable String id, @PathVariable String file) {}

        @GetMapping({"/old/{id}", "/new/{id}"})
        void either(@PathVariable String id) {}

        @GetMapping("/m/**")
        void pages() {}
    }

    private final StaticWebApplicationContext context = new StaticWebApplicationContext();
    private final WebConfiguration.FixedParts mapping = new WebConfiguration.FixedParts();

    @BeforeEach
    void start() {
        context.registerSingleton("routes", Routes.class);
        context.refresh();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/desk/7/hops, hops",
        "/desk/hops/files, files",
        "/desk/mine/files, mine",
        "/desk/mine/hops, hops",
        "/desk/%E5%86%A0/files, files",
        "/de%73k/7/hops, hops",
        "/desk/7/files/a.pdf, pdf",
        "/desk/7/files/a.doc,",
        "/desk/7/hops/,",
        "/desk//hops,",
        "/desk/7,",
        "/desk/7/hops/8,",
        "/other/7/hops,",
        "/old/7, either",
        "/new/7, either",
        "/m/a/b/c, pages"
    })
    void a_path_comes_where_its_pattern_says(String path, @Nullable String method) throws Exception {
        assertThat(found(path)).isEqualTo(method);
    }

    private @Nullable String found(String path) throws Exception {
        var chain = mapping.getHandler(request(path));
        return chain == null
                ? null
                : ((HandlerMethod) chain.getHandler()).getMethod().getName();
    }

    private static MockHttpServletRequest request(String path) {
        var request = new MockHttpServletRequest("GET", path);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }
}
