package dev.kqlift.evaluation;

import dev.kqlift.catalog.FileProfile;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Operators that {@link Relation.Other} stands for. */
final class OtherOperators {
    private final RelationEvaluator evaluator;
    private final EvaluationContext context;

    OtherOperators(RelationEvaluator evaluator) {
        this.evaluator = evaluator;
        this.context = evaluator.context();
    }

    RowSet evaluate(Relation.Other other) {
        return switch (other.meaning()) {
            case OperatorMeaning.MakeSeries series ->
                new SeriesMaking(series, other, context, evaluator.budget()).evaluate(input(other));
            case OperatorMeaning.TopNested nested -> new TopNesting(nested, other, context).evaluate(input(other));
            case OperatorMeaning.TopHitters hitters -> topHitters(other, hitters);
            case OperatorMeaning.SampleDistinct sample -> sampleDistinct(other, sample);
            case OperatorMeaning.Scan scan -> new ScanMachine(scan, other, context).evaluate(input(other));
            case OperatorMeaning.Search search -> search(other, search);
            case OperatorMeaning.Find find -> new Finding(find, other, evaluator).evaluate();
            case OperatorMeaning.GetSchema() -> getSchema(other);
            case OperatorMeaning.Invocation invocation -> invoked(other, invocation);
            case OperatorMeaning.GraphMatch match -> new GraphMatching(match, other, evaluator).evaluate();
            case OperatorMeaning.EndNodes ends -> new GraphTables(other, evaluator).ends(ends);
            case OperatorMeaning.MarkComponents marked -> new GraphTables(other, evaluator).marked(marked);
            case OperatorMeaning.GraphTable table -> new GraphTables(other, evaluator).table(table);
            case OperatorMeaning.MakeGraph graph -> throw Refusals.construct("a graph has no rows", other.origin());
            case OperatorMeaning.Unstated() -> unstated(other);
        };
    }

    /** Columns that were made up over an open relation: when that one runs, the columns that it has come to light. */
    private RowSet unstated(Relation.Other other) {
        if (other.inputs().size() == 1 && other.inputs().getFirst().open()) {
            evaluator.evaluate(other.inputs().getFirst());
        }
        throw Refusals.construct("`" + other.operator() + "` is not evaluated", other.origin());
    }

    private RowSet invoked(Relation.Other other, OperatorMeaning.Invocation invocation) {
        if (!FileProfile.FUNCTION.equals(invocation.function())) {
            throw Refusals.construct(
                    "`" + invocation.function() + "` is not defined in the query; what it gives is not known",
                    other.origin());
        }
        return new FileProfiles(other, invocation, evaluator).evaluate(input(other));
    }

    private RowSet input(Relation.Other other) {
        return evaluator.evaluate(other.inputs().getFirst());
    }

    private long count(Scalar count) {
        if (ScalarEvaluator.evaluate(count, Row.EMPTY, context) instanceof Value.Whole(var most, var type)
                && most >= 0) {
            return most;
        }
        throw Refusals.construct("the number of rows is a whole number that is not negative", count.origin());
    }

    // ---- top-hitters, sample-distinct

    private RowSet topHitters(Relation.Other other, OperatorMeaning.TopHitters hitters) {
        RowSet input = input(other);
        Comparator<List<Value>> heaviest = (one, next) -> ValueOrder.compare(next.get(1), one.get(1), other.origin());
        List<List<Value>> rows = new ArrayList<>();
        for (Aggregation.Members members :
                Aggregation.groups(input, List.of(hitters.of()), context).values()) {
            Value weight = new Value.Whole(members.rows().size(), KqlType.LONG);
            if (hitters.by().isPresent()) {
                weight = sum(
                        new Group(input, members.rows(), context), hitters.by().get());
            }
            rows.add(List.of(members.keys().getFirst(), weight));
        }
        rows.sort(heaviest);
        int most = (int) Math.min(count(hitters.count()), rows.size());
        if (most > 0 && most < rows.size() && heaviest.compare(rows.get(most - 1), rows.get(most)) == 0) {
            String tie = "hitters tie, and which of them comes first is not defined";
            context.choices().demand(tie, other.origin(), () -> Refusals.construct(tie, other.origin()));
        }
        return new RowSet(other.columns(), rows.subList(0, most), true);
    }

    private static Value sum(Group group, Scalar by) {
        long sum = 0;
        for (int i = 0; i < group.size(); i++) {
            if (!(group.value(by, i) instanceof Value.Whole(var weight, var type))) {
                throw Refusals.construct("a weight that is no whole number is not evaluated", by.origin());
            }
            sum += weight;
        }
        return new Value.Whole(sum, KqlType.LONG);
    }

    private RowSet sampleDistinct(Relation.Other other, OperatorMeaning.SampleDistinct sample) {
        List<Assignment> of = List.of(sample.of());
        List<List<Value>> rows = new ArrayList<>();
        Aggregation.groups(input(other), of, context).values().forEach(members -> rows.add(members.keys()));
        if (count(sample.count()) < rows.size()) {
            String choice = "which of the distinct values are taken is not defined";
            context.choices().demand(choice, other.origin(), () -> Refusals.construct(choice, other.origin()));
        }
        int most = (int) Math.min(count(sample.count()), rows.size());
        return new RowSet(other.columns(), rows.subList(0, most), false);
    }

    // ---- search, getschema

    private RowSet search(Relation.Other other, OperatorMeaning.Search search) {
        Relation source = other.inputs().getFirst();
        Scalar predicate = other.scalars().getFirst();
        RowSet input = evaluator.evaluate(source);
        List<Optional<String>> names = SourceNames.ofRows(source, evaluator);
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            if (takes(predicate, input.row(i))) {
                List<Value> row = new ArrayList<>();
                for (Column column : other.columns()) {
                    row.add(
                            column.id().equals(search.table().id())
                                    ? new Value.Text(tableName(names.get(i), source, search))
                                    : input.row(i).value(column.id()).orElseThrow());
                }
                rows.add(row);
            }
        }
        return new RowSet(other.columns(), rows, false);
    }

    /** {@code search *} takes all rows. */
    private boolean takes(Scalar predicate, Row row) {
        return predicate instanceof Scalar.AnyColumn
                || Logic.isTrue(Logic.condition(ScalarEvaluator.evaluate(predicate, row, context), predicate.origin()));
    }

    private static String tableName(Optional<String> name, Relation source, OperatorMeaning.Search search) {
        if (name.isPresent()) {
            return name.get();
        }
        if (search.overPipe() && SourceNames.isLiteral(source)) {
            return "search_arg0";
        }
        throw Refusals.construct("the name in `$table` is not known here", source.origin());
    }

    private RowSet getSchema(Relation.Other other) {
        Relation described = other.inputs().getFirst();
        if (described.open()) {
            // Running it brings the columns to light that it has beside those that the query names.
            evaluator.evaluate(described);
            throw Refusals.construct("the columns of this input are not known", other.origin());
        }
        List<List<Value>> rows = new ArrayList<>();
        List<Column> columns = described.columns();
        for (int i = 0; i < columns.size(); i++) {
            KqlType type = columns.get(i).type();
            rows.add(List.of(
                    new Value.Text(columns.get(i).name()),
                    new Value.Whole(i, KqlType.INT),
                    new Value.Text(dataType(type, other)),
                    new Value.Text(type.word())));
        }
        return new RowSet(other.columns(), rows, true);
    }

    private static String dataType(KqlType type, Relation.Other other) {
        return switch (type) {
            case BOOL -> "System.SByte";
            case INT -> "System.Int32";
            case LONG -> "System.Int64";
            case REAL -> "System.Double";
            case DECIMAL -> "System.Data.SqlTypes.SqlDecimal";
            case STRING -> "System.String";
            case DATETIME -> "System.DateTime";
            case TIMESPAN -> "System.TimeSpan";
            case GUID -> "System.Guid";
            case DYNAMIC -> "System.Object";
            case UNKNOWN -> throw Refusals.construct("the type of a column is not known", other.origin());
        };
    }
}
