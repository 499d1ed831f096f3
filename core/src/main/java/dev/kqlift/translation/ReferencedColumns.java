package dev.kqlift.translation;

import dev.kqlift.catalog.Volatility;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
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
        if (scalar instanceof Scalar.ColumnRef reference) {
            columns.add(reference.column().id());
        } else if (scalar instanceof Scalar.AnyColumn) {
            input.forEach(column -> columns.add(column.id()));
        } else if (scalar instanceof Scalar.Call call) {
            placeDependent |= call.function().volatility() == Volatility.VOLATILE;
        }
        Trees.forEachChild(scalar, this::visit);
    }
}
