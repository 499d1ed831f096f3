package dev.kqlift.ruletest;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.document.SourceFile;
import dev.kqlift.source.Located;
import java.util.List;

/**
 * A case that was run.
 *
 * @param name its name with its place in the test file
 * @param notes where the engine may choose, so that other rows may come out as well
 */
public record CaseOutcome(Located<String> name, Verdict verdict, List<Note> notes) {
    public CaseOutcome {
        notes = List.copyOf(notes);
    }

    /**
     * What is said of a run that was not refused.
     *
     * @param file the file of the rule
     * @param said with its place there
     */
    public record Note(SourceFile file, Diagnostic said) {}
}
