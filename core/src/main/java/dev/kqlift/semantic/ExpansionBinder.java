package dev.kqlift.semantic;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Parameter;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private record Expansion(Relation input, List<Assignment> items, List<Column> columns) {}

    private Expansion expansion(
            Relation input, List<TabularOperator.MvItem> items, List<Parameter> parameters, Names names) {
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
        for (Parameter parameter : parameters) {
            if ("with_itemindex".equals(parameter.name())) {
                ColumnNames taken = new ColumnNames();
                columns.forEach(column -> taken.take(column.name()));
                columns.add(session.column(taken.unique(parameter.word()), KqlType.LONG));
            }
        }
        return new Expansion(known, assignments, columns);
    }

    Relation mvExpand(Relation input, TabularOperator.MvExpand expand, Names names) {
        Expansion expansion = expansion(input, expand.items(), expand.parameters(), names);
        return new Relation.Expand(
                expansion.input(), expansion.items(), expansion.columns(), input.open(), expand.origin());
    }

    Relation mvApply(Relation input, TabularOperator.MvApply operator, Names names) {
        Expansion expansion = expansion(input, operator.items(), operator.parameters(), names);
        Relation source = new Relation.Expand(
                expansion.input(), expansion.items(), expansion.columns(), input.open(), operator.origin());
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
                expansion.input(), "mv-apply", expansion.items(), subquery, columns, input.open(), operator.origin());
    }

    // ---- parse

    Relation parse(Relation input, TabularOperator.Parse parse, Names names) {
        RowScope row = RowScope.of(input);
        Scalar text = scalars.bind(parse.text(), row, names);
        List<Column> made = new ArrayList<>();
        for (TabularOperator.ParsePart part : parse.parts()) {
            if (part instanceof TabularOperator.ParsePart.Capture(var name, var type)) {
                made.add(session.column(
                        name.text(), type.flatMap(KqlType::ofName).orElse(KqlType.STRING)));
            }
        }
        return captured(Inference.add(input, row.inferred()), parse.keyword(), text, made, parse.origin());
    }

    static Relation captured(Relation input, String operator, Scalar text, List<Column> made, Origin origin) {
        List<Column> columns = new ArrayList<>(input.columns());
        for (Column column : made) {
            ProjectionBinder.replaceOrAdd(columns, column);
        }
        return new Relation.Parse(input, operator, text, made, columns, input.open(), origin);
    }
}
