package dev.kqlift.reports.inspect;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.source.Located;
import dev.kqlift.source.Position;
import java.util.Optional;

/** Where a rule stands in its file. */
public final class RulePlace {
    private RulePlace() {}

    /** Where the query starts; for a rule without one, where the first thing is that is known of the rule. */
    public static Position of(RuleDocument document) {
        return document.file().text().position(offset(document));
    }

    /** The place in the file of an offset in the query. */
    static Position of(RuleDocument document, int offset) {
        return document.file()
                .text()
                .position(document.query().isPresent() ? document.query().get().toFile(offset) : offset);
    }

    private static int offset(RuleDocument document) {
        if (document.query().isPresent()) {
            return document.query().get().toFile(0);
        }
        RuleMetadata metadata = document.metadata();
        Optional<Located<String>> known = metadata.id().or(metadata::name);
        if (known.isPresent()) {
            return known.get().span().start();
        }
        return document.diagnostics().isEmpty()
                ? 0
                : document.diagnostics().getFirst().span().start();
    }
}
