package io.qihang.embedded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.Api;
import io.qihang.testing.Papers;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The papers in a browser. */
@SystemTest
class DocsTests {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");

    @Autowired
    Api api;

    @Test
    void the_index_is_a_page_that_leads_to_every_paper() throws IOException {
        var index = api.get("/docs/").expect(200);
        assertThat(index.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(index.header("Content-Security-Policy")).isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(index.text()).contains("<title>接口文档", "<meta name=\"viewport\"", "<table>");
        for (Path paper : papers()) {
            String name = Papers.FOLDER.relativize(paper).toString();
            if (!name.equals("README.md")) assertThat(index.text()).contains("href=\"" + name + "\"");
        }
    }

    @Test
    void every_paper_is_a_page_whose_links_lead_somewhere_within_the_demo() throws IOException {
        for (Path paper : papers()) {
            String at = "/docs/" + Papers.FOLDER.relativize(paper);
            if (at.endsWith(".json")) continue;
            String page = api.get(at).expect(200).text();
            assertThat(page).as(at).contains("<h1>");
            for (String link : links(page)) api.get(resolved(at, link)).expect(200);
        }
    }

    @Test
    void the_operations_are_tried_with_files_of_this_machine_alone() {
        var reply = api.get("/docs/api/").expect(200);
        assertThat(reply.header("Content-Security-Policy")).contains("script-src 'self';", "connect-src 'self'");
        String page = reply.text();
        assertThat(links(page)).contains("swagger-ui.css", "swagger-ui-bundle.js", "try.js");
        for (String link : links(page)) {
            if (!link.startsWith("data:")) api.get(resolved("/docs/api/", link)).expect(200);
        }
        assertThat(api.get("/docs/openapi.json").expect(200).json().has("paths"))
                .isTrue();
    }

    @Test
    void what_looks_like_html_in_a_paper_is_shown_not_obeyed() {
        String page = PaperHtml.of("# <b>题</b>\n\n<script>alert(1)</script>\n", "<!--title-->|<!--paper-->");
        assertThat(page).doesNotContain("<script>", "<b>").contains("&lt;script&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/../pom.xml",
                "/docs/%2e%2e/pom.xml",
                "/docs/..%2fpom.xml",
                "/docs/journeys/../../README.md",
                "/docs/journeys/%2e%2e/%2e%2e/README.md",
                "/docs/..;/pom.xml",
                "/docs/api/..%5cpom.xml",
                "/docs/pom.xml",
                "/docs/journeys/",
                "/docs/missing.md",
                "/docs/api/index.html"
            })
    void nothing_else_is_handed_out(String path) {
        var reply = api.get(path);
        assertThat(reply.status()).as(path).isIn(400, 401, 404);
        assertThat(reply.text()).doesNotContain("<project", "企航");
    }

    private static List<Path> papers() throws IOException {
        try (var walk = Files.walk(Papers.FOLDER)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> links(String page) {
        return LINK.matcher(page).results().map(it -> it.group(1)).toList();
    }

    private static String resolved(String page, String link) {
        return java.net.URI.create("http://demo" + page).resolve(link).getPath();
    }
}
