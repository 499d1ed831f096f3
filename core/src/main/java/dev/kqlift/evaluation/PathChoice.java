package dev.kqlift.evaluation;

import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which matches are part of the result, once the condition of the match has been asked. */
final class PathChoice {
    private PathChoice() {}

    /** What a relation matches, where it is a match or the condition of one. */
    static Optional<OperatorMeaning.GraphMatch> match(Relation relation) {
        return matching(relation)
                .flatMap(other -> other.meaning() instanceof OperatorMeaning.GraphMatch match
                        ? Optional.of(match)
                        : Optional.empty());
    }

    /** The relation of all matches, of which a condition has left some. */
    private static Optional<Relation.Other> matching(Relation relation) {
        return switch (relation) {
            case Relation.Filter filter -> matching(filter.input());
            case Relation.Other other when other.meaning() instanceof OperatorMeaning.GraphMatch -> Optional.of(other);
            default -> Optional.empty();
        };
    }

    /** The rows that are projected; of a relation that is no match all of them. */
    static RowSet chosen(Relation relation, RowSet kept, RelationEvaluator evaluator) {
        Optional<OperatorMeaning.GraphMatch> match = match(relation);
        if (match.isEmpty()) {
            return kept;
        }
        RowSet all = evaluator.evaluate(matching(relation).orElseThrow());
        RowSet chosen = switch (match.get().shortest()) {
            case NOT_ASKED -> kept;
            case ANY -> shortest(all, kept, true, relation, evaluator);
            case ALL -> shortest(all, kept, false, relation, evaluator);
        };
        for (int i = 0; i < chosen.size(); i++) {
            if (Logic.isTrue(chosen.row(i).value(GraphMatching.DOUBTFUL.id()).orElseThrow())) {
                throw Refusals.construct(
                        "a match has one edge or node at two places; whether the engine takes it is not known",
                        relation.origin());
            }
        }
        return chosen;
    }

    private static RowSet shortest(
            RowSet all, RowSet kept, boolean any, Relation relation, RelationEvaluator evaluator) {
        Map<RowKey, Long> least = lengths(all);
        Map<RowKey, Long> leastKept = lengths(kept);
        List<List<Value>> rows = new ArrayList<>();
        Map<RowKey, Boolean> taken = new LinkedHashMap<>();
        for (int i = 0; i < kept.size(); i++) {
            RowKey ends = ends(kept.row(i));
            long length = length(kept.row(i));
            if (!least.getOrDefault(ends, length).equals(leastKept.get(ends))) {
                throw Refusals.construct(
                        "the condition leaves no shortest path; whether the engine then takes a longer one is not known",
                        relation.origin());
            }
            if (length != leastKept.getOrDefault(ends, -1L)) {
                continue;
            }
            boolean first = taken.put(ends, true) == null;
            if (first || !any) {
                rows.add(kept.rows().get(i));
            } else {
                evaluator
                        .context()
                        .choices()
                        .note("which of several shortest paths is taken is not defined", relation.origin());
            }
        }
        return kept.with(rows);
    }

    private static Map<RowKey, Long> lengths(RowSet rows) {
        Map<RowKey, Long> lengths = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            lengths.merge(ends(rows.row(i)), length(rows.row(i)), Math::min);
        }
        return lengths;
    }

    private static RowKey ends(Row row) {
        return RowKey.of(List.of(
                row.value(GraphMatching.FIRST_NODE.id()).orElseThrow(),
                row.value(GraphMatching.LAST_NODE.id()).orElseThrow()));
    }

    private static long length(Row row) {
        return row.value(GraphMatching.length(0).id()).orElseThrow() instanceof Value.Whole(var length, var type)
                ? length
                : 0;
    }
}
