package dev.kqlift.reports.site;

import dev.kqlift.reports.text.Printable;
import dev.kqlift.source.LineMap;
import dev.kqlift.syntax.QueryToken;
import dev.kqlift.syntax.build.QueryLexer;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A query as lines of HTML with its tokens marked. */
final class CodeHtml {
    private final String text;
    private final Set<String> tables;
    private final List<StringBuilder> lines = new ArrayList<>();

    private CodeHtml(String text, Set<String> tables) {
        this.text = text;
        this.tables = tables;
    }

    /**
     * The lines of a query.
     *
     * @param map the query's lines
     * @param tables the names that are marked as tables
     */
    static List<TemplateHTMLOutputModel> lines(String text, LineMap map, Set<String> tables) {
        CodeHtml html = new CodeHtml(text, tables);
        html.lines.add(new StringBuilder());
        int end = 0;
        for (QueryToken token : QueryLexer.tokens(text)) {
            html.append("", end, token.span().start());
            html.append(html.look(token), token.span().start(), token.span().end());
            end = token.span().end();
        }
        html.append("", end, text.length());
        return html.lines.subList(0, map.lineCount()).stream()
                .map(line -> MarkdownHtml.markup(line.toString()))
                .toList();
    }

    private String look(QueryToken token) {
        return switch (token.kind()) {
            case COMMENT -> "c";
            case TEXT -> "s";
            case NUMBER -> "n";
            case KEYWORD -> "k";
            case OPERATOR -> "o";
            case FUNCTION -> "f";
            case NAME ->
                tables.contains(text.substring(
                                token.span().start(), token.span().end()))
                        ? "t"
                        : "";
            case PUNCTUATION -> "";
            case WRONG -> "w";
        };
    }

    /** A token may reach over several lines, as texts in three backticks do. */
    private void append(String look, int start, int end) {
        int from = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                piece(look, from, i);
                from = i + 1;
                boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                if (!pair) {
                    lines.add(new StringBuilder());
                }
            }
        }
        piece(look, from, end);
    }

    private void piece(String look, int start, int end) {
        if (start >= end) {
            return;
        }
        StringBuilder line = lines.getLast();
        String escaped = escaped(Printable.block(text.substring(start, end)));
        if (look.isEmpty()) {
            line.append(escaped);
        } else {
            line.append("<span class=").append(look).append('>').append(escaped).append("</span>");
        }
    }

    private static String escaped(String text) {
        return HTMLOutputFormat.INSTANCE.escapePlainText(text);
    }
}
