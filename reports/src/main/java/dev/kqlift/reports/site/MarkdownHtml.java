package dev.kqlift.reports.site;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown of rules' notes and of the pages of codes as HTML. No tag of the text is kept, no image loaded. */
final class MarkdownHtml {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .nodeRendererFactory(WebLinks::new)
            .build();

    private MarkdownHtml() {}

    static TemplateHTMLOutputModel of(String markdown) {
        return markup(RENDERER.render(PARSER.parse(markdown)));
    }

    /** Finished HTML. */
    static TemplateHTMLOutputModel markup(String html) {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(html);
        } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Links lead to the web or are text; an image is the link to it, so that a page asks for nothing by itself. */
    private static final class WebLinks implements NodeRenderer {
        private final HtmlNodeRendererContext context;

        WebLinks(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class, Image.class);
        }

        @Override
        public void render(Node node) {
            String destination = node instanceof Link link
                    ? link.getDestination()
                    : node instanceof Image image ? image.getDestination() : "";
            boolean web = WebAddress.isWhole(destination);
            if (web) {
                Map<String, String> attributes = new TreeMap<>();
                attributes.put("href", context.encodeUrl(destination));
                attributes.put("rel", WebAddress.REL);
                context.getWriter().tag("a", attributes);
            }
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            if (web) {
                context.getWriter().tag("/a");
            }
        }
    }
}
