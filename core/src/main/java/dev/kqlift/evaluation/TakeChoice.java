package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** Which rows {@code take}, {@code top} and {@code sample} leave is the engine's choice, unless the order of the rows tells. */
final class TakeChoice {
    private final Relation.Take take;
    private final RowSet input;
    private final EvaluationContext context;

    TakeChoice(Relation.Take take, RowSet input, EvaluationContext context) {
        this.take = take;
        this.input = input;
        this.context = context;
    }

    /** Says so where another choice of that many rows would give others. */
    void state(int size) {
        if (size == 0 || size == input.size() || !Choices.differ(input.rows())) {
            return;
        }
        switch (take.kind()) {
            case SAMPLE ->
                context.choices()
                        .demand(
                                "`sample` takes rows at random",
                                take.origin(),
                                () -> Refusals.construct("`sample` takes rows at random", take.origin()));
            case TAKE, TOP -> {
                if (take.input() instanceof Relation.Sort sort) {
                    ties(sort, size);
                } else if (!input.serialized()) {
                    context.choices().note("which rows are taken is not defined without a sort before", take.origin());
                }
            }
        }
    }

    /** Whether rows that are equal to the sort stand on both sides of the cut. */
    private void ties(Relation.Sort sort, int size) {
        List<Value> last = keys(sort, size - 1);
        if (Choices.differ(last, keys(sort, size))) {
            return;
        }
        List<List<Value>> tied = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            if (!Choices.differ(last, keys(sort, i))) {
                tied.add(input.rows().get(i));
            }
        }
        if (Choices.differ(tied)) {
            context.choices().note("which of the rows that tie are taken is not defined", take.origin());
        }
    }

    private List<Value> keys(Relation.Sort sort, int index) {
        return sort.keys().stream()
                .map(Relation.SortKey::value)
                .map(key -> ScalarEvaluator.evaluate(key, input.row(index), context))
                .toList();
    }
}
