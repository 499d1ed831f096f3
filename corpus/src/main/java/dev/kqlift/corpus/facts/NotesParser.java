package dev.kqlift.corpus.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts Markdown into sections at its headings of the first and second level; what stands in code blocks is no heading. */
final class NotesParser {
    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,2})(?:[ \\t]+(.*))?");
    private static final Pattern CLOSING = Pattern.compile("(?:^|[ \\t]+)#+[ \\t]*$");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");

    private final List<RuleNotes.Section> sections = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String heading = "";
    private boolean isTitle = true;
    /** The fence that the present code block began with; empty outside of code blocks. */
    private String fence = "";

    private NotesParser() {}

    static RuleNotes parse(String text) {
        NotesParser parser = new NotesParser();
        text.lines().forEach(parser::line);
        parser.end();
        return new RuleNotes(parser.sections);
    }

    private void line(String line) {
        Matcher mark = FENCE.matcher(line);
        Matcher found = HEADING.matcher(line);
        if (mark.matches()) {
            fence(mark.group(1), mark.group(2));
        } else if (fence.isEmpty() && found.matches()) {
            end();
            heading = found.group(2) == null
                    ? ""
                    : CLOSING.matcher(found.group(2)).replaceFirst("").strip();
            isTitle = found.group(1).length() == 1;
            return;
        }
        text.append(line).append('\n');
    }

    private void fence(String mark, String rest) {
        if (fence.isEmpty()) {
            // With a back quote behind it, it is a code span of a line of text.
            if (mark.charAt(0) == '~' || rest.indexOf('`') < 0) {
                fence = mark;
            }
        } else if (mark.startsWith(fence) && rest.isBlank()) {
            fence = "";
        }
    }

    /** A title with nothing below it names the file, not a section. */
    private void end() {
        String body = text.toString().replaceAll("\\A(?:[ \\t]*\\n)+", "").stripTrailing();
        if (!body.isEmpty() || !isTitle) {
            sections.add(new RuleNotes.Section(heading, body));
        }
        text.setLength(0);
    }
}
