package dev.kqlift.semantic;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a query means.
 *
 * @param relation the rows that the query returns; empty where its last statement is no table
 * @param scalar the value that the query returns, where its last statement is a scalar
 * @param unusedRelations tables bound by {@code let} that the result does not read
 * @param tables the tables that the query reads, sorted, through {@code let} and called functions
 * @param functions the functions that are neither built in nor defined in the query, sorted
 * @param constants the scalar {@code let}s with a constant value, in the order of the text
 * @param diagnostics with spans in the query's text
 */
public record BoundQuery(
        Optional<Relation> relation,
        Optional<Scalar> scalar,
        List<Relation> unusedRelations,
        List<String> tables,
        List<String> functions,
        Map<String, Value> constants,
        List<Diagnostic> diagnostics) {
    public BoundQuery {
        unusedRelations = List.copyOf(unusedRelations);
        tables = List.copyOf(tables);
        functions = List.copyOf(functions);
        diagnostics = List.copyOf(diagnostics);
    }
}
