package dev.kqlift.evaluation;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code find}: a table that has no column of the predicate is left out, whatever the predicate says of its rows. */
final class Finding {
    private final OperatorMeaning.Find find;
    private final Relation.Other relation;
    private final RelationEvaluator evaluator;
    private final Scalar predicate;
    private final Relation source;

    Finding(OperatorMeaning.Find find, Relation.Other relation, RelationEvaluator evaluator) {
        this.find = find;
        this.relation = relation;
        this.evaluator = evaluator;
        this.predicate = relation.scalars().getFirst();
        this.source = relation.inputs().getFirst();
    }

    RowSet evaluate() {
        RowSet input = evaluator.evaluate(source);
        if (find.packed().isPresent()) {
            throw Refusals.construct(
                    "what `pack_` holds is not certain; name the columns with project", relation.origin());
        }
        relation.made().forEach(column -> demandMissing(column, input));
        List<Optional<String>> names = SourceNames.ofRows(source, evaluator);
        List<Boolean> searched = searched();
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            Row row = input.row(i);
            if (searched.get(i)
                    && Logic.isTrue(Logic.condition(
                            ScalarEvaluator.evaluate(predicate, row, evaluator.context()), predicate.origin()))) {
                rows.add(values(row, names.get(i)));
            }
        }
        return new RowSet(relation.columns(), rows, false);
    }

    /** A column that is asked for in another type than a table has it in would be converted. */
    private void demandMissing(Column column, RowSet input) {
        boolean has = input.columns().stream()
                .anyMatch(own -> own.name().equals(column.name()) || own.name().startsWith(column.name() + "_"));
        if (has && !column.id().equals(find.table().id())) {
            throw Refusals.construct(
                    "`" + column.name() + "` is asked for in another type than a table has it in", relation.origin());
        }
    }

    private List<Value> values(Row row, Optional<String> table) {
        List<Value> values = new ArrayList<>(relation.columns().size());
        for (Column column : relation.columns()) {
            values.add(
                    column.id().equals(find.table().id())
                            ? new Value.Text(table.orElseThrow(
                                    () -> Refusals.construct("the name of this input is not known", source.origin())))
                            : row.value(column.id()).orElse(Nulls.of(column.type())));
        }
        return values;
    }

    /** For each row whether its table has a column of the predicate. */
    private List<Boolean> searched() {
        Set<Column> asked = new LinkedHashSet<>();
        boolean[] all = new boolean[1];
        asked(predicate, asked, all);
        List<Boolean> searched = new ArrayList<>();
        if (!(source instanceof Relation.Union union)) {
            evaluator.evaluate(source).rows().forEach(row -> searched.add(true));
            return searched;
        }
        for (Relation.UnionInput input : union.inputs()) {
            boolean has = all[0];
            for (int i = 0; i < union.columns().size(); i++) {
                has |= input.columns().get(i).isPresent()
                        && asked.contains(union.columns().get(i));
            }
            for (int i = evaluator.evaluate(input.relation()).size(); i > 0; i--) {
                searched.add(has);
            }
        }
        return searched;
    }

    private static void asked(Scalar scalar, Set<Column> columns, boolean[] all) {
        switch (scalar) {
            case Scalar.ColumnRef(var column, var origin) -> columns.add(column);
            case Scalar.AnyColumn ignored -> all[0] = true;
            default -> {
                // its operands say what it asks for
            }
        }
        Trees.forEachChild(scalar, child -> asked(child, columns, all));
    }
}
