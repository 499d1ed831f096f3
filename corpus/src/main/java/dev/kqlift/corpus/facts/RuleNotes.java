package dev.kqlift.corpus.facts;

import java.util.List;

/**
 * What a team writes beside a rule, in a file {@code NAME.notes.md}.
 *
 * @param sections in the order of the file
 */
public record RuleNotes(List<Section> sections) {
    /** No notes. */
    public static final RuleNotes NONE = new RuleNotes(List.of());

    public RuleNotes {
        sections = List.copyOf(sections);
    }

    /**
     * A heading and what stands below it.
     *
     * @param heading the heading's text; empty for what stands above the first one
     * @param text Markdown as written, its lines ended by line feeds, without empty lines at either end
     */
    public record Section(String heading, String text) {}

    /** The notes of a file's text. */
    public static RuleNotes parse(String text) {
        return NotesParser.parse(text);
    }
}
