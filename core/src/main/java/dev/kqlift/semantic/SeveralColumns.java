package dev.kqlift.semantic;

import dev.kqlift.catalog.Function;
import dev.kqlift.catalog.ResultColumn;
import dev.kqlift.catalog.ReturnRule;
import dev.kqlift.catalog.Signature;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Scalar;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.NamedExpression;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;

/** Calls that make several columns: {@code series_fit_line}, {@code array_sort_asc} of several arrays, and their like. */
final class SeveralColumns {
    private final Session session;
    private final ScalarBinder scalars;

    SeveralColumns(Session session, ScalarBinder scalars) {
        this.session = session;
        this.scalars = scalars;
    }

    /** The columns of an item that makes several; empty for one that makes one, which has one name. */
    List<Assignment> of(NamedExpression item, Scalar value) {
        List<ResultColumn.Made> made = made(value);
        if (!made.isEmpty() && value instanceof Scalar.Call call) {
            return assignments(item, call, made);
        }
        if (item.names().size() > 1 && value.type() != KqlType.UNKNOWN) {
            session.report(
                    DiagnosticCode.KT001, item.names().get(1).origin(), "this makes one column; give it one name");
        }
        return List.of();
    }

    private static List<ResultColumn.Made> made(Scalar value) {
        if (!(value instanceof Scalar.Call(var function, var arguments, var type, var origin))) {
            return List.of();
        }
        if (function.name().startsWith("array_sort_")) {
            return sorted(arguments);
        }
        List<ResultColumn.Made> made = new ArrayList<>();
        for (Signature signature : function.signatures()) {
            if (signature.returns() == ReturnRule.COLUMNS) {
                for (ResultColumn column : signature.columns()) {
                    if (column instanceof ResultColumn.Made known) {
                        made.add(known);
                    }
                }
                return made;
            }
        }
        return made;
    }

    /** {@code array_sort_asc(a, b)} sorts each array; a last flag is none of them. */
    private static List<ResultColumn.Made> sorted(List<Scalar> arguments) {
        List<ResultColumn.Made> made = new ArrayList<>();
        for (Scalar argument : arguments) {
            if (argument.type() != KqlType.BOOL) {
                made.add(new ResultColumn.Made("sorted", KqlType.DYNAMIC));
            }
        }
        return made.size() > 1 ? made : List.of();
    }

    private List<Assignment> assignments(NamedExpression item, Scalar.Call call, List<ResultColumn.Made> several) {
        int names = item.names().size();
        if (names > several.size()) {
            session.report(
                    DiagnosticCode.KT001,
                    item.names().get(several.size()).origin(),
                    "`" + call.function().name() + "` makes " + several.size() + " columns, not " + names);
        }
        // With names before `=` the engine returns those columns and no others.
        int count = names == 0 ? several.size() : Math.min(names, several.size());
        ColumnNames used = new ColumnNames();
        List<Assignment> assignments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ResultColumn.Made made = several.get(i);
            String name = i < names
                    ? item.names().get(i).text()
                    : used.unique(memberName(item.value(), call.function(), made, i));
            // The sorted arrays are told apart by their places, the other columns by their names.
            String member = "sorted".equals(made.name()) ? made.name() + i : made.name();
            Scalar part = i == 0 ? call : new Scalar.Member(call, member, call.origin());
            assignments.add(new Assignment(session.column(name, made.type()), part));
        }
        return assignments;
    }

    /** {@code function_argument_column}, or {@code argument_sorted}. */
    private String memberName(Expression expression, Function function, ResultColumn.Made made, int index) {
        boolean sorted = "sorted".equals(made.name());
        String argument = bare(expression) instanceof Expression.Call written
                        && !written.arguments().isEmpty()
                ? scalars.resultNames()
                        .of(written.arguments().get(sorted ? index : 0).value(), false)
                        .orElse("")
                : "";
        return sorted ? argument + "_sorted" : function.name() + "_" + argument + "_" + made.name();
    }

    private static Expression bare(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized(var nested, var origin)) {
            inner = nested;
        }
        return inner;
    }
}
