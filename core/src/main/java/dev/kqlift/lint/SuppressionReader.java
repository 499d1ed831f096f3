package dev.kqlift.lint;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.SourceFile;
import dev.kqlift.document.YamlComments;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.LineMap;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.build.QueryComments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the comments of a rule file that speak to kqlift: those of its queries, and of YAML those outside of them. */
final class SuppressionReader {
    private static final String ADDRESS = "kqlift";

    private final SourceFile file;
    private final List<SuppressionComment> found = new ArrayList<>();

    private SuppressionReader(SourceFile file) {
        this.file = file;
    }

    /** The comments of the file of some rules, in the order of the file. */
    static List<SuppressionComment> read(List<RuleDocument> rules) {
        SourceFile file = rules.getFirst().file();
        if (!file.text().text().contains(ADDRESS)) {
            return List.of();
        }
        SuppressionReader reader = new SuppressionReader(file);
        for (RuleDocument rule : rules) {
            rule.query().ifPresent(reader::query);
        }
        if (rules.stream().anyMatch(rule -> rule.fields().isPresent()) && !isJson(file)) {
            reader.yaml();
        }
        reader.found.sort(Comparator.comparingInt(comment -> comment.span().start()));
        return reader.found;
    }

    private static boolean isJson(SourceFile file) {
        return file.text().text().stripLeading().startsWith("{");
    }

    private void query(EmbeddedText query) {
        if (!query.text().contains(ADDRESS)) {
            return;
        }
        Lines lines = new Lines(query.text(), QueryComments.of(query.text()));
        for (Span comment : lines.comments) {
            String text = query.text().substring(comment.start() + 2, comment.end());
            Span span = query.toFile(comment);
            boolean followed = !query.isOpaque() && spelt(span).equals("//" + text);
            add(
                    text,
                    new SuppressionComment.Place(
                            span,
                            query.toFile(comment.start() + 2),
                            query.toFile(lines.scope(comment)),
                            whole(),
                            followed ? removal(span) : Optional.empty()));
        }
    }

    private void yaml() {
        String text = file.text().text();
        Lines lines = new Lines(text, YamlComments.of(text));
        for (Span comment : lines.comments) {
            add(
                    text.substring(comment.start() + 1, comment.end()),
                    new SuppressionComment.Place(
                            comment, comment.start() + 1, lines.scope(comment), whole(), removal(comment)));
        }
    }

    private void add(String text, SuppressionComment.Place place) {
        SuppressionComment.read(text, place).ifPresent(found::add);
    }

    private Span whole() {
        return new Span(0, file.text().length());
    }

    private String spelt(Span span) {
        return file.text().text().substring(span.start(), span.end());
    }

    /** The comment with the blanks before it, and with its line where nothing else stands there. */
    private Optional<Span> removal(Span comment) {
        String text = file.text().text();
        int end = comment.end();
        boolean endsLine = end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r';
        if (!endsLine) {
            return Optional.empty();
        }
        int start = comment.start();
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        boolean ownLine = start == 0 || text.charAt(start - 1) == '\n' || text.charAt(start - 1) == '\r';
        if (ownLine) {
            int line = file.text().position(comment.start()).line();
            LineMap lines = file.text().lines();
            end = line < lines.lineCount() ? lines.lineStart(line + 1) : text.length();
        }
        return Optional.of(new Span(start, end));
    }

    /** The lines of a text with comments. */
    private static final class Lines {
        private final String text;
        private final LineMap map;
        final List<Span> comments;

        Lines(String text, List<Span> comments) {
            this.text = text;
            this.map = LineMap.of(text);
            this.comments = comments;
        }

        /** The line of a comment that stands behind something; of one that stands alone the next line that holds something. */
        Span scope(Span comment) {
            int line = map.position(comment.start()).line();
            if (!text.substring(map.lineStart(line), comment.start()).isBlank()) {
                return line(line);
            }
            int next = line + 1;
            while (next <= map.lineCount() && isEmpty(line(next))) {
                next++;
            }
            return next <= map.lineCount() ? line(next) : line(line);
        }

        private boolean isEmpty(Span line) {
            String content = text.substring(line.start(), line.end());
            int first = line.start() + content.length() - content.stripLeading().length();
            return content.isBlank() || comments.stream().anyMatch(comment -> comment.start() == first);
        }

        private Span line(int line) {
            int start = map.lineStart(line);
            int end = line < map.lineCount() ? map.lineStart(line + 1) : text.length();
            while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
                end--;
            }
            return new Span(start, end);
        }
    }
}
