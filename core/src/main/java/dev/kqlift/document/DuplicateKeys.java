package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds keys that stand twice in one mapping. */
final class DuplicateKeys {
    /** Below this many keys comparing each with each is cheaper than a set. */
    private static final int FEW = 12;

    private DuplicateKeys() {}

    static void report(List<Datum.Entry> entries, List<Diagnostic> diagnostics) {
        if (entries.size() > FEW) {
            Set<String> seen = new HashSet<>(entries.size() * 2);
            for (Datum.Entry entry : entries) {
                if (!seen.add(entry.key().value())) {
                    diagnostics.add(duplicate(entry));
                }
            }
            return;
        }
        for (int i = 1; i < entries.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (entries.get(i).key().value().equals(entries.get(j).key().value())) {
                    diagnostics.add(duplicate(entries.get(i)));
                    break;
                }
            }
        }
    }

    private static Diagnostic duplicate(Datum.Entry entry) {
        return Diagnostic.of(
                DiagnosticCode.KD013,
                "the key `" + entry.key().value() + "` stands twice in this mapping; the last one counts",
                entry.key().span());
    }
}
