package io.qihang.embedded.docs;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * {@code /docs/}: the papers rendered when they are asked for, and the operations in Swagger UI from its own jar. Only
 * names that look like a paper's are looked up, so no path leads anywhere else.
 */
public final class DocsServlet extends HttpServlet {

    /** Where it is mapped. */
    public static final String MAPPING = "/docs/*";

    @Serial
    private static final long serialVersionUID = 1;

    private static final Path PAPERS = Path.of("miniapp-api-docs");
    private static final Pattern PAPER = Pattern.compile("/((?:journeys/)?[A-Za-z][A-Za-z-]*\\.md)");
    private static final String UI = "META-INF/resources/webjars/swagger-ui/";
    private static final String UI_VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final Map<String, String> UI_FILES =
            Map.of("/api/swagger-ui.css", "text/css", "/api/swagger-ui-bundle.js", "text/javascript");

    /** The system answers data only and forbids everything; a page needs its style, Swagger UI its script and data. */
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private static final String UI_POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            response.sendRedirect("/docs/");
            return;
        }
        var paper = PAPER.matcher(path.equals("/") ? "/README.md" : path);
        String uiType = UI_FILES.get(path);
        if (paper.matches()) paper(response, PAPERS.resolve(paper.group(1)));
        else if (path.equals("/openapi.json")) file(response, PAPERS.resolve("openapi.json"));
        else if (path.equals("/api/")) page(response, UI_POLICY, resource("docs/api.html"));
        else if (path.equals("/api/try.js")) send(response, "text/javascript", resource("docs/try.js"));
        else if (uiType != null) send(response, uiType, resource(UI + uiVersion() + path.substring("/api".length())));
        else response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private static void paper(HttpServletResponse response, Path paper) throws IOException {
        if (!Files.isRegularFile(paper)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String shell = new String(resource("docs/page.html"), StandardCharsets.UTF_8);
        String html = PaperHtml.of(Files.readString(paper), shell);
        page(response, PAGE_POLICY, html.getBytes(StandardCharsets.UTF_8));
    }

    private static void page(HttpServletResponse response, String policy, byte[] html) throws IOException {
        response.setHeader("Content-Security-Policy", policy);
        send(response, "text/html", html);
    }

    private static void file(HttpServletResponse response, Path json) throws IOException {
        send(response, "application/json", Files.readAllBytes(json));
    }

    private static void send(HttpServletResponse response, String type, byte[] content) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static String uiVersion() throws IOException {
        var properties = new Properties();
        properties.load(new java.io.ByteArrayInputStream(resource(UI_VERSION)));
        return properties.getProperty("version");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = DocsServlet.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) throw new IOException("no resource " + name);
            return in.readAllBytes();
        }
    }
}
