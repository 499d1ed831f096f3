package dev.kqlift.semantic;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Name;
import dev.kqlift.syntax.NamedExpression;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code summarize}, {@code distinct}, {@code count}, {@code make-series}, {@code top-nested} and their like. */
final class AggregationBinder {
    private final Session session;
    private final ScalarBinder scalars;
    private final SeveralColumns several;

    AggregationBinder(Session session, ScalarBinder scalars) {
        this.session = session;
        this.scalars = scalars;
        this.several = new SeveralColumns(session, scalars);
    }

    /** What is known while one operator's columns are worked out. */
    private record Work(RowScope row, Names names, ColumnNames used, List<Assignment> keys) {}

    Relation summarize(Relation input, TabularOperator.Summarize summarize, Names names) {
        RowScope row = RowScope.of(input);
        Work work = new Work(row, names, new ColumnNames(), new ArrayList<>());
        reserve(summarize.keys(), work.used());
        reserve(summarize.aggregates(), work.used());
        keys(summarize.keys(), work);
        List<Assignment> aggregates = new ArrayList<>();
        for (NamedExpression item : summarize.aggregates()) {
            aggregate(item, work, aggregates);
        }
        return new Relation.Aggregate(
                Inference.add(input, row.inferred()),
                Relation.AggregateKind.SUMMARIZE,
                work.keys(),
                aggregates,
                columns(work.keys(), aggregates),
                input.open() && summarize.aggregates().stream().anyMatch(AggregationBinder::returnsAll),
                summarize.origin());
    }

    /** {@code arg_max(t, *)}: the result has every column of the input, also those that are not known. */
    private static boolean returnsAll(NamedExpression item) {
        return item.value() instanceof Expression.Call call && hasStar(call);
    }

    /** Names that are written win over names that are made up. */
    private static void reserve(List<NamedExpression> items, ColumnNames used) {
        for (NamedExpression item : items) {
            for (Name name : item.names()) {
                used.take(name.text());
            }
        }
    }

    private static List<Column> columns(List<Assignment> keys, List<Assignment> aggregates) {
        List<Column> columns = new ArrayList<>(keys.size() + aggregates.size());
        keys.forEach(key -> columns.add(key.column()));
        aggregates.forEach(aggregate -> columns.add(aggregate.column()));
        return columns;
    }

    private void keys(List<NamedExpression> items, Work work) {
        for (NamedExpression item : items) {
            Scalar value = scalars.bind(item.value(), work.row(), work.names());
            if (value.type() == KqlType.DYNAMIC) {
                session.report(
                        DiagnosticCode.KT001,
                        item.value().origin(),
                        "rows cannot be grouped by a dynamic value; convert it with tostring() or its like");
            }
            List<Assignment> several = this.several.of(item, value);
            if (several.isEmpty()) {
                work.keys().add(new Assignment(session.column(nameOf(item, work, false), value.type()), value));
            } else {
                work.keys().addAll(several);
            }
        }
    }

    private String nameOf(NamedExpression item, Work work, boolean aggregates) {
        if (!item.names().isEmpty()) {
            return item.names().get(0).text();
        }
        return scalars.resultNames()
                .of(item.value(), aggregates)
                .map(work.used()::unique)
                .orElseGet(() -> work.used().numbered(work.row()));
    }

    private void aggregate(NamedExpression item, Work work, List<Assignment> into) {
        Expression expression = item.value();
        if (expression instanceof Expression.Call call
                && work.names().find(call.function().text()).isEmpty()) {
            switch (call.function().text()) {
                case "arg_max", "arg_min", "argmax", "argmin" -> {
                    extremes(item, call, work, into);
                    return;
                }
                case "take_any", "any" -> {
                    if (call.arguments().size() > 1 || hasStar(call)) {
                        anyOf(item, call, work, into);
                        return;
                    }
                }
                case "percentiles", "percentilesw" -> {
                    percentiles(item, call, work, into);
                    return;
                }
                default -> {
                    // one column
                }
            }
        }
        Scalar value = scalars.bindAggregate(expression, work.row(), work.names());
        List<Assignment> several = this.several.of(item, value);
        if (!several.isEmpty()) {
            into.addAll(several);
            return;
        }
        String name;
        if (item.names().isEmpty() && expression instanceof Expression.Call call) {
            name = unnamed(call, value, work);
        } else {
            name = nameOf(item, work, true);
        }
        into.add(new Assignment(session.column(name, typeOf(value)), value));
    }

    private String unnamed(Expression.Call call, Scalar value, Work work) {
        ColumnNames used = work.used();
        return switch (call.function().text()) {
            case "percentile", "percentilew" -> {
                int index = "percentile".equals(call.function().text()) ? 1 : 2;
                yield used.unique("percentile_" + argumentName(call, 0) + "_" + percent(value, index));
            }
            case "covariance", "covarianceif", "covariancep", "covariancepif" ->
                used.unique(call.function().text() + "_" + argumentName(call, 0) + "_" + argumentName(call, 1));
            case "take_any" ->
                used.unique(
                        call.arguments().isEmpty()
                                ? "any_arg0"
                                : nameOr(call.arguments().get(0).value(), "any_arg0"));
            default -> {
                Optional<String> stated = scalars.resultNames().of(call, true);
                yield stated.isPresent() ? used.unique(stated.get()) : used.numbered(work.row());
            }
        };
    }

    private static KqlType typeOf(Scalar value) {
        if (value instanceof Scalar.AggregateCall call && call.function().name().startsWith("percentile")) {
            return switch (call.type()) {
                case INT -> KqlType.LONG;
                case DECIMAL -> KqlType.REAL;
                case BOOL, LONG, REAL, STRING, DATETIME, TIMESPAN, GUID, DYNAMIC, UNKNOWN -> call.type();
            };
        }
        return value.type();
    }

    private String argumentName(Expression.Call call, int index) {
        return index < call.arguments().size()
                ? scalars.resultNames()
                        .ofArgument(call.arguments().get(index), false)
                        .orElse("")
                : "";
    }

    private String nameOr(Expression expression, String otherwise) {
        return scalars.resultNames().of(expression, false).orElse(otherwise);
    }

    private static String percent(Scalar call, int index) {
        return call instanceof Scalar.AggregateCall(var function, var arguments, var type, var origin)
                        && index < arguments.size()
                        && arguments.get(index) instanceof Scalar.Constant(var value, var ignored)
                ? percent(value)
                : "i_";
    }

    private static String percent(Value value) {
        String text = ValueText.of(value);
        String trimmed = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        return trimmed.startsWith("-") ? "i_" : trimmed.replace('.', '_');
    }

    private static boolean hasStar(Expression.Call call) {
        return call.arguments().stream().anyMatch(argument -> argument.value() instanceof Expression.Star);
    }

    /** {@code arg_max(m, r, …)}: the column of m, then those that are returned beside it. */
    private void extremes(NamedExpression item, Expression.Call call, Work work, List<Assignment> into) {
        Scalar bound = scalars.bindAggregate(call, work.row(), work.names());
        if (!(bound instanceof Scalar.AggregateCall aggregate)
                || aggregate.arguments().isEmpty()) {
            into.add(new Assignment(session.column(nameOf(item, work, true), bound.type()), bound));
            return;
        }
        boolean maximum = call.function().text().endsWith("max");
        boolean old = !call.function().text().contains("_");
        String word = maximum ? "max_" : "min_";
        String measured = argumentName(call, 0);
        String first = old ? word + measured : measured.isEmpty() ? word : measured;
        Returned returned = new Returned(item, work, into);
        Scalar measure = aggregate.arguments().get(0);
        returned.add(first, aggregate, measure.type());
        for (int i = 1; i < call.arguments().size(); i++) {
            Expression.Argument argument = call.arguments().get(i);
            if (argument.value() instanceof Expression.Star) {
                returned.addAll(old ? word + measured + "_" : "", measure);
                continue;
            }
            Scalar value = aggregate.arguments().get(i);
            String plain = argument.name().isPresent()
                    ? argument.name().get().text()
                    : nameOr(argument.value(), old ? "arg" + i : "max_" + measured + "_arg" + i);
            if (!maximum && argument.name().isEmpty() && plain.startsWith("max_" + measured + "_arg")) {
                plain = "min_" + plain.substring("max_".length());
            }
            returned.add(old ? word + measured + "_" + plain : plain, value, value.type());
        }
    }

    /** {@code take_any(a, b)}, {@code any(*)}. */
    private void anyOf(NamedExpression item, Expression.Call call, Work work, List<Assignment> into) {
        Scalar bound = scalars.bindAggregate(call, work.row(), work.names());
        if (!(bound instanceof Scalar.AggregateCall aggregate)) {
            into.add(new Assignment(session.column(nameOf(item, work, true), bound.type()), bound));
            return;
        }
        String prefix = "any".equals(call.function().text()) ? "any_" : "";
        Returned returned = new Returned(item, work, into);
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = call.arguments().get(i).value();
            if (argument instanceof Expression.Star) {
                returned.addAll(prefix, aggregate);
                continue;
            }
            Scalar value = aggregate.arguments().get(i);
            String name = scalars.resultNames()
                    .of(argument, false)
                    .map(found -> prefix + found)
                    .orElse("any_arg" + i);
            returned.add(name, i == 0 ? aggregate : value, value.type());
        }
    }

    private void percentiles(NamedExpression item, Expression.Call call, Work work, List<Assignment> into) {
        Scalar bound = scalars.bindAggregate(call, work.row(), work.names());
        int first = "percentiles".equals(call.function().text()) ? 1 : 2;
        if (!(bound instanceof Scalar.AggregateCall aggregate)
                || aggregate.arguments().size() <= first) {
            into.add(new Assignment(session.column(nameOf(item, work, true), bound.type()), bound));
            return;
        }
        Returned returned = new Returned(item, work, into);
        String measured = argumentName(call, 0);
        for (int i = first; i < aggregate.arguments().size(); i++) {
            List<Scalar> arguments = new ArrayList<>(aggregate.arguments().subList(0, first));
            arguments.add(aggregate.arguments().get(i));
            Scalar one =
                    new Scalar.AggregateCall(aggregate.function(), arguments, aggregate.type(), aggregate.origin());
            returned.add("percentile_" + measured + "_" + percent(one, first), one, typeOf(one));
        }
    }

    /** Columns that one call makes: the names before {@code =} go to the first of them. */
    private final class Returned {
        private final NamedExpression item;
        private final Work work;
        private final List<Assignment> into;
        private int count;

        Returned(NamedExpression item, Work work, List<Assignment> into) {
            this.item = item;
            this.work = work;
            this.into = into;
        }

        void add(String name, Scalar value, KqlType type) {
            String given = count < item.names().size()
                    ? item.names().get(count).text()
                    : work.used().unique(name);
            count++;
            into.add(new Assignment(session.column(given, type), value));
        }

        /**
         * All columns of the input but the keys that are plain columns and what the call already returns. Where the call
         * has returned none yet, the first of them holds it, and stands in front of its arguments.
         */
        void addAll(String prefix, Scalar measure) {
            for (Column column : work.row().columns()) {
                boolean taken =
                        measure instanceof Scalar.ColumnRef(var measured, var ignored) && measured.equals(column)
                                || isKey(column)
                                || isReturned(column);
                if (!taken) {
                    Scalar value = new Scalar.ColumnRef(column, item.origin());
                    add(prefix + column.name(), count == 0 ? leading(value, measure) : value, column.type());
                }
            }
        }

        private static Scalar leading(Scalar column, Scalar measure) {
            if (!(measure instanceof Scalar.AggregateCall(var function, var arguments, var type, var origin))) {
                return measure;
            }
            List<Scalar> all = new ArrayList<>(arguments);
            all.addFirst(column);
            return new Scalar.AggregateCall(function, all, column.type(), origin);
        }

        private boolean isKey(Column column) {
            for (Assignment key : work.keys()) {
                if (key.value() instanceof Scalar.ColumnRef(var passed, var ignored) && passed.equals(column)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isReturned(Column column) {
            for (Assignment assignment : into.subList(into.size() - count, into.size())) {
                if (assignment.value() instanceof Scalar.ColumnRef(var returned, var ignored)
                        && returned.equals(column)) {
                    return true;
                }
            }
            return false;
        }
    }

    // ---- distinct, count

    Relation distinct(Relation input, TabularOperator.Distinct distinct, Names names) {
        RowScope row = RowScope.of(input);
        Work work = new Work(row, names, new ColumnNames(), new ArrayList<>());
        reserve(distinct.items(), work.used());
        boolean all = false;
        for (NamedExpression item : distinct.items()) {
            if (item.value() instanceof Expression.Star) {
                all = true;
                for (Column column : row.columns()) {
                    if (!work.used().isTaken(column.name())) {
                        work.keys()
                                .add(new Assignment(
                                        session.column(work.used().unique(column.name()), column.type()),
                                        new Scalar.ColumnRef(column, item.origin())));
                    }
                }
            } else {
                keys(List.of(item), work);
            }
        }
        return new Relation.Aggregate(
                Inference.add(input, row.inferred()),
                Relation.AggregateKind.DISTINCT,
                work.keys(),
                List.of(),
                columns(work.keys(), List.of()),
                all && input.open(),
                distinct.origin());
    }

    Relation count(Relation input, String name, Origin origin) {
        Scalar count = session.functions()
                .aggregate("count")
                .<Scalar>map(function -> new Scalar.AggregateCall(function, List.of(), KqlType.LONG, origin))
                .orElse(new Scalar.Unbound("count", KqlType.LONG, origin));
        List<Assignment> aggregates = List.of(new Assignment(session.column(name, KqlType.LONG), count));
        return new Relation.Aggregate(
                input,
                Relation.AggregateKind.COUNT,
                List.of(),
                aggregates,
                columns(List.of(), aggregates),
                false,
                origin);
    }

    // ---- make-series

    Relation makeSeries(Relation input, TabularOperator.MakeSeries series, Names names) {
        RowScope row = RowScope.of(input);
        Work work = new Work(row, names, new ColumnNames(), new ArrayList<>());
        reserve(series.keys(), work.used());
        keys(series.keys(), work);
        List<Scalar> bound = new ArrayList<>();
        List<Column> made = new ArrayList<>();
        work.keys().forEach(key -> {
            bound.add(key.value());
            made.add(key.column());
        });
        List<OperatorMeaning.Series> items = new ArrayList<>(series.items().size());
        for (TabularOperator.SeriesItem item : series.items()) {
            Scalar value = scalars.bindAggregate(item.value().value(), row, names);
            bound.add(value);
            Column column = session.column(nameOf(item.value(), work, true), KqlType.DYNAMIC);
            made.add(column);
            items.add(new OperatorMeaning.Series(
                    new Assignment(column, value),
                    item.defaultValue().map(otherwise -> scalars.bind(otherwise, RowScope.NONE, names))));
        }
        Scalar axis = scalars.bind(series.on().value(), row, names);
        bound.add(axis);
        Column steps = session.column(nameOf(series.on(), work, false), KqlType.DYNAMIC);
        made.add(steps);
        List<Optional<Scalar>> grid = new ArrayList<>(3);
        for (Optional<Expression> end : List.of(series.from(), series.to(), series.step())) {
            Optional<Scalar> value = end.map(expression -> scalars.bind(expression, row, names));
            value.ifPresent(bound::add);
            grid.add(value);
        }
        boolean nonEmpty = series.parameters().stream()
                .anyMatch(parameter -> "kind".equals(parameter.name()) && "nonempty".equals(parameter.word()));
        return new Relation.Other(
                "make-series",
                List.of(Inference.add(input, row.inferred())),
                bound,
                made,
                made,
                false,
                new OperatorMeaning.MakeSeries(
                        work.keys(),
                        items,
                        new Assignment(steps, axis),
                        grid.get(0),
                        grid.get(1),
                        grid.get(2),
                        nonEmpty,
                        series.inRange()),
                series.origin());
    }

    // ---- top-nested, top-hitters, sample-distinct

    Relation topNested(Relation input, TabularOperator.TopNested top, Names names) {
        RowScope row = RowScope.of(input);
        List<Scalar> bound = new ArrayList<>();
        List<Column> made = new ArrayList<>();
        List<OperatorMeaning.Level> levels = new ArrayList<>(top.clauses().size());
        for (TabularOperator.TopNestedClause clause : top.clauses()) {
            Scalar of = scalars.bind(clause.of().value(), row, names);
            String name = clause.of().names().isEmpty()
                    ? nameOr(clause.of().value(), "")
                    : clause.of().names().get(0).text();
            Scalar by = scalars.bindAggregate(clause.by().value(), row, names);
            String byName = clause.by().names().isEmpty()
                    ? "aggregated_" + name
                    : clause.by().names().get(0).text();
            bound.add(of);
            Optional<Scalar> others = clause.others().map(value -> scalars.bind(value, row, names));
            others.ifPresent(bound::add);
            bound.add(by);
            Assignment value = new Assignment(session.column(name, of.type()), of);
            Assignment weight = new Assignment(session.column(byName, by.type()), by);
            made.add(value.column());
            made.add(weight.column());
            boolean ascending =
                    clause.direction().isPresent() && clause.direction().get().ascending();
            levels.add(new OperatorMeaning.Level(
                    clause.count().map(count -> scalars.bind(count, RowScope.NONE, names)),
                    value,
                    others,
                    weight,
                    ascending));
        }
        return new Relation.Other(
                "top-nested",
                List.of(Inference.add(input, row.inferred())),
                bound,
                made,
                made,
                false,
                new OperatorMeaning.TopNested(levels),
                top.origin());
    }

    Relation topHitters(Relation input, TabularOperator.TopHitters top, Names names) {
        RowScope row = RowScope.of(input);
        Scalar of = scalars.bind(top.of().value(), row, names);
        String name = nameOf(top.of(), new Work(row, names, new ColumnNames(), List.of()), false);
        List<Scalar> bound = new ArrayList<>(List.of(of));
        String counted = "approximate_count_" + name;
        if (top.by().isPresent()) {
            bound.add(scalars.bind(top.by().get().value(), row, names));
            counted = "approximate_sum_" + nameOr(top.by().get().value(), "");
        }
        List<Column> made = List.of(session.column(name, of.type()), session.column(counted, KqlType.LONG));
        return new Relation.Other(
                "top-hitters",
                List.of(Inference.add(input, row.inferred())),
                bound,
                made,
                made,
                false,
                new OperatorMeaning.TopHitters(
                        scalars.bind(top.count(), RowScope.NONE, names),
                        new Assignment(made.get(0), of),
                        made.get(1),
                        bound.size() > 1 ? Optional.of(bound.get(1)) : Optional.empty()),
                top.origin());
    }

    Relation sampleDistinct(Relation input, TabularOperator.SampleDistinct sample, Names names) {
        RowScope row = RowScope.of(input);
        Scalar column = scalars.bind(sample.column(), row, names);
        List<Column> made = List.of(session.column(nameOr(sample.column(), "Column1"), column.type()));
        return new Relation.Other(
                "sample-distinct",
                List.of(Inference.add(input, row.inferred())),
                List.of(column),
                made,
                made,
                false,
                new OperatorMeaning.SampleDistinct(
                        scalars.bind(sample.count(), RowScope.NONE, names), new Assignment(made.getFirst(), column)),
                sample.origin());
    }
}
