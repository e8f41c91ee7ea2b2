package io.qihang.embedded.docs;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown as a page of its own: raw HTML in it is shown, not obeyed. */
final class PaperHtml {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();

    private PaperHtml() {}

    /** The shell with the paper's first heading as title and the paper in it. */
    static String of(String markdown, String shell) {
        Node document = PARSER.parse(markdown);
        return shell.replace("<!--title-->", title(document)).replace("<!--paper-->", HTML.render(document));
    }

    private static String title(Node document) {
        var found = new StringBuilder();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (found.isEmpty()) found.append(TEXT.render(heading));
            }
        });
        return found.toString().replace("&", "&amp;").replace("<", "&lt;");
    }
}
