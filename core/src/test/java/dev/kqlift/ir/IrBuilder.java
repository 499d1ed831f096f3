package dev.kqlift.ir;

import dev.kqlift.catalog.Function;
import dev.kqlift.catalog.FunctionKind;
import dev.kqlift.catalog.ResultName;
import dev.kqlift.catalog.ReturnRule;
import dev.kqlift.catalog.Signature;
import dev.kqlift.catalog.Volatility;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds bound trees by hand, as the binder would: fresh ids for made columns, origins in the order of building. */
public final class IrBuilder {
    private int nextId;
    private int nextOrigin;

    private Origin origin() {
        nextOrigin++;
        return Origin.of(nextOrigin, nextOrigin + 1);
    }

    /** The next nodes are built as if they stood at this place of the text. */
    public void at(int offset) {
        nextOrigin = offset;
    }

    public Column column(String name, KqlType type) {
        return new Column(new ColumnId(nextId++), name, type);
    }

    public Column text(String name) {
        return column(name, KqlType.STRING);
    }

    public Relation.TableScan table(String name, Column... columns) {
        return new Relation.TableScan(name, List.of(columns), false, origin());
    }

    /** A table of text columns. */
    public Relation.TableScan table(String name, String... columns) {
        return new Relation.TableScan(
                name, Arrays.stream(columns).map(this::text).toList(), false, origin());
    }

    /** The column of a name in a relation. */
    public static Column named(Relation relation, String name) {
        return relation.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public Scalar.ColumnRef ref(Relation relation, String name) {
        return ref(named(relation, name));
    }

    public Scalar.ColumnRef ref(Column column) {
        return new Scalar.ColumnRef(column, origin());
    }

    public Scalar.Constant constant(Value value) {
        return new Scalar.Constant(value, origin());
    }

    public Scalar.Constant constant(String text) {
        return constant(new Value.Text(text));
    }

    public Scalar.Constant constant(long number) {
        return constant(new Value.Whole(number, KqlType.LONG));
    }

    public Scalar.Constant constant(boolean truth) {
        return constant(new Value.Bool(truth));
    }

    public Scalar.Comparison compare(Scalar left, ComparisonOperator operator, Scalar right) {
        return new Scalar.Comparison(operator, left, right, CaseRule.SENSITIVE, origin());
    }

    public Scalar.Comparison equal(Scalar left, Scalar right) {
        return compare(left, ComparisonOperator.EQUAL, right);
    }

    public Scalar.Comparison equalAnyCase(Scalar left, Scalar right) {
        return new Scalar.Comparison(ComparisonOperator.EQUAL, left, right, CaseRule.INSENSITIVE, origin());
    }

    public Scalar.StringMatch match(MatchKind kind, Scalar text, String... patterns) {
        List<Scalar> list = new ArrayList<>();
        for (String pattern : patterns) {
            list.add(constant(pattern));
        }
        CaseRule rule = kind == MatchKind.REGEX ? CaseRule.SENSITIVE : CaseRule.INSENSITIVE;
        return new Scalar.StringMatch(kind, text, list, false, rule, false, origin());
    }

    public Scalar.InList in(Scalar subject, boolean negated, Scalar... items) {
        return new Scalar.InList(subject, List.of(items), CaseRule.SENSITIVE, negated, origin());
    }

    public Scalar.Logical and(Scalar... operands) {
        return new Scalar.Logical(true, List.of(operands), origin());
    }

    public Scalar.Logical or(Scalar... operands) {
        return new Scalar.Logical(false, List.of(operands), origin());
    }

    public Scalar.Not not(Scalar operand) {
        return new Scalar.Not(operand, origin());
    }

    public Scalar.Member member(Scalar target, String name) {
        return new Scalar.Member(target, name, origin());
    }

    public Scalar.Element element(Scalar target, long index) {
        return new Scalar.Element(target, constant(index), origin());
    }

    public Scalar.Call call(String function, KqlType type, Scalar... arguments) {
        return new Scalar.Call(function(function, FunctionKind.SCALAR, type), List.of(arguments), type, origin());
    }

    public Scalar.AggregateCall aggregate(String function, KqlType type, Scalar... arguments) {
        return new Scalar.AggregateCall(
                function(function, FunctionKind.AGGREGATE, type), List.of(arguments), type, origin());
    }

    private static Function function(String name, FunctionKind kind, KqlType type) {
        return new Function(
                name,
                kind,
                List.of(new Signature(List.of(), ReturnRule.DECLARED, type)),
                new ResultName(ResultName.Rule.NONE, ""),
                Optional.empty(),
                Volatility.values()[0]);
    }

    public Relation.Filter where(Relation input, Scalar predicate) {
        return new Relation.Filter(input, predicate, origin());
    }

    public Assignment assign(String name, Scalar value) {
        return new Assignment(column(name, value.type()), value);
    }

    /** {@code extend}: a column of a known name is replaced in place. */
    public Relation.Project extend(Relation input, Assignment... assignments) {
        List<Column> columns = new ArrayList<>(input.columns());
        for (Assignment assignment : assignments) {
            replaceOrAdd(columns, assignment.column());
        }
        return new Relation.Project(
                input, Relation.ProjectKind.EXTEND, List.of(assignments), columns, input.open(), origin());
    }

    private static void replaceOrAdd(List<Column> columns, Column made) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(made.name())) {
                columns.set(i, made);
                return;
            }
        }
        columns.add(made);
    }

    /** An operator of the family of {@code project} that passes columns on. */
    public Relation.Project pass(Relation input, Relation.ProjectKind kind, String... names) {
        List<Column> columns =
                Arrays.stream(names).map(name -> named(input, name)).toList();
        return new Relation.Project(input, kind, List.of(), columns, false, origin());
    }

    /** {@code project} with computed columns only. */
    public Relation.Project project(Relation input, Assignment... assignments) {
        return new Relation.Project(
                input,
                Relation.ProjectKind.PROJECT,
                List.of(assignments),
                columns(List.of(assignments)),
                false,
                origin());
    }

    /** {@code project-rename}: the column keeps its id. */
    public Relation.Project rename(Relation input, String from, String to) {
        List<Column> columns = input.columns().stream()
                .map(column -> column.name().equals(from) ? new Column(column.id(), to, column.type()) : column)
                .toList();
        return new Relation.Project(
                input, Relation.ProjectKind.PROJECT_RENAME, List.of(), columns, input.open(), origin());
    }

    public Relation.Aggregate summarize(Relation input, List<Assignment> aggregates, List<Assignment> keys) {
        List<Column> columns = new ArrayList<>(columns(keys));
        columns.addAll(columns(aggregates));
        return new Relation.Aggregate(
                input, Relation.AggregateKind.SUMMARIZE, keys, aggregates, columns, false, origin());
    }

    /** A join on one column of the same name, its right columns named as the engine does. */
    public Relation.Join join(Relation left, Relation right, String key) {
        Relation.JoinCondition condition = new Relation.JoinCondition(ref(left, key), ref(right, key), origin());
        List<Assignment> rights = new ArrayList<>();
        for (Column column : right.columns()) {
            boolean taken =
                    left.columns().stream().anyMatch(other -> other.name().equals(column.name()));
            rights.add(assign(taken ? column.name() + "1" : column.name(), ref(column)));
        }
        List<Column> columns = new ArrayList<>(left.columns());
        columns.addAll(columns(rights));
        return new Relation.Join(
                JoinKind.LEFT_OUTER, false, left, right, List.of(condition), rights, columns, false, origin());
    }

    /** A union of relations by the names of their columns. */
    public Relation.Union union(Relation... inputs) {
        List<Column> columns = new ArrayList<>();
        for (Relation input : inputs) {
            for (Column column : input.columns()) {
                if (columns.stream().noneMatch(made -> made.name().equals(column.name()))) {
                    columns.add(column(column.name(), column.type()));
                }
            }
        }
        List<Relation.UnionInput> list = new ArrayList<>();
        for (Relation input : inputs) {
            list.add(new Relation.UnionInput(
                    input,
                    columns.stream()
                            .map(made -> input.columns().stream()
                                    .filter(column -> column.name().equals(made.name()))
                                    .findFirst())
                            .toList()));
        }
        return new Relation.Union(list, false, Optional.empty(), columns, false, origin());
    }

    public Relation.Rows datatable(String name, Scalar... cells) {
        return new Relation.Rows(
                Relation.RowsKind.DATATABLE,
                List.of(text(name)),
                Arrays.stream(cells).map(List::of).toList(),
                origin());
    }

    private static List<Column> columns(List<Assignment> assignments) {
        return assignments.stream().map(Assignment::column).toList();
    }

    public static BoundQuery query(Relation result, Relation... unused) {
        return new BoundQuery(
                Optional.of(result), Optional.empty(), List.of(unused), List.of(), List.of(), Map.of(), List.of());
    }
}
