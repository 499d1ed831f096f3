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

    /** For each row the table that it is of, where the source is a table or several of them; else empty. */
    static List<Optional<String>> ofRows(Relation source, RelationEvaluator evaluator) {
        List<Optional<String>> names = new ArrayList<>();
        if (source instanceof Relation.Union union && union.sourceColumn().isEmpty()) {
            for (Relation.UnionInput input : union.inputs()) {
                names.addAll(
                        Collections.nCopies(evaluator.evaluate(input.relation()).size(), of(input.relation())));
            }
        } else {
            names.addAll(Collections.nCopies(evaluator.evaluate(source).size(), of(source)));
        }
        return names;
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
