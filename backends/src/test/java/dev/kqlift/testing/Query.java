package dev.kqlift.testing;

import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.backend.BackendRegistry;
import dev.kqlift.catalog.Function;
import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Origin;
import dev.kqlift.source.SourceText;
import dev.kqlift.translation.Translation;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bound query in the making. Immutable; every operator gives a new one. */
public final class Query {
    private static final Origin HERE = Origin.of(0, 1);
    private static final BackendRegistry BACKENDS = BackendRegistry.builtIn();

    private final Relation relation;
    private final int next;

    private Query(Relation relation, int next) {
        this.relation = relation;
        this.next = next;
    }

    /** A table with columns written {@code name:type}. */
    public static Query table(String name, String... columns) {
        List<Column> list = new ArrayList<>();
        for (String column : columns) {
            int colon = column.indexOf(':');
            KqlType type = KqlType.ofName(column.substring(colon + 1)).orElseThrow();
            list.add(new Column(new ColumnId(list.size()), column.substring(0, colon), type));
        }
        return new Query(new Relation.TableScan(name, list, false, HERE), list.size());
    }

    public Relation relation() {
        return relation;
    }

    /** The column of a name. */
    public Scalar.ColumnRef ref(String name) {
        Column column = relation.columns().stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Scalar.ColumnRef(column, HERE);
    }

    public Query where(Scalar predicate) {
        return new Query(new Relation.Filter(relation, predicate, HERE), next);
    }

    /** {@code extend}: pairs of a name and a value. */
    public Query extend(Object... pairs) {
        return project(Relation.ProjectKind.EXTEND, List.of(), pairs);
    }

    /** {@code project}: kept names first. */
    public Query project(List<String> kept, Object... pairs) {
        return project(Relation.ProjectKind.PROJECT, kept, pairs);
    }

    private Query project(Relation.ProjectKind kind, List<String> kept, Object... pairs) {
        List<Assignment> assignments = assignments(next, pairs);
        List<Column> columns = new ArrayList<>();
        for (Column column : relation.columns()) {
            boolean stays = kind == Relation.ProjectKind.EXTEND
                    ? assignments.stream()
                            .noneMatch(item -> item.column().name().equals(column.name()))
                    : kept.contains(column.name());
            if (stays) {
                columns.add(column);
            }
        }
        assignments.forEach(item -> columns.add(item.column()));
        return new Query(
                new Relation.Project(relation, kind, assignments, columns, false, HERE), next + assignments.size());
    }

    private static List<Assignment> assignments(int first, Object... pairs) {
        List<Assignment> result = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Scalar value = (Scalar) pairs[i + 1];
            result.add(new Assignment(
                    new Column(new ColumnId(first + result.size()), (String) pairs[i], value.type()), value));
        }
        return result;
    }

    /** {@code summarize}: the aggregates, then the keys, each as pairs. */
    public Query summarize(List<Object> aggregates, List<Object> keys) {
        return group(Relation.AggregateKind.SUMMARIZE, aggregates, keys);
    }

    /** {@code distinct} over columns. */
    public Query distinct(String... names) {
        List<Object> keys = new ArrayList<>();
        for (String name : names) {
            keys.add(name);
            keys.add(ref(name));
        }
        return group(Relation.AggregateKind.DISTINCT, List.of(), keys);
    }

    private Query group(Relation.AggregateKind kind, List<Object> aggregates, List<Object> keys) {
        List<Assignment> by = assignments(next, keys.toArray());
        List<Assignment> made = assignments(next + by.size(), aggregates.toArray());
        List<Column> columns = new ArrayList<>();
        by.forEach(item -> columns.add(item.column()));
        made.forEach(item -> columns.add(item.column()));
        return new Query(new Relation.Aggregate(relation, kind, by, made, columns, false, HERE), next + columns.size());
    }

    public Query sort(Scalar value, boolean ascending, boolean nullsFirst) {
        return new Query(
                new Relation.Sort(relation, List.of(new Relation.SortKey(value, ascending, nullsFirst)), HERE), next);
    }

    public Query take(long count) {
        return new Query(new Relation.Take(relation, Relation.TakeKind.TAKE, whole(count), HERE), next);
    }

    /** The relation put through a function that makes any other operator of it. */
    public Query with(java.util.function.UnaryOperator<Relation> operator) {
        return new Query(operator.apply(relation), next);
    }

    public Translation to(String target) {
        return to(target, RuleMetadata.EMPTY);
    }

    public Translation to(String target, RuleMetadata metadata) {
        String text = "a query of some length";
        SourceFile file = new SourceFile("rules/sample.kql", SourceText.of(text), List.of());
        RuleDocument document = new RuleDocument(
                file, RuleKind.QUERY, metadata, Optional.of(EmbeddedText.contiguous(text, 0)), List.of());
        BoundQuery bound = new BoundQuery(
                Optional.of(relation), Optional.empty(), List.of(), List.of(), List.of(), Map.of(), List.of());
        return BACKENDS.backend(target)
                .orElseThrow()
                .translate(new AnalyzedRule(document, Optional.of(bound), RuleAnalysis.EMPTY, List.of()));
    }

    // Scalars.

    public static Scalar.Constant text(String value) {
        return new Scalar.Constant(new Value.Text(value), HERE);
    }

    public static Scalar.Constant whole(long value) {
        return new Scalar.Constant(new Value.Whole(value, KqlType.LONG), HERE);
    }

    public static Scalar.Constant real(double value) {
        return new Scalar.Constant(new Value.Real(value), HERE);
    }

    /** A time span in seconds. */
    public static Scalar.Constant span(long seconds) {
        return new Scalar.Constant(new Value.TimeSpan(seconds * 10_000_000), HERE);
    }

    public static Scalar array(String... values) {
        List<Value> items = new ArrayList<>();
        for (String value : values) {
            items.add(new Value.Text(value));
        }
        return new Scalar.Constant(new Value.Array(items), HERE);
    }

    public static Scalar compare(Scalar left, ComparisonOperator operator, Scalar right) {
        return new Scalar.Comparison(operator, left, right, CaseRule.SENSITIVE, HERE);
    }

    public static Scalar equal(Scalar left, Scalar right) {
        return compare(left, ComparisonOperator.EQUAL, right);
    }

    public static Scalar unequal(Scalar left, Scalar right) {
        return compare(left, ComparisonOperator.NOT_EQUAL, right);
    }

    /** {@code =~}. */
    public static Scalar alike(Scalar left, Scalar right) {
        return new Scalar.Comparison(ComparisonOperator.EQUAL, left, right, CaseRule.INSENSITIVE, HERE);
    }

    public static Scalar match(MatchKind kind, Scalar text, String... patterns) {
        return match(kind, text, CaseRule.INSENSITIVE, false, false, patterns);
    }

    public static Scalar match(
            MatchKind kind, Scalar text, CaseRule rule, boolean all, boolean negated, String... patterns) {
        List<Scalar> list = new ArrayList<>();
        for (String pattern : patterns) {
            list.add(text(pattern));
        }
        return new Scalar.StringMatch(kind, text, list, all, rule, negated, HERE);
    }

    public static Scalar in(Scalar subject, CaseRule rule, boolean negated, Scalar... items) {
        return new Scalar.InList(subject, List.of(items), rule, negated, HERE);
    }

    public static Scalar between(Scalar subject, Scalar low, Scalar high, boolean negated) {
        return new Scalar.Between(subject, low, high, negated, HERE);
    }

    public static Scalar and(Scalar... operands) {
        return new Scalar.Logical(true, List.of(operands), HERE);
    }

    public static Scalar or(Scalar... operands) {
        return new Scalar.Logical(false, List.of(operands), HERE);
    }

    public static Scalar not(Scalar operand) {
        return new Scalar.Not(operand, HERE);
    }

    public static Scalar member(Scalar target, String name) {
        return new Scalar.Member(target, name, HERE);
    }

    public static Scalar element(Scalar target, long index) {
        return new Scalar.Element(target, whole(index), HERE);
    }

    public static Scalar call(String name, KqlType type, Scalar... arguments) {
        Function function = FunctionCatalog.builtIn().scalar(name).orElseThrow();
        return new Scalar.Call(function, List.of(arguments), type, HERE);
    }

    public static Scalar aggregate(String name, KqlType type, Scalar... arguments) {
        Function function = FunctionCatalog.builtIn().aggregate(name).orElseThrow();
        return new Scalar.AggregateCall(function, List.of(arguments), type, HERE);
    }

    public static Scalar arithmetic(
            dev.kqlift.ir.ArithmeticOperator operator, Scalar left, Scalar right, KqlType type) {
        return new Scalar.Arithmetic(operator, left, right, type, HERE);
    }
}
