package dev.kqlift.generation;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.syntax.Expression;
import dev.kqlift.types.KqlType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an expression may name.
 *
 * @param columns the columns of the row
 * @param scalars the scalars that {@code let} has named
 * @param tables gives a table with one column of a type, where there is one
 * @param summaries gives a table with one row and one column of a type, where there is one
 */
record Scope(
        List<ColumnSchema> columns,
        List<ColumnSchema> scalars,
        Function<KqlType, Optional<Expression>> tables,
        Function<KqlType, Optional<Expression>> summaries) {
    List<ColumnSchema> columns(KqlType type) {
        return columns.stream().filter(column -> column.type() == type).toList();
    }
}
