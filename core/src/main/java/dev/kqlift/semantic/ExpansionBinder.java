package dev.kqlift.semantic;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.CapturePattern;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ExpandRule;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Parameter;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code mv-expand}, {@code mv-apply} and the {@code parse} family: rows and columns made of what a value holds. */
final class ExpansionBinder {
    private final Session session;
    private final ScalarBinder scalars;
    private final OperatorBinder operators;

    ExpansionBinder(Session session, ScalarBinder scalars, OperatorBinder operators) {
        this.session = session;
        this.scalars = scalars;
        this.operators = operators;
    }

    // ---- expansion

    /** What {@code mv-expand} and {@code mv-apply} make of their items: assignments, and where each column goes. */
    private record Expansion(Relation input, List<Assignment> items, ExpandRule rule, List<Column> columns) {}

    private Expansion expansion(
            Relation input,
            List<TabularOperator.MvItem> items,
            List<Parameter> parameters,
            Optional<Expression> limit,
            Names names) {
        RowScope row = RowScope.of(input);
        List<Assignment> assignments = new ArrayList<>(items.size());
        List<Column> added = new ArrayList<>();
        Map<String, Column> replaced = new LinkedHashMap<>();
        ColumnNames used = new ColumnNames();
        for (TabularOperator.MvItem item : items) {
            Scalar value = scalars.bind(item.value().value(), row, names);
            if (value.type() != KqlType.DYNAMIC && value.type() != KqlType.UNKNOWN) {
                session.report(
                        DiagnosticCode.KT001,
                        item.value().value().origin(),
                        "only a dynamic value can be expanded, this is a "
                                + value.type().word() + "; use parse_json() or split() first");
            }
            KqlType type = item.type()
                    .flatMap(KqlType::ofName)
                    .orElse(value.type() == KqlType.UNKNOWN ? KqlType.DYNAMIC : value.type());
            String name = item.value().names().isEmpty()
                    ? scalars.resultNames().of(item.value().value(), false).orElseGet(() -> used.numbered(row))
                    : item.value().names().get(0).text();
            Column column = session.column(name, type);
            assignments.add(new Assignment(column, value));
            if (row.find(name).isPresent()) {
                replaced.put(name, column);
            } else {
                added.add(column);
            }
        }
        Relation known = Inference.add(input, row.inferred());
        List<Column> columns = new ArrayList<>(known.columns().size() + added.size());
        for (Column column : known.columns()) {
            columns.add(replaced.getOrDefault(column.name(), column));
        }
        columns.addAll(added);
        Optional<Column> index = Optional.empty();
        boolean arrays = false;
        for (Parameter parameter : parameters) {
            switch (parameter.name()) {
                case "with_itemindex" -> {
                    ColumnNames taken = new ColumnNames();
                    columns.forEach(column -> taken.take(column.name()));
                    Column made = session.column(taken.unique(parameter.word()), KqlType.LONG);
                    columns.add(made);
                    index = Optional.of(made);
                }
                case "bagexpansion", "kind" -> arrays = "array".equals(parameter.word());
                default -> {
                    // a hint: no effect on the rows
                }
            }
        }
        Optional<Scalar> most = limit.map(count -> scalars.bind(count, RowScope.NONE, names));
        return new Expansion(known, assignments, new ExpandRule(arrays, index, most), columns);
    }

    Relation mvExpand(Relation input, TabularOperator.MvExpand expand, Names names) {
        Expansion expansion = expansion(input, expand.items(), expand.parameters(), expand.limit(), names);
        return new Relation.Expand(
                expansion.input(),
                expansion.items(),
                expansion.rule(),
                expansion.columns(),
                input.open(),
                expand.origin());
    }

    Relation mvApply(Relation input, TabularOperator.MvApply operator, Names names) {
        Expansion expansion = expansion(input, operator.items(), operator.parameters(), operator.limit(), names);
        Relation source = new Relation.Expand(
                expansion.input(),
                expansion.items(),
                expansion.rule(),
                expansion.columns(),
                input.open(),
                operator.origin());
        Relation subquery = operators.all(operator.subquery(), source, names);
        ColumnNames used = new ColumnNames();
        List<Column> columns = new ArrayList<>();
        for (Column column : expansion.input().columns()) {
            // A column that is expanded under its own name comes back from the sub-query, or not at all.
            boolean moved = false;
            Column shown = column;
            for (int i = 0; i < expansion.items().size(); i++) {
                Column item = expansion.items().get(i).column();
                if (item.name().equals(column.name())) {
                    moved = operator.items().get(i).value().names().isEmpty();
                    shown = item;
                }
            }
            if (!moved) {
                columns.add(shown);
                used.take(shown.name());
            }
        }
        for (Column column : subquery.columns()) {
            if (!used.isTaken(column.name())) {
                columns.add(column);
                used.take(column.name());
            }
        }
        return new Relation.Apply(
                expansion.input(),
                "mv-apply",
                expansion.items(),
                Optional.empty(),
                source,
                subquery,
                columns,
                input.open(),
                operator.origin());
    }

    // ---- parse

    Relation parse(Relation input, TabularOperator.Parse parse, Names names) {
        RowScope row = RowScope.of(input);
        Scalar text = scalars.bind(parse.text(), row, names);
        List<Column> made = new ArrayList<>();
        List<CapturePattern.Part> parts = new ArrayList<>(parse.parts().size());
        for (TabularOperator.ParsePart part : parse.parts()) {
            parts.add(
                    switch (part) {
                        case TabularOperator.ParsePart.Skip() -> new CapturePattern.Part.Skip();
                        case TabularOperator.ParsePart.Text(var value, var hidden) ->
                            new CapturePattern.Part.Text(value);
                        case TabularOperator.ParsePart.Capture(var name, var type) -> {
                            Column column = session.column(
                                    name.text(), type.flatMap(KqlType::ofName).orElse(KqlType.STRING));
                            made.add(column);
                            yield new CapturePattern.Part.Capture(column);
                        }
                    });
        }
        return captured(
                Inference.add(input, row.inferred()),
                parse.keyword(),
                text,
                sequence(parse.parameters(), parts),
                made,
                parse.origin());
    }

    private static CapturePattern sequence(List<Parameter> parameters, List<CapturePattern.Part> parts) {
        CapturePattern.SequenceKind kind = CapturePattern.SequenceKind.SIMPLE;
        String flags = "";
        for (Parameter parameter : parameters) {
            switch (parameter.name()) {
                case "kind" -> {
                    switch (parameter.word()) {
                        case "simple" -> kind = CapturePattern.SequenceKind.SIMPLE;
                        case "relaxed" -> kind = CapturePattern.SequenceKind.RELAXED;
                        case "regex" -> kind = CapturePattern.SequenceKind.REGEX;
                        default -> {
                            return new CapturePattern.Unstated();
                        }
                    }
                }
                case "flags" -> flags = parameter.word();
                default -> {
                    return new CapturePattern.Unstated();
                }
            }
        }
        return new CapturePattern.Sequence(kind, flags, parts);
    }

    Relation parseKv(Relation input, TabularOperator.ParseKv parse, List<Column> made, Names names) {
        RowScope row = RowScope.of(input);
        Scalar text = scalars.bind(parse.text(), row, names);
        return captured(
                Inference.add(input, row.inferred()),
                "parse-kv",
                text,
                pairs(parse.properties(), names),
                made,
                parse.origin());
    }

    private CapturePattern pairs(List<Parameter> properties, Names names) {
        String pair = "";
        String value = "";
        List<String> quotes = List.of();
        String escape = "";
        boolean greedy = false;
        for (Parameter property : properties) {
            Scalar bound = scalars.bind(property.value(), RowScope.NONE, names);
            switch (property.name()) {
                case "pair_delimiter" -> pair = text(bound);
                case "kv_delimiter" -> value = text(bound);
                case "escape" -> escape = text(bound);
                case "quote" -> quotes = texts(bound);
                case "greedy" -> greedy = "true".equals(property.word());
                case "regex" -> {
                    return new CapturePattern.PairRegex(text(bound));
                }
                default -> {
                    return new CapturePattern.Unstated();
                }
            }
        }
        return new CapturePattern.Pairs(pair, value, quotes, escape, greedy);
    }

    private static String text(Scalar scalar) {
        return scalar instanceof Scalar.Constant(Value.Text(var text), var origin) ? text : "";
    }

    /** One text, or the texts of an array. */
    private static List<String> texts(Scalar scalar) {
        if (scalar instanceof Scalar.Constant(Value.Array(var items), var origin)) {
            List<String> texts = new ArrayList<>(items.size());
            for (Value item : items) {
                if (item instanceof Value.Text(var text)) {
                    texts.add(text);
                }
            }
            return texts;
        }
        return List.of(text(scalar));
    }

    private static Relation captured(
            Relation input, String operator, Scalar text, CapturePattern pattern, List<Column> made, Origin origin) {
        List<Column> columns = new ArrayList<>(input.columns());
        for (Column column : made) {
            ProjectionBinder.replaceOrAdd(columns, column);
        }
        return new Relation.Parse(input, operator, text, pattern, made, columns, input.open(), origin);
    }
}
