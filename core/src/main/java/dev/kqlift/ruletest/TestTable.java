package dev.kqlift.ruletest;

import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The events of one table.
 *
 * @param name the name that the query asks for
 * @param parts the shared events, then those of the case
 */
public record TestTable(String name, List<Part> parts) {
    public TestTable {
        parts = List.copyOf(parts);
    }

    TestTable with(TestTable more) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(more.parts);
        return new TestTable(name, all);
    }

    /** Events that stand together. */
    public sealed interface Part {
        Span span();
    }

    /**
     * Events in the test file itself.
     *
     * @param events for each the values by column, as JSON would have them
     */
    public record Events(List<Map<String, Value>> events, Span span) implements Part {
        public Events {
            events = List.copyOf(events);
        }
    }

    /**
     * Events in a file of their own.
     *
     * @param path from the folder of the test file
     */
    public record EventFile(Located<String> path) implements Part {
        @Override
        public Span span() {
            return path.span();
        }
    }
}
