package dev.kqlift.semantic;

import dev.kqlift.catalog.Function;
import dev.kqlift.catalog.ResultColumn;
import dev.kqlift.catalog.ReturnRule;
import dev.kqlift.catalog.Signature;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Name;
import dev.kqlift.syntax.RowSchema;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code evaluate}: the columns that a plugin returns, where they follow from its call. */
final class PluginBinder {
    private final Session session;
    private final ScalarBinder scalars;
    private final TableBinder tables;

    PluginBinder(Session session, ScalarBinder scalars, TableBinder tables) {
        this.session = session;
        this.scalars = scalars;
        this.tables = tables;
    }

    /** Columns, and whether there may be more. */
    private record Result(List<Column> columns, boolean open) {}

    Relation evaluate(Relation input, TabularOperator.Evaluate evaluate, Names names) {
        String name = evaluate.plugin().text();
        Optional<Function> plugin = session.functions().plugin(name);
        RowScope row = RowScope.of(input);
        List<Scalar> arguments = new ArrayList<>();
        RowScope lookup = RowScope.NONE;
        for (Expression.Argument argument : evaluate.arguments()) {
            boolean ofLookup = argument.value() instanceof Expression.NameReference reference
                    && row.find(reference.name()).isEmpty()
                    && lookup != RowScope.NONE;
            Scalar bound = argument(argument.value(), ofLookup ? lookup : row, names);
            if (bound instanceof Scalar.RelationArgument(var table, var origin)) {
                lookup = RowScope.of(table);
            }
            arguments.add(bound);
        }
        // A key of a lookup table that nobody knows is one of its columns; the result says `open` for the rest of them.
        List<Column> keys = lookup.inferred();
        List<Scalar> given = new ArrayList<>(arguments);
        given.replaceAll(argument -> argument instanceof Scalar.RelationArgument(var table, var origin) && table.open()
                ? new Scalar.RelationArgument(Inference.add(table, keys), origin)
                : argument);
        Relation known = Inference.add(input, row.inferred());
        if (plugin.isEmpty()) {
            session.report(
                    DiagnosticCode.KB003,
                    evaluate.plugin().origin(),
                    "`" + name + "` is no plugin that kqlift knows; the columns after it are inferred from use");
        }
        Optional<List<TableSchema.ColumnSchema>> observed =
                session.observed().at(evaluate.origin().span());
        Result result = evaluate.schema()
                .map(schema -> new Result(stated(schema, known, name, arguments), false))
                .or(() -> observed.map(found -> new Result(observed(found, known, arguments), false)))
                .or(() -> plugin.map(found -> result(found, known, evaluate, arguments)))
                .orElseGet(() -> new Result(List.of(), true));
        List<Optional<String>> argumentNames = evaluate.arguments().stream()
                .map(argument -> argument.name().map(Name::text))
                .toList();
        return new Relation.Evaluate(
                known, plugin, name, given, argumentNames, result.columns(), result.open(), evaluate.origin());
    }

    private Scalar argument(Expression argument, RowScope row, Names names) {
        if (argument instanceof Expression.NameReference name
                && row.find(name.name()).isEmpty()
                && (names.find(name.name()).isPresent()
                        || session.tables().table(name.name()).isPresent())) {
            return ScalarBinder.asScalar(tables.any(argument, names), argument.origin());
        }
        if (argument instanceof Expression.Parenthesized
                || argument instanceof Expression.Pipeline
                || argument instanceof Expression.OperatorSource) {
            Expression inner = argument;
            while (inner instanceof Expression.Parenthesized(var nested, var origin)) {
                inner = nested;
            }
            if (inner instanceof Expression.Pipeline || inner instanceof Expression.OperatorSource) {
                return new Scalar.RelationArgument(tables.table(inner, names), argument.origin());
            }
        }
        return scalars.bindAggregate(argument, row, names);
    }

    /** The columns of {@code : (schema)}; its star stands for the input without the column that is unpacked. */
    private List<Column> stated(RowSchema schema, Relation input, String plugin, List<Scalar> arguments) {
        List<Column> columns = new ArrayList<>();
        if (schema.star()) {
            columns.addAll("bag_unpack".equals(plugin) ? without(input.columns(), arguments, 0) : input.columns());
        }
        columns.addAll(tables.declared(schema));
        return columns;
    }

    /** The columns that a run found: those of the input are passed on, but for the one that is taken apart. */
    private List<Column> observed(List<TableSchema.ColumnSchema> found, Relation input, List<Scalar> arguments) {
        List<Column> kept = without(input.columns(), arguments, 0);
        List<Column> columns = new ArrayList<>(found.size());
        for (TableSchema.ColumnSchema column : found) {
            columns.add(kept.stream()
                    .filter(own -> own.name().equals(column.name()) && own.type() == column.type())
                    .findFirst()
                    .orElseGet(() -> session.column(column.name(), column.type())));
        }
        return columns;
    }

    private static List<Column> without(List<Column> columns, List<Scalar> arguments, int index) {
        List<Column> kept = new ArrayList<>(columns);
        if (index < arguments.size() && arguments.get(index) instanceof Scalar.ColumnRef(var column, var origin)) {
            kept.removeIf(candidate -> candidate.id().equals(column.id()));
        }
        return kept;
    }

    private Result result(Function plugin, Relation input, TabularOperator.Evaluate evaluate, List<Scalar> arguments) {
        switch (plugin.name()) {
            case "bag_unpack" -> {
                return new Result(without(input.columns(), arguments, 0), true);
            }
            case "pivot" -> {
                return new Result(pivot(input, arguments), true);
            }
            case "ipv4_lookup", "ipv6_lookup" -> {
                return lookup(input, arguments, extraKeys(arguments));
            }
            case "geo_line_lookup" -> {
                return lookup(input, arguments, List.of());
            }
            case "geo_polygon_lookup" -> {
                return lookup(input, arguments, arguments.size() > 1 ? List.of(arguments.get(1)) : List.of());
            }
            case "python", "r", "csharp" -> {
                return script(input, evaluate);
            }
            case "sequence_detect" -> {
                return new Result(sequence(evaluate, arguments), false);
            }
            case "rolling_percentile" -> {
                return new Result(rolling(evaluate, arguments), false);
            }
            case "dcount_intersect" -> {
                List<Column> columns = new ArrayList<>(input.columns());
                for (int i = 0; i < arguments.size(); i++) {
                    columns.add(session.column("s" + i, KqlType.LONG));
                }
                return new Result(columns, input.open());
            }
            case "ai_embeddings", "ai_embed_text" -> {
                return with(input, evaluate, "_embeddings", KqlType.DYNAMIC);
            }
            case "ai_chat_completion", "ai_chat_completion_prompt" -> {
                return with(input, evaluate, "_completion", KqlType.STRING);
            }
            case "preview" -> {
                return new Result(input.columns(), true);
            }
            default -> {
                return bySignature(plugin, input, evaluate, arguments);
            }
        }
    }

    private Result with(Relation input, TabularOperator.Evaluate evaluate, String suffix, KqlType type) {
        List<Column> columns = new ArrayList<>(input.columns());
        columns.add(session.column(argumentName(evaluate, 0) + suffix, type));
        return new Result(columns, input.open());
    }

    private String argumentName(TabularOperator.Evaluate evaluate, int index) {
        return index < evaluate.arguments().size()
                ? scalars.resultNames()
                        .ofArgument(evaluate.arguments().get(index), false)
                        .orElse("")
                : "";
    }

    /** {@code sequence_detect(Timeline, MaxStep, MaxSpan, Step, …, Dimension, …)}: the steps are predicates. */
    private List<Column> sequence(TabularOperator.Evaluate evaluate, List<Scalar> arguments) {
        List<Column> columns = new ArrayList<>();
        List<Column> steps = new ArrayList<>();
        for (int i = 3; i < arguments.size(); i++) {
            Scalar argument = arguments.get(i);
            if (argument.type() == KqlType.BOOL) {
                KqlType type = arguments.get(0).type();
                steps.add(session.column(argumentName(evaluate, i) + "_" + argumentName(evaluate, 0), type));
            } else {
                columns.add(session.column(argumentName(evaluate, i), argument.type()));
            }
        }
        columns.addAll(steps);
        columns.add(session.column("Duration", KqlType.TIMESPAN));
        return columns;
    }

    /** {@code rolling_percentile(Value, Percentile, Index, BinSize, BinsPerWindow, Dimension, …)}. */
    private List<Column> rolling(TabularOperator.Evaluate evaluate, List<Scalar> arguments) {
        List<Column> columns = new ArrayList<>();
        if (arguments.size() < 5) {
            return columns;
        }
        columns.add(session.column(argumentName(evaluate, 2), arguments.get(2).type()));
        for (int i = 5; i < arguments.size(); i++) {
            columns.add(
                    session.column(argumentName(evaluate, i), arguments.get(i).type()));
        }
        String window = constant(arguments.get(4));
        String percentile = constant(arguments.get(1));
        columns.add(session.column(
                "rolling_" + window + "_percentile_" + argumentName(evaluate, 0) + "_" + percentile,
                arguments.get(0).type()));
        return columns;
    }

    private static String constant(Scalar scalar) {
        return scalar instanceof Scalar.Constant(var value, var origin) ? ValueText.of(value) : "";
    }

    /** {@code pivot(column, aggregate, columns…)}: the columns named, else all but those that the call reads. */
    private static List<Column> pivot(Relation input, List<Scalar> arguments) {
        if (arguments.size() > 2) {
            List<Column> named = new ArrayList<>();
            for (Scalar argument : arguments.subList(2, arguments.size())) {
                if (argument instanceof Scalar.ColumnRef(var column, var origin)) {
                    named.add(column);
                }
            }
            return named;
        }
        List<Column> kept = without(input.columns(), arguments, 0);
        if (arguments.size() > 1 && arguments.get(1) instanceof Scalar.AggregateCall aggregate) {
            kept = without(kept, aggregate.arguments(), 0);
        }
        return kept;
    }

    private static List<Scalar> extraKeys(List<Scalar> arguments) {
        List<Scalar> extra = new ArrayList<>();
        for (int i = 3; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Scalar.ColumnRef) {
                extra.add(arguments.get(i));
            }
        }
        return extra;
    }

    private Result lookup(Relation input, List<Scalar> arguments, List<Scalar> leftOut) {
        List<Column> columns = new ArrayList<>(input.columns());
        if (arguments.isEmpty() || !(arguments.get(0) instanceof Scalar.RelationArgument(var table, var origin))) {
            return new Result(columns, true);
        }
        ColumnNames used = new ColumnNames();
        input.columns().forEach(column -> used.take(column.name()));
        for (Column column : table.columns()) {
            boolean out = leftOut.stream()
                    .anyMatch(key -> key instanceof Scalar.ColumnRef(var named, var ignored)
                            && named.name().equals(column.name()));
            if (!out) {
                columns.add(session.column(used.unique(column.name()), column.type()));
            }
        }
        return new Result(columns, input.open() || table.open());
    }

    private Result script(Relation input, TabularOperator.Evaluate evaluate) {
        if (!evaluate.arguments().isEmpty()
                && evaluate.arguments().get(0).value()
                        instanceof Expression.TypeOf(var star, var declared, var origin)) {
            List<Column> columns = new ArrayList<>();
            if (star) {
                columns.addAll(input.columns());
            }
            columns.addAll(tables.declared(new RowSchema(star, declared, origin)));
            return new Result(columns, star && input.open());
        }
        return new Result(List.of(), true);
    }

    private Result bySignature(
            Function plugin, Relation input, TabularOperator.Evaluate evaluate, List<Scalar> arguments) {
        Signature signature = CallBinder.signature(plugin, arguments);
        if (signature == null || signature.returns() != ReturnRule.COLUMNS) {
            return new Result(List.of(), true);
        }
        ColumnNames used = new ColumnNames();
        List<Column> columns = new ArrayList<>();
        boolean open = false;
        for (ResultColumn column : signature.columns()) {
            switch (column) {
                case ResultColumn.Made(var name, var type) -> columns.add(session.column(used.unique(name), type));
                case ResultColumn.OfInput() -> {
                    for (Column passed : input.columns()) {
                        String unique = used.unique(passed.name());
                        columns.add(unique.equals(passed.name()) ? passed : session.column(unique, passed.type()));
                    }
                    open = input.open();
                }
                case ResultColumn.OfArgument(var parameter, var pattern) ->
                    ofArguments(signature, parameter, pattern, evaluate, arguments, used, columns);
            }
        }
        return new Result(columns, open);
    }

    private void ofArguments(
            Signature signature,
            String parameter,
            String pattern,
            TabularOperator.Evaluate evaluate,
            List<Scalar> arguments,
            ColumnNames used,
            List<Column> columns) {
        var parameters = signature.parametersOf(arguments.size());
        if (parameters.isEmpty()) {
            return;
        }
        for (int i = 0; i < arguments.size(); i++) {
            // A table behind any number of dimensions is none of them.
            boolean table = arguments.get(i) instanceof Scalar.RelationArgument;
            if (parameters.get().get(i).name().equals(parameter) && !table) {
                String name = scalars.resultNames()
                        .of(evaluate.arguments().get(i).value(), false)
                        .orElse("");
                KqlType type = arguments.get(i).type();
                columns.add(session.column(used.unique(pattern.replace("{}", name)), type));
            }
        }
    }
}
