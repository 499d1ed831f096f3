package dev.kqlift.evaluation;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.catalog.ParserFilter;
import dev.kqlift.catalog.WorkspaceFunction;
import dev.kqlift.catalog.WorkspaceFunctions;
import java.util.List;
import java.util.Optional;

/** What rows of an ASIM parser hold so that its filters find some of them. */
final class ParserEvents {
    private ParserEvents() {}

    /** The value that a parser takes by itself; empty where it takes any. */
    static Optional<String> usual(String table, String column) {
        return filters(table, column).stream()
                .flatMap(filter -> filter.otherwise().stream())
                .findFirst();
    }

    /** Whether an argument of a parser asks something of a column. */
    static boolean asks(Indicator indicator, String table, String column) {
        return filters(table, column).stream()
                .anyMatch(filter -> filter.parameter().equals(indicator.field()));
    }

    private static List<ParserFilter> filters(String table, String column) {
        return WorkspaceFunctions.builtIn().find(table).orElse(null) instanceof WorkspaceFunction.Parser parser
                ? parser.filters().stream()
                        .filter(filter -> filter.fields().stream()
                                .anyMatch(field -> field.names().contains(column)))
                        .toList()
                : List.of();
    }
}
