package dev.kqlift.semantic;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.JoinKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.NamePattern;
import dev.kqlift.syntax.Parameter;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code join}, {@code lookup}, {@code union}. */
final class CombinationBinder {
    /** Joins of joins double their columns; no real query comes near. */
    private static final int MOST_COLUMNS = 10_000;

    private final Session session;
    private final ScalarBinder scalars;
    private final TableBinder tables;

    CombinationBinder(Session session, ScalarBinder scalars, TableBinder tables) {
        this.session = session;
        this.scalars = scalars;
        this.tables = tables;
    }

    // ---- join

    Relation join(Relation left, TabularOperator.Join join, Names names) {
        Relation right = tables.table(join.right(), names);
        JoinKind kind = kind(join);
        RowScope leftRow = RowScope.of(left);
        RowScope rightRow = RowScope.of(right);
        List<Relation.JoinCondition> conditions = new ArrayList<>();
        for (Expression on : join.on()) {
            conditions(on, leftRow, rightRow, names, conditions);
        }
        Relation knownLeft = Inference.add(left, leftRow.inferred());
        Relation knownRight = Inference.add(right, rightRow.inferred());
        if (join.where().isPresent()) {
            session.report(
                    DiagnosticCode.KB004,
                    join.where().get().origin(),
                    "`join … where` is not analysed; write `on` with the keys");
        }
        Set<Column> keys = new HashSet<>();
        if (join.lookup()) {
            for (Relation.JoinCondition condition : conditions) {
                if (condition.right() instanceof Scalar.ColumnRef(var column, var origin)) {
                    keys.add(column);
                }
            }
        }
        List<Assignment> rightColumns = kind.leftColumnsOnly()
                ? List.of()
                : rightColumns(knownLeft, knownRight, keys, kind.rightColumnsOnly(), join.origin());
        List<Column> columns = new ArrayList<>();
        if (!kind.rightColumnsOnly()) {
            columns.addAll(knownLeft.columns());
        }
        rightColumns.forEach(assignment -> columns.add(assignment.column()));
        if (columns.size() > MOST_COLUMNS) {
            session.report(
                    DiagnosticCode.KB009,
                    join.origin(),
                    "the join has more than " + MOST_COLUMNS + " columns; what follows is not analysed");
            return new Relation.Unresolved("join", List.of(), join.origin());
        }
        boolean open = !kind.rightColumnsOnly() && left.open() || !kind.leftColumnsOnly() && right.open();
        return new Relation.Join(
                kind, join.lookup(), knownLeft, knownRight, conditions, rightColumns, columns, open, join.origin());
    }

    private JoinKind kind(TabularOperator.Join join) {
        for (Parameter parameter : join.parameters()) {
            if ("kind".equals(parameter.name())) {
                return switch (parameter.word()) {
                    case "inner" -> JoinKind.INNER;
                    case "innerunique" -> JoinKind.INNER_UNIQUE;
                    case "leftouter" -> JoinKind.LEFT_OUTER;
                    case "rightouter" -> JoinKind.RIGHT_OUTER;
                    case "fullouter" -> JoinKind.FULL_OUTER;
                    case "leftsemi" -> JoinKind.LEFT_SEMI;
                    case "rightsemi" -> JoinKind.RIGHT_SEMI;
                    case "leftanti", "anti", "leftantisemi" -> JoinKind.LEFT_ANTI;
                    case "rightanti", "rightantisemi" -> JoinKind.RIGHT_ANTI;
                    default -> {
                        session.report(
                                DiagnosticCode.KB004,
                                parameter.origin(),
                                "`" + parameter.word() + "` is no kind of join; it is taken as innerunique");
                        yield JoinKind.INNER_UNIQUE;
                    }
                };
            }
        }
        return join.lookup() ? JoinKind.LEFT_OUTER : JoinKind.INNER_UNIQUE;
    }

    /** One condition: a common column, an equality of {@code $left} and {@code $right}, or several under {@code and}. */
    private void conditions(
            Expression on, RowScope left, RowScope right, Names names, List<Relation.JoinCondition> into) {
        switch (on) {
            case Expression.Parenthesized(var inner, var origin) -> conditions(inner, left, right, names, into);
            case Expression.Logical(var conjunction, var operands, var origin)
            when conjunction -> {
                for (Expression operand : operands) {
                    conditions(operand, left, right, names, into);
                }
            }
            case Expression.NameReference name ->
                into.add(condition(
                        scalars.bind(name, left, Names.NONE), scalars.bind(name, right, Names.NONE), name.origin()));
            default -> {
                Scalar bound = scalars.bind(on, RowScope.ofJoin(left, right), names);
                if (bound instanceof Scalar.Comparison(var operator, var a, var b, var caseRule, var origin)
                        && operator == ComparisonOperator.EQUAL) {
                    boolean turned = isTurned(on);
                    if (turned) {
                        session.report(
                                DiagnosticCode.KT001,
                                origin,
                                "the left operand of a join condition is a column of $left; turn it round");
                    }
                    into.add(
                            arePlainKeys(a, b, origin)
                                    ? condition(turned ? b : a, turned ? a : b, origin)
                                    : new Relation.JoinCondition(turned ? b : a, turned ? a : b, origin));
                } else {
                    session.report(
                            DiagnosticCode.KB004,
                            on.origin(),
                            "a join condition is a common column or an equality of $left and $right columns");
                    into.add(new Relation.JoinCondition(
                            new Scalar.Unbound("condition", KqlType.UNKNOWN, on.origin()), bound, on.origin()));
                }
            }
        }
    }

    /** Whether a condition is written {@code $right.a == $left.b}. */
    private static boolean isTurned(Expression on) {
        return on instanceof Expression.Binary(var operator, var left, var right, var origin)
                && left instanceof Expression.Path(var side, var member, var ignored)
                && side instanceof Expression.NameReference name
                && "$right".equals(name.name());
    }

    /** Reports keys of an equality that are computed, or dynamic. A common column may be dynamic. */
    private boolean arePlainKeys(Scalar a, Scalar b, Origin origin) {
        boolean plain = true;
        for (Scalar key : List.of(a, b)) {
            if (!(key instanceof Scalar.ColumnRef) && !(key instanceof Scalar.Unbound)) {
                plain = false;
                session.report(
                        DiagnosticCode.KT001,
                        key.origin(),
                        "a join condition compares columns; make this a column with extend before the join");
            }
        }
        if (plain && a.type() == KqlType.DYNAMIC && b.type() == KqlType.DYNAMIC) {
            session.report(
                    DiagnosticCode.KT001,
                    origin,
                    "the keys of a join cannot be dynamic; convert them with tostring() or its like before the join");
        }
        return plain;
    }

    /** Keys compare only with keys of their type; an int compares with a long. */
    private Relation.JoinCondition condition(Scalar left, Scalar right, Origin origin) {
        KqlType a = TypeRules.promoted(left.type());
        KqlType b = TypeRules.promoted(right.type());
        if (a != KqlType.UNKNOWN && b != KqlType.UNKNOWN && a != b) {
            session.report(
                    DiagnosticCode.KT001,
                    origin,
                    "the keys of a join have one type, these are a "
                            + left.type().word() + " and a " + right.type().word());
        }
        return new Relation.JoinCondition(left, right, origin);
    }

    /** The right side's columns under the names that they have in the result. */
    private List<Assignment> rightColumns(
            Relation left, Relation right, Set<Column> leftOut, boolean alone, Origin origin) {
        Set<String> taken = new HashSet<>();
        Set<String> ofLeft = new HashSet<>();
        if (!alone) {
            left.columns().forEach(column -> ofLeft.add(column.name()));
            taken.addAll(ofLeft);
        }
        right.columns().forEach(column -> taken.add(column.name()));
        List<Assignment> assignments = new ArrayList<>(right.columns().size());
        for (Column column : right.columns()) {
            if (leftOut.contains(column)) {
                continue;
            }
            String name = column.name();
            for (int i = 1; ofLeft.contains(column.name()) && !taken.add(name); i++) {
                name = column.name() + i;
            }
            assignments.add(new Assignment(session.column(name, column.type()), new Scalar.ColumnRef(column, origin)));
        }
        return assignments;
    }

    // ---- union

    Relation union(Optional<Relation> input, TabularOperator.Union union, Names names) {
        List<TableBinder.Source> inputs = new ArrayList<>();
        input.ifPresent(piped -> inputs.add(new TableBinder.Source(piped, Optional.empty())));
        for (NamePattern source : union.sources()) {
            inputs.addAll(tables.sources(source, names));
        }
        String source = "";
        boolean fuzzy = false;
        boolean inner = false;
        for (Parameter parameter : union.parameters()) {
            switch (parameter.name()) {
                case "withsource", "with_source" -> source = parameter.word();
                case "isfuzzy" -> fuzzy = "true".equals(parameter.word());
                case "kind" -> inner = "inner".equals(parameter.word());
                default -> {
                    // a hint: no effect on the rows
                }
            }
        }
        return combine(inputs, source, fuzzy, inner, union.origin());
    }

    /** All rows of several relations. */
    Relation combine(List<Relation> inputs, Origin origin) {
        return searched(
                inputs.stream()
                        .map(input -> new TableBinder.Source(input, Optional.empty()))
                        .toList(),
                origin);
    }

    /** All rows of the tables and views that are searched. */
    Relation searched(List<TableBinder.Source> sources, Origin origin) {
        return combine(sources, "", true, false, origin);
    }

    /** The columns of one name: one for each type that it has, in the order in which they turn up. */
    private record Group(Map<KqlType, Column> byType, int[] uses) {}

    private Relation combine(
            List<TableBinder.Source> inputs, String source, boolean fuzzy, boolean inner, Origin origin) {
        Map<String, Group> groups = new LinkedHashMap<>();
        boolean open = false;
        for (TableBinder.Source input : inputs) {
            open |= input.relation().open();
            for (Column column : input.relation().columns()) {
                Group group =
                        groups.computeIfAbsent(column.name(), name -> new Group(new LinkedHashMap<>(), new int[1]));
                group.byType().putIfAbsent(column.type(), column);
                group.uses()[0]++;
            }
        }
        List<Column> columns = new ArrayList<>();
        Optional<Column> sourceColumn =
                source.isEmpty() ? Optional.empty() : Optional.of(session.column(source, KqlType.STRING));
        sourceColumn.ifPresent(columns::add);
        Map<String, Map<KqlType, Column>> results = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(groups.keySet());
        for (Map.Entry<String, Group> entry : groups.entrySet()) {
            if (inner && entry.getValue().uses()[0] < inputs.size()) {
                continue;
            }
            results.put(entry.getKey(), unify(entry.getKey(), entry.getValue(), taken, columns));
        }
        List<Relation.UnionInput> given = new ArrayList<>(inputs.size());
        for (TableBinder.Source input : inputs) {
            given.add(new Relation.UnionInput(
                    input.relation(), mapping(input.relation(), columns, results), input.view()));
        }
        return new Relation.Union(given, fuzzy, sourceColumn, columns, open, origin);
    }

    /** A column whose type is not known joins the one that is; further types get the type's name behind the column's. */
    private Map<KqlType, Column> unify(String name, Group group, Set<String> taken, List<Column> columns) {
        Map<KqlType, Column> result = new LinkedHashMap<>();
        List<KqlType> types = new ArrayList<>(group.byType().keySet());
        boolean severalKnown =
                types.stream().filter(type -> type != KqlType.UNKNOWN).count() > 1;
        for (KqlType type : types) {
            if (type == KqlType.UNKNOWN && types.size() > 1) {
                continue;
            }
            String unique = name;
            if (severalKnown) {
                unique = name + "_" + type.word();
                for (int i = 1; !taken.add(unique); i++) {
                    unique = name + "_" + type.word() + i;
                }
            }
            Column column = session.column(unique, type);
            columns.add(column);
            result.put(type, column);
        }
        if (types.size() > 1 && group.byType().containsKey(KqlType.UNKNOWN)) {
            result.put(KqlType.UNKNOWN, result.values().iterator().next());
        }
        return result;
    }

    private static List<Optional<Column>> mapping(
            Relation input, List<Column> columns, Map<String, Map<KqlType, Column>> results) {
        Map<Column, Column> fills = new LinkedHashMap<>();
        for (Column column : input.columns()) {
            Map<KqlType, Column> byType = results.get(column.name());
            if (byType != null && byType.containsKey(column.type())) {
                fills.put(byType.get(column.type()), column);
            }
        }
        List<Optional<Column>> mapping = new ArrayList<>(columns.size());
        for (Column column : columns) {
            mapping.add(Optional.ofNullable(fills.get(column)));
        }
        return mapping;
    }
}
