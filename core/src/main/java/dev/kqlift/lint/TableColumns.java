package dev.kqlift.lint;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import java.util.HashSet;
import java.util.Set;

/**
 * The columns of a query that are columns of tables, through renames, joins and unions of tables. What an operator or a
 * function whose body is not known makes is none of them.
 */
final class TableColumns {
    private final Set<ColumnId> ofTables = new HashSet<>();
    private final ColumnDefinitions definitions;

    private TableColumns(ColumnDefinitions definitions) {
        this.definitions = definitions;
    }

    static TableColumns of(BoundQuery query) {
        TableColumns tables = new TableColumns(ColumnDefinitions.of(query));
        for (Relation relation : QueryRelationList.of(query)) {
            if (relation instanceof Relation.TableScan scan) {
                scan.columns().forEach(column -> tables.ofTables.add(column.id()));
            } else if (relation instanceof Relation.Union union) {
                tables.add(union);
            }
        }
        return tables;
    }

    private void add(Relation.Union union) {
        for (int i = 0; i < union.columns().size(); i++) {
            int place = i;
            boolean all = union.inputs().stream()
                    .flatMap(input -> input.columns().get(place).stream())
                    .allMatch(column -> contains(new Scalar.ColumnRef(column, union.origin())));
            if (all
                    && union.sourceColumn()
                            .filter(union.columns().get(i)::equals)
                            .isEmpty()) {
                ofTables.add(union.columns().get(i).id());
            }
        }
    }

    /** Whether a scalar is a column of a table, under whatever name. */
    boolean contains(Scalar scalar) {
        return definitions.resolve(scalar) instanceof Scalar.ColumnRef reference
                && ofTables.contains(reference.column().id());
    }

    /** Whether a scalar is the time of the rows of a table. */
    boolean isTime(Scalar scalar) {
        return contains(scalar)
                && definitions.resolve(scalar) instanceof Scalar.ColumnRef reference
                && isTime(reference.column());
    }

    /** Whether a column is named as tables name the time of their rows. */
    static boolean isTime(Column column) {
        return column.name().equals("TimeGenerated") || column.name().equals("Timestamp");
    }
}
