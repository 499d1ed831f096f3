package dev.kqlift.translation;

import dev.kqlift.catalog.Volatility;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Scalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns of its own row that a scalar reads, and whether it also depends on the row's place among others. */
final class ReferencedColumns {
    private final List<Column> input;
    private final Set<ColumnId> columns = new LinkedHashSet<>();
    private boolean placeDependent;

    private ReferencedColumns(List<Column> input) {
        this.input = input;
    }

    /**
     * Reads a scalar.
     *
     * @param input the columns that {@code *} stands for
     */
    static ReferencedColumns of(Scalar scalar, List<Column> input) {
        ReferencedColumns result = new ReferencedColumns(input);
        result.visit(scalar);
        return result;
    }

    Set<ColumnId> columns() {
        return columns;
    }

    boolean placeDependent() {
        return placeDependent;
    }

    private void visit(Scalar scalar) {
        switch (scalar) {
            case Scalar.ColumnRef reference -> columns.add(reference.column().id());
            case Scalar.AnyColumn any -> input.forEach(column -> columns.add(column.id()));
            case Scalar.Constant constant -> {}
            case Scalar.Unbound unbound -> {}
            case Scalar.Subquery subquery -> {}
            case Scalar.RelationArgument argument -> {}
            case Scalar.Comparison comparison -> visitAll(List.of(comparison.left(), comparison.right()));
            case Scalar.StringMatch match -> {
                visit(match.text());
                visitAll(match.patterns());
            }
            case Scalar.InList in -> {
                visit(in.subject());
                visitAll(in.items());
            }
            case Scalar.InRelation in -> visit(in.subject());
            case Scalar.Between between -> visitAll(List.of(between.subject(), between.low(), between.high()));
            case Scalar.Logical logical -> visitAll(logical.operands());
            case Scalar.Not not -> visit(not.operand());
            case Scalar.Arithmetic arithmetic -> visitAll(List.of(arithmetic.left(), arithmetic.right()));
            case Scalar.Negate negate -> visit(negate.operand());
            case Scalar.Call call -> {
                placeDependent |= call.function().volatility() == Volatility.VOLATILE;
                visitAll(call.arguments());
            }
            case Scalar.AggregateCall call -> visitAll(call.arguments());
            case Scalar.UnknownCall call -> visitAll(call.arguments());
            case Scalar.Member member -> visit(member.target());
            case Scalar.Element element -> visitAll(List.of(element.target(), element.index()));
        }
    }

    private void visitAll(List<Scalar> scalars) {
        scalars.forEach(this::visit);
    }
}
