package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The names of tables as {@code union withsource=} and {@code search} show them. */
final class SourceNames {
    private SourceNames() {}

    /** The name of the table that a relation is; empty for any other relation. */
    static Optional<String> of(Relation relation) {
        return switch (relation) {
            case Relation.TableScan scan -> Optional.of(scan.table());
            case Relation.FunctionScan scan -> Optional.of(scan.function());
            default -> Optional.empty();
        };
    }

    /** For each row the table that it is of, where the source is a table, a view or several of them; else empty. */
    static List<Optional<String>> ofRows(Relation source, RelationEvaluator evaluator) {
        if (source instanceof Relation.Union union && union.sourceColumn().isEmpty()) {
            List<Optional<String>> names = new ArrayList<>();
            for (Relation.UnionInput input : union.inputs()) {
                names.addAll(
                        input.name().isPresent()
                                ? all(input.name(), input.relation(), evaluator)
                                : ofRows(input.relation(), evaluator));
            }
            return names;
        }
        return all(of(source), source, evaluator);
    }

    private static List<Optional<String>> all(Optional<String> name, Relation source, RelationEvaluator evaluator) {
        return Collections.nCopies(evaluator.evaluate(source).size(), name);
    }

    /** Whether the rows are literal ones, which the engine numbers and does not name. */
    static boolean isLiteral(Relation relation) {
        return switch (relation) {
            case Relation.Rows ignored -> true;
            case Relation.Range ignored -> true;
            case Relation.Filter filter -> isLiteral(filter.input());
            case Relation.Project project -> isLiteral(project.input());
            case Relation.Sort sort -> isLiteral(sort.input());
            case Relation.Take take -> isLiteral(take.input());
            // Rows to which `as` gives a name are shown under it.
            case Relation.Marker marker -> !"as".equals(marker.operator()) && isLiteral(marker.input());
            default -> false;
        };
    }
}
