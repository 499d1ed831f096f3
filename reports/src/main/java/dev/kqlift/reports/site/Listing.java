package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.reports.site.view.CodeLine;
import dev.kqlift.reports.site.view.Excerpt;
import dev.kqlift.reports.site.view.Link;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.LineMap;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;
import freemarker.core.TemplateHTMLOutputModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The query of a rule with the lines of the rule file, and the way from a place in the file to a line of the listing. */
final class Listing {
    private static final int LONGEST_BEFORE = 60;
    private static final int LONGEST_MARKED = 160;
    private static final int LONGEST_AFTER = 60;

    private final RuleFacts rule;
    private final SourceText file;
    private final EmbeddedText query;
    private final LineMap lines;
    private final int[] starts;
    private final List<LineMarks> marks = new ArrayList<>();

    Listing(RuleFacts rule) {
        this.rule = rule;
        this.file = rule.document().file().text();
        this.query = rule.document().query().orElse(EmbeddedText.contiguous("", 0));
        this.lines = LineMap.of(query.text());
        this.starts = new int[lines.lineCount()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = query.toFile(lines.lineStart(i + 1));
            marks.add(new LineMarks());
        }
    }

    /** Puts a sign beside the line of a place; nothing where the listing does not have it. */
    void mark(Span place, LineMarks.Mark mark) {
        int line = lineOf(place.start());
        if (line >= 0) {
            marks.get(line).add(mark);
        }
    }

    /** The lines with everything that was marked. */
    List<CodeLine> lines() {
        if (query.text().isEmpty()) {
            return List.of();
        }
        List<TemplateHTMLOutputModel> code = CodeHtml.lines(
                query.text(), lines, new LinkedHashSet<>(rule.analysis().tables()));
        List<CodeLine> listing = new ArrayList<>(code.size());
        for (int i = 0; i < shownLines(); i++) {
            String number = isFirstOnItsLine(i) ? Integer.toString(number(i)) : "";
            listing.add(
                    new CodeLine(number, anchor(i), code.get(i), marks.get(i).markers()));
        }
        return listing;
    }

    /** What has to be said of the numbers: mostly nothing. */
    String note() {
        if (query.isOpaque()) {
            return "The file builds this text from pieces, so that its lines cannot be told apart there.";
        }
        boolean folded = starts.length > 1 && !isFirstOnItsLine(1);
        return folded ? "The file holds this text on fewer lines; the numbers are those of the file." : "";
    }

    /** A line break at the end of the text begins no line. */
    private int shownLines() {
        int count = lines.lineCount();
        return count > 1 && lines.lineStart(count) == query.text().length() ? count - 1 : count;
    }

    private int number(int line) {
        return file.position(starts[line]).line();
    }

    private boolean isFirstOnItsLine(int line) {
        return line == 0 || number(line) != number(line - 1);
    }

    private String anchor(int line) {
        int further = 0;
        while (!isFirstOnItsLine(line - further)) {
            further++;
        }
        return "L" + number(line) + (further == 0 ? "" : "-" + (further + 1));
    }

    /** The line of the listing that has a place of the file, or -1. */
    private int lineOf(int offset) {
        if (offset < query.whole().start()
                || offset > query.whole().end()
                || query.text().isEmpty()) {
            return -1;
        }
        int found = -1;
        for (int i = 0; i < shownLines() && !(query.isOpaque() && i > 0); i++) {
            if (starts[i] <= offset) {
                found = i;
            }
        }
        return found < 0 && shownLines() > 0 ? 0 : found;
    }

    /** A link to the line of an offset in the query. */
    Link queryLink(int offset) {
        int line = Math.min(lines.position(offset).line(), shownLines()) - 1;
        return new Link("line " + number(line), "#" + anchor(line));
    }

    /** The line of a place in the file with the place marked. */
    Excerpt excerpt(Span place) {
        int line = lineOf(place.start());
        if (line >= 0 && !query.isOpaque()) {
            int lineStart = lines.lineStart(line + 1);
            int lineEnd = lineEnd(query.text(), lineStart);
            // What stands before the text, as the sign of a block does, is shown as the start of its first line.
            int start = Math.clamp((long) lineStart + place.start() - starts[line], lineStart, lineEnd);
            return excerpt(
                    number(line),
                    "#" + anchor(line),
                    query.text().substring(lineStart, lineEnd),
                    start - lineStart,
                    place.length());
        }
        int number = file.position(place.start()).line();
        int lineStart = file.lines().lineStart(number);
        int lineEnd = lineEnd(file.text(), lineStart);
        String text = file.text().substring(lineStart, lineEnd);
        int start = Math.min(place.start(), lineEnd) - lineStart;
        Excerpt excerpt = excerpt(number, "", text, start, place.length());
        String href = line >= 0 ? "#" + anchor(line) : null;
        return new Excerpt(excerpt.line(), href, excerpt.before(), excerpt.marked(), excerpt.after());
    }

    private static Excerpt excerpt(int number, String href, String line, int start, int length) {
        int end = Math.min(line.length(), start + length);
        String before = line.substring(0, start).stripLeading();
        String marked = line.substring(start, end);
        String after = line.substring(end).stripTrailing();
        return new Excerpt(
                Integer.toString(number), href, tail(before), head(marked, LONGEST_MARKED), head(after, LONGEST_AFTER));
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static String head(String text, int longest) {
        return shown(text.length() > longest ? text.substring(0, longest) + "…" : text);
    }

    private static String tail(String text) {
        int length = text.length();
        return shown(length > LONGEST_BEFORE ? "…" + text.substring(length - LONGEST_BEFORE) : text);
    }

    private static String shown(String text) {
        return Printable.line(text.replace('\t', ' '));
    }
}
