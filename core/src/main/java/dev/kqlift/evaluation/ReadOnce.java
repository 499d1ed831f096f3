package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The relations of a query whose rows only one operator reads, once. They need not be kept: a pipeline of ten operators
 * would hold the events ten times.
 */
final class ReadOnce {
    /** Of a relation that is read by what may read it again. */
    private static final int OFTEN = 2;

    private final Map<Relation, Integer> readers = new IdentityHashMap<>();

    private ReadOnce() {}

    /**
     * @param roots the relations that are asked for
     */
    static ReadOnce below(List<Relation> roots) {
        ReadOnce readOnce = new ReadOnce();
        for (Relation relation : Trees.relations(roots)) {
            int times = isPlain(relation) ? 1 : OFTEN;
            Trees.forEachInput(relation, input -> readOnce.note(input, times));
            // The cells of a datatable are constants, and there may be very many of them.
            if (!(relation instanceof Relation.Rows)) {
                Trees.forEachScalar(relation, readOnce::scalar);
            }
        }
        return readOnce;
    }

    /** A scalar is computed for every row, and reads its relation each time. */
    private void scalar(Scalar scalar) {
        Trees.subquery(scalar).ifPresent(relation -> note(relation, OFTEN));
        Trees.forEachChild(scalar, this::scalar);
    }

    private void note(Relation relation, int times) {
        readers.merge(relation, times, Integer::sum);
    }

    /** Whether the rows of a relation are asked for no more than once. */
    boolean has(Relation relation) {
        return readers.getOrDefault(relation, OFTEN) < OFTEN;
    }

    /** Whether an operator reads its input once. Filters look behind them at the sides of joins, which are kept. */
    private static boolean isPlain(Relation relation) {
        return switch (relation) {
            case Relation.Filter ignored -> true;
            case Relation.Project ignored -> true;
            case Relation.Aggregate ignored -> true;
            case Relation.Sort ignored -> true;
            case Relation.Take ignored -> true;
            case Relation.Expand ignored -> true;
            case Relation.Parse ignored -> true;
            case Relation.Marker ignored -> true;
            case Relation.TableScan ignored -> false;
            case Relation.Rows ignored -> false;
            case Relation.Range ignored -> false;
            case Relation.External ignored -> false;
            case Relation.FunctionScan ignored -> false;
            case Relation.Join ignored -> false;
            case Relation.Union ignored -> false;
            case Relation.Apply ignored -> false;
            case Relation.Evaluate ignored -> false;
            case Relation.Other ignored -> false;
            case Relation.Unresolved ignored -> false;
        };
    }
}
