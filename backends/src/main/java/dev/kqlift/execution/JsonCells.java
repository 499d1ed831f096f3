package dev.kqlift.execution;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.CellReader;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;

/** Cells of JSON data as values of the type of their column. */
final class JsonCells {
    private JsonCells() {}

    /** The value; a null of JSON is the column's null. */
    static Value cell(Value given, TableSchema.ColumnSchema column) throws InputException {
        if (given instanceof Value.Null) {
            return CellReader.nullOf(column.type());
        }
        boolean container = given instanceof Value.Array || given instanceof Value.Bag;
        if (container && column.type() == KqlType.DYNAMIC || given.type() == column.type()) {
            return given;
        }
        String text = ValueText.of(given);
        return CellReader.of(text, column.type())
                .orElseThrow(() -> new InputException(
                        "`" + text + "` is no " + column.type().word() + ", which `" + column.name() + "` is"));
    }
}
