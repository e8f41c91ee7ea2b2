package io.qihang.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class PagesTests {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String ASSET = "assets/index-Ab12Cd34.js";

    @TempDir
    Path folder;

    @EnableWebMvc
    static class Web {}

    @BeforeEach
    void build() throws IOException {
        for (String client : new String[] {"console", "m"}) {
            Files.createDirectories(folder.resolve(client + "/assets"));
            Files.writeString(folder.resolve(client + "/index.html"), "<title>" + client + "</title>");
            Files.writeString(folder.resolve(client + "/" + ASSET), "start()");
            Files.writeString(folder.resolve(client + "/" + ASSET + ".gz"), "packed");
        }
        Files.writeString(folder.resolve("console/icon.svg"), "<svg/>");
        Files.writeString(folder.resolve("secret.txt"), "secret");
    }

    private MockMvc serving(boolean miniapp) {
        var context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Web.class);
        var pages = new PagesConfiguration(folder.toUri().toString(), miniapp, "https://files.example.com/qihang");
        context.addBeanFactoryPostProcessor(it -> it.registerSingleton("pages", pages));
        context.refresh();
        return MockMvcBuilders.webAppContextSetup(context).build();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return serving(false).perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse visit(String path) throws Exception {
        return answer(get(path).header(HttpHeaders.ACCEPT, BROWSER));
    }

    @Test
    void the_console_opens_at_its_address() throws Exception {
        assertThat(visit("/console").getStatus()).isEqualTo(302);
        assertThat(visit("/console").getHeader("Location")).isEqualTo("/console/");
        assertThat(visit("/console/").getForwardedUrl()).isEqualTo("/console/index.html");
        var page = visit("/console/index.html");
        assertThat(page.getContentAsString()).isEqualTo("<title>console</title>");
        assertThat(page.getContentType()).startsWith("text/html");
    }

    @Test
    void the_console_opens_at_every_address_a_person_goes_to() throws Exception {
        for (String path : new String[] {"/console/tickets", "/console/plans/2023/platform_registration"}) {
            var page = visit(path);
            assertThat(page.getStatus()).as(path).isEqualTo(200);
            assertThat(page.getContentAsString()).isEqualTo("<title>console</title>");
            assertThat(page.getContentType()).startsWith("text/html");
            assertThat(page.getHeader("Cache-Control")).isEqualTo("no-cache");
        }
        assertThat(answer(head("/console/tickets").header(HttpHeaders.ACCEPT, BROWSER))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void what_is_no_visit_to_a_page_finds_nothing() throws Exception {
        assertThat(answer(get("/console/tickets").header(HttpHeaders.ACCEPT, "application/json"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(get("/console/tickets")).getStatus()).isEqualTo(404);
        assertThat(answer(post("/console/tickets").header(HttpHeaders.ACCEPT, BROWSER))
                        .getStatus())
                .isEqualTo(405);
        assertThat(visit("/console/assets/index-gone.js").getStatus()).isEqualTo(404);
        assertThat(visit("/console/assets/gone").getStatus()).isEqualTo(404);
        assertThat(visit("/console/gone.png").getStatus()).isEqualTo(404);
    }

    @Test
    void no_path_leads_out_of_the_pages() throws Exception {
        for (String path : new String[] {"/console/../secret.txt", "/console/%2e%2e/secret.txt", "/secret.txt"}) {
            assertThat(visit(path).getContentAsString()).as(path).doesNotContain("secret");
        }
    }

    @Test
    void an_asset_is_kept_and_packed_and_a_page_is_asked_for_again() throws Exception {
        var asset = answer(get("/console/" + ASSET).header(HttpHeaders.ACCEPT_ENCODING, "gzip, br"));
        assertThat(asset.getHeader("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(asset.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(asset.getHeader("Vary")).contains("Accept-Encoding");
        assertThat(asset.getContentType()).startsWith("text/javascript");
        assertThat(asset.getContentAsString()).isEqualTo("packed");
        assertThat(visit("/console/" + ASSET).getContentAsString()).isEqualTo("start()");
        assertThat(visit("/console/icon.svg").getHeader("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void a_page_that_has_not_changed_is_not_sent_again_and_one_that_has_is_whatever_its_time() throws Exception {
        Path file = folder.resolve("console/index.html");
        String before = String.valueOf(visit("/console/index.html").getHeader("ETag"));
        assertThat(visit("/console/index.html").getHeader("Last-Modified")).isNull();
        var same = answer(get("/console/index.html").header(HttpHeaders.IF_NONE_MATCH, before));
        assertThat(same.getStatus()).isEqualTo(304);
        FileTime time = FileTime.from(Instant.parse("2026-11-22T00:00:00Z"));
        Files.writeString(file, "<title>newer</title>");
        Files.setLastModifiedTime(file, time);
        var changed = answer(get("/console/index.html").header(HttpHeaders.IF_NONE_MATCH, before));
        assertThat(changed.getStatus()).isEqualTo(200);
        assertThat(changed.getContentAsString()).isEqualTo("<title>newer</title>");
    }

    @Test
    void a_page_loads_only_from_here_and_sends_files_only_to_the_object_store() throws Exception {
        for (String path : new String[] {"/console/index.html", "/console/tickets", "/console/" + ASSET}) {
            assertThat(visit(path).getHeader("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                    .contains("connect-src 'self' https://files.example.com;")
                    .contains("img-src 'self' data: blob: https://files.example.com;")
                    .doesNotContain("script-src", "unsafe-eval");
        }
    }

    @Test
    void the_mini_program_is_served_only_where_a_setting_says_so() throws Exception {
        for (String path : new String[] {"/m", "/m/", "/m/index.html", "/m/" + ASSET}) {
            assertThat(visit(path).getStatus()).as(path).isEqualTo(404);
        }
        MockMvc demo = serving(true);
        assertThat(demo.perform(get("/m/index.html")).andReturn().getResponse().getContentAsString())
                .isEqualTo("<title>m</title>");
        assertThat(demo.perform(get("/m/" + ASSET)).andReturn().getResponse().getStatus())
                .isEqualTo(200);
        assertThat(demo.perform(get("/m/gone").header(HttpHeaders.ACCEPT, BROWSER))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }
}
