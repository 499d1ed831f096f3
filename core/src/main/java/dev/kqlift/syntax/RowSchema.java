package dev.kqlift.syntax;

import dev.kqlift.source.Origin;
import java.util.List;

/**
 * {@code (*, a: string, b: long)}.
 *
 * @param star whether it begins with {@code *}: the columns of the input, or any columns
 */
public record RowSchema(boolean star, List<ColumnDeclaration> columns, Origin origin) {
    public RowSchema {
        columns = List.copyOf(columns);
    }

    /** A column and the name of its type. */
    public record ColumnDeclaration(Name name, String type) {}
}
