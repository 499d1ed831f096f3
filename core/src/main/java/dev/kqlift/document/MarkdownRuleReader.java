package dev.kqlift.document;

import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads Markdown: each fenced block of the language {@code kql} or {@code kusto} is a rule, named by the heading
 * above.
 */
final class MarkdownRuleReader implements RuleReader {
    @Override
    public ReadOutcome read(SourceFile file) {
        List<RuleDocument> documents = new ArrayList<>();
        for (Block block : new Scan(file.text().text()).blocks()) {
            RuleMetadata metadata = named(block.heading);
            documents.add(new RuleDocument(file, RuleKind.QUERY, metadata, Optional.of(block.query), List.of()));
        }
        return documents.isEmpty()
                ? NotARule.because("the Markdown has no `kql` or `kusto` block with a query")
                : new ReadOutcome.Rules(documents);
    }

    /** True for a line that opens a block which this reader takes. */
    static boolean opensQuery(String text, int line, int end) {
        Optional<Fence> fence = Fence.at(text, Lines.skipBlanks(text, line, end), end, 0);
        return fence.isPresent() && fence.get().isQuery;
    }

    private static RuleMetadata named(Optional<Located<String>> name) {
        RuleMetadata none = RuleMetadata.EMPTY;
        return new RuleMetadata(
                none.id(),
                name,
                none.severity(),
                none.tactics(),
                none.techniques(),
                none.description(),
                none.version(),
                none.queryFrequency(),
                none.queryPeriod(),
                none.triggerOperator(),
                none.triggerThreshold());
    }

    private record Block(EmbeddedText query, Optional<Located<String>> heading) {}

    /** An opening fence: its character, its length, and how far it is indented. */
    private record Fence(char character, int length, int indentation, boolean isQuery) {
        static Optional<Fence> at(String text, int from, int end, int indentation) {
            if (from >= end || text.charAt(from) != '`' && text.charAt(from) != '~') {
                return Optional.empty();
            }
            char character = text.charAt(from);
            int info = run(text, from, end, character);
            String rest = text.substring(info, end).strip();
            // With a back quote behind it this is a code span of a line of text.
            if (info - from < 3 || character == '`' && rest.indexOf('`') >= 0) {
                return Optional.empty();
            }
            return Optional.of(new Fence(character, info - from, indentation, isQuery(rest)));
        }

        private static boolean isQuery(String info) {
            int end = 0;
            while (end < info.length()
                    && (Character.isLetterOrDigit(info.charAt(end)) || "-_+#.".indexOf(info.charAt(end)) >= 0)) {
                end++;
            }
            String language = info.substring(0, end).toLowerCase(Locale.ROOT);
            return language.equals("kql") || language.equals("kusto");
        }

        boolean isClosedBy(String text, int line, int end) {
            int from = Lines.skipBlanks(text, line, end);
            int to = run(text, from, end, character);
            return to - from >= length && Lines.isBlank(text, to, end);
        }

        private static int run(String text, int from, int end, char character) {
            int i = from;
            while (i < end && text.charAt(i) == character) {
                i++;
            }
            return i;
        }
    }

    private static final class Scan {
        private final String text;
        private final List<Block> blocks = new ArrayList<>();
        private Optional<Located<String>> heading = Optional.empty();
        /** Where the text of the list item begins that the present line may belong to; 0 outside lists. */
        private int itemIndentation;

        Scan(String text) {
            this.text = text;
        }

        List<Block> blocks() {
            int line = 0;
            int previous = 0;
            while (line < text.length()) {
                int end = Lines.end(text, line, text.length());
                Optional<Fence> fence = fence(line, end);
                int next = fence.isPresent() ? block(fence.get(), Lines.next(text, end)) : Lines.next(text, end);
                if (fence.isEmpty()) {
                    heading(previous, line, end);
                }
                previous = line;
                line = next;
            }
            return blocks;
        }

        private Optional<Fence> fence(int line, int end) {
            int content = Lines.skipBlanks(text, line, end);
            if (content == end) {
                return Optional.empty();
            }
            int marker = listMarker(content, end);
            if (marker > content) {
                content = Lines.skipBlanks(text, marker, end);
                itemIndentation = content - line;
            } else if (content - line < itemIndentation) {
                itemIndentation = content == line ? 0 : Math.min(itemIndentation, content - line);
            }
            // Four blanks make an indented code block, in which a fence is text.
            return content - line - itemIndentation > 3
                    ? Optional.empty()
                    : Fence.at(text, content, end, content - line);
        }

        /** The offset after a bullet or a number, or {@code from}. */
        private int listMarker(int from, int end) {
            int i = from;
            while (i < end && i - from < 9 && Character.isDigit(text.charAt(i))) {
                i++;
            }
            String bullets = i > from ? ".)" : "-*+";
            boolean marker = i + 1 < end
                    && bullets.indexOf(text.charAt(i)) >= 0
                    && (text.charAt(i + 1) == ' ' || text.charAt(i + 1) == '\t');
            return marker ? i + 1 : from;
        }

        /** Reads a block up to its closing fence, or the end of the file, and answers where the text goes on. */
        private int block(Fence fence, int start) {
            RunBuilder runs = new RunBuilder(64);
            boolean blank = true;
            int line = start;
            int next = start;
            while (line < text.length()) {
                int end = Lines.end(text, line, text.length());
                next = Lines.next(text, end);
                if (fence.isClosedBy(text, line, end)) {
                    break;
                }
                if (fence.isQuery) {
                    int content = line;
                    while (content < end
                            && content < line + fence.indentation
                            && (text.charAt(content) == ' ' || text.charAt(content) == '\t')) {
                        content++;
                    }
                    runs.append(text, content, next);
                    blank &= Lines.isBlank(text, content, end);
                }
                line = next;
            }
            if (!blank) {
                blocks.add(new Block(runs.build(new Span(start, line)), heading));
            }
            return next;
        }

        private void heading(int previous, int line, int end) {
            int content = Lines.skipBlanks(text, line, end);
            int hashes = Fence.run(text, content, end, '#');
            if (hashes > content
                    && hashes - content <= 6
                    && (hashes == end || text.charAt(hashes) == ' ' || text.charAt(hashes) == '\t')) {
                setHeading(hashes, end);
                return;
            }
            boolean underlined = content < end
                    && (Fence.run(text, content, end, '=') == end || Fence.run(text, content, end, '-') == end);
            int above = Lines.end(text, previous, text.length());
            if (underlined && previous < line && !Lines.isBlank(text, previous, above)) {
                setHeading(previous, above);
            }
        }

        private void setHeading(int from, int to) {
            int start = Lines.skipBlanks(text, from, to);
            int end = to;
            while (end > start && " \t#".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            heading = start == end
                    ? Optional.empty()
                    : Optional.of(new Located<>(text.substring(start, end), new Span(start, end)));
        }
    }
}
