package dev.kqlift.translation;

import dev.kqlift.catalog.Function;
import dev.kqlift.catalog.FunctionKind;
import dev.kqlift.catalog.ResultName;
import dev.kqlift.catalog.Volatility;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.JoinKind;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds small queries over a table with the columns {@code a}, {@code b}, {@code c}. */
final class TestQuery {
    private int next = 100;

    final Column a = new Column(new ColumnId(1), "a", KqlType.STRING);
    final Column b = new Column(new ColumnId(2), "b", KqlType.STRING);
    final Column c = new Column(new ColumnId(3), "c", KqlType.LONG);

    Relation table() {
        return new Relation.TableScan("T", List.of(a, b, c), false, Origin.NONE);
    }

    Scalar ref(Column column) {
        return new Scalar.ColumnRef(column, Origin.NONE);
    }

    Scalar has(Column column) {
        return new Scalar.StringMatch(
                MatchKind.TERM, ref(column), List.of(text("x")), false, CaseRule.INSENSITIVE, false, Origin.of(5, 8));
    }

    Scalar text(String value) {
        return new Scalar.Constant(new Value.Text(value), Origin.NONE);
    }

    Scalar number(long value) {
        return new Scalar.Constant(new Value.Whole(value, KqlType.LONG), Origin.NONE);
    }

    Scalar greater(Scalar left, Scalar right) {
        return new Scalar.Comparison(ComparisonOperator.GREATER, left, right, CaseRule.SENSITIVE, Origin.NONE);
    }

    Scalar not(Scalar operand) {
        return new Scalar.Not(operand, Origin.NONE);
    }

    Scalar and(Scalar... operands) {
        return new Scalar.Logical(true, List.of(operands), Origin.NONE);
    }

    Scalar call(String name, Volatility volatility, Scalar... arguments) {
        return new Scalar.Call(
                function(name, FunctionKind.SCALAR, volatility), List.of(arguments), KqlType.LONG, Origin.of(1, 2));
    }

    Scalar aggregateCall(String name, Scalar... arguments) {
        return new Scalar.AggregateCall(
                function(name, FunctionKind.AGGREGATE, Volatility.IMMUTABLE),
                List.of(arguments),
                KqlType.LONG,
                Origin.of(1, 2));
    }

    private static Function function(String name, FunctionKind kind, Volatility volatility) {
        return new Function(
                name, kind, List.of(), new ResultName(ResultName.Rule.NONE, ""), Optional.empty(), volatility);
    }

    Column column(String name) {
        return new Column(new ColumnId(next++), name, KqlType.LONG);
    }

    Relation where(Relation input, Scalar predicate) {
        return new Relation.Filter(input, predicate, Origin.NONE);
    }

    Relation extend(Relation input, Column column, Scalar value) {
        List<Column> columns = new ArrayList<>(input.columns());
        columns.add(column);
        return new Relation.Project(
                input,
                Relation.ProjectKind.EXTEND,
                List.of(new Assignment(column, value)),
                columns,
                false,
                Origin.NONE);
    }

    Relation project(Relation input, Column... columns) {
        return new Relation.Project(
                input, Relation.ProjectKind.PROJECT, List.of(), List.of(columns), false, Origin.NONE);
    }

    Relation summarize(Relation input, List<Column> keys, Column result, Scalar call) {
        List<Assignment> keyAssignments = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (Column key : keys) {
            Column made = new Column(new ColumnId(next++), key.name(), key.type());
            keyAssignments.add(new Assignment(made, ref(key)));
            columns.add(made);
        }
        columns.add(result);
        return new Relation.Aggregate(
                input,
                Relation.AggregateKind.SUMMARIZE,
                keyAssignments,
                List.of(new Assignment(result, call)),
                columns,
                false,
                Origin.NONE);
    }

    Relation distinct(Relation input, Column key) {
        Column made = new Column(new ColumnId(next++), key.name(), key.type());
        return new Relation.Aggregate(
                input,
                Relation.AggregateKind.DISTINCT,
                List.of(new Assignment(made, ref(key))),
                List.of(),
                List.of(made),
                false,
                Origin.NONE);
    }

    Relation take(Relation input) {
        return new Relation.Take(input, Relation.TakeKind.TAKE, number(3), Origin.NONE);
    }

    Relation sort(Relation input, Column key) {
        return new Relation.Sort(input, List.of(new Relation.SortKey(ref(key), false, false)), Origin.NONE);
    }

    Relation join(JoinKind kind, Relation left, Column leftKey, Relation right, Column rightKey) {
        List<Column> columns = new ArrayList<>();
        if (!kind.rightColumnsOnly()) {
            columns.addAll(left.columns());
        }
        List<Assignment> rightColumns = new ArrayList<>();
        if (!kind.leftColumnsOnly()) {
            for (Column column : right.columns()) {
                Column made = new Column(new ColumnId(next++), column.name() + "1", column.type());
                rightColumns.add(new Assignment(made, ref(column)));
                columns.add(made);
            }
        }
        return new Relation.Join(
                kind,
                false,
                left,
                right,
                List.of(new Relation.JoinCondition(ref(leftKey), ref(rightKey), Origin.NONE)),
                rightColumns,
                columns,
                false,
                Origin.NONE);
    }

    Relation union(Relation first, Relation second) {
        return new Relation.Union(
                List.of(
                        new Relation.UnionInput(
                                first,
                                first.columns().stream().map(Optional::of).toList()),
                        new Relation.UnionInput(
                                second,
                                second.columns().stream().map(Optional::of).toList())),
                false,
                Optional.empty(),
                first.columns(),
                false,
                Origin.NONE);
    }
}
