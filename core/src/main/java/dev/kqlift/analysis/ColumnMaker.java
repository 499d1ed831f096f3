package dev.kqlift.analysis;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import java.util.List;

/** What a column is made of, one step back. */
sealed interface ColumnMaker {
    /** A column made of nothing that a table holds: of literal rows, of a count of them, of a function's. */
    ColumnMaker NOTHING = new Merged(List.of());

    /** A column of a table. */
    record OfTable(String table, String column) implements ColumnMaker {}

    /** A name that no schema states, read from tables whose schema is not known. */
    record OfOpenTables(List<String> tables, String column) implements ColumnMaker {
        public OfOpenTables {
            tables = List.copyOf(tables);
        }
    }

    /** The value of an expression. */
    record Computed(Scalar value) implements ColumnMaker {}

    /** The values of several columns. */
    record Merged(List<Column> columns) implements ColumnMaker {
        public Merged {
            columns = List.copyOf(columns);
        }
    }

    /** What the inputs of a union give to one of its columns. */
    record OfUnion(Relation.Union union, int index) implements ColumnMaker {}
}
