package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import java.util.List;

/** What reading a file gave. */
public sealed interface ReadOutcome {
    /**
     * The file holds rules, or was meant to: a broken rule file is one document without a query and with an error.
     *
     * @param documents in the order of the file, at least one
     */
    record Rules(List<RuleDocument> documents) implements ReadOutcome {
        public Rules {
            documents = List.copyOf(documents);
        }
    }

    /**
     * The file is of no kind that holds rules.
     *
     * @param reason a plain sentence for people
     * @param diagnostic the same as a diagnostic, for a file that was named on the command line
     */
    record PassedOver(String reason, Diagnostic diagnostic) implements ReadOutcome {}
}
