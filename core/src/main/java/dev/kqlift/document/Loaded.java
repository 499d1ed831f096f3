package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import java.util.List;

/** What the parser of YAML or JSON made of a file. */
public sealed interface Loaded {
    /** The roots of the file's documents; JSON has one. */
    record Roots(List<Root> roots) implements Loaded {
        public Roots {
            roots = List.copyOf(roots);
        }
    }

    /** The file is not of the language. */
    record Broken(Diagnostic diagnostic) implements Loaded {}

    /** One document of a file, and what is wrong with its keys. */
    record Root(Datum value, List<Diagnostic> diagnostics) {
        public Root {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
