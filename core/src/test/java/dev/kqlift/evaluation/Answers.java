package dev.kqlift.evaluation;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.catalog.WorkspaceFunctions;
import dev.kqlift.syntax.build.QueryParser;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs queries and shows what they give as text. */
final class Answers {
    /** 2024-06-01T12:00:00Z. */
    static final long NOW = 638_528_400_000_000_000L;

    private Answers() {}

    /** {@code name:type,…} and then the rows, cells between bars; or the code of the refusal. */
    static List<String> of(String query) {
        return of(query, Map.of());
    }

    /** The rows, and then the notes, where the engine's choices are made. */
    static List<String> choosing(String query) {
        return choosing(query, Map.of());
    }

    static List<String> choosing(String query, Map<String, LocalTable> tables) {
        return lines(result(query, tables, Optional.empty(), ChoicePolicy.FIRST), ChoicePolicy.FIRST);
    }

    static List<String> of(String query, Map<String, LocalTable> tables) {
        return of(query, tables, Optional.empty());
    }

    static List<String> of(String query, Map<String, LocalTable> tables, Optional<GeoDatabase> places) {
        return lines(result(query, tables, places, ChoicePolicy.REFUSE), ChoicePolicy.REFUSE);
    }

    /** The message of a refusal; empty where the query runs. */
    static String refusal(String query, Map<String, LocalTable> tables) {
        return switch (result(query, tables, Optional.empty(), ChoicePolicy.REFUSE)) {
            case EvaluationResult.Rows ignored -> "";
            case EvaluationResult.Refused(var reason) -> reason.message();
        };
    }

    private static EvaluationResult result(
            String query, Map<String, LocalTable> tables, Optional<GeoDatabase> places, ChoicePolicy choices) {
        List<TableSchema> schemas = new ArrayList<>();
        tables.forEach((name, table) -> schemas.add(new TableSchema(name, table.columns())));
        Evaluator evaluator = new Evaluator(
                TableCatalog.of(schemas),
                FunctionCatalog.builtIn(),
                WorkspaceFunctions.builtIn(),
                new RunLimits(10_000, 100_000),
                choices);
        return evaluator.with(places).run(QueryParser.parse(query).query().orElseThrow(), TableSource.of(tables), NOW);
    }

    private static List<String> lines(EvaluationResult result, ChoicePolicy choices) {
        return switch (result) {
            case EvaluationResult.Rows(var columns, var rows, var notes) -> {
                List<String> lines = new ArrayList<>();
                lines.add(columns.stream()
                        .map(column -> column.name() + ":" + column.type().word())
                        .collect(Collectors.joining(",")));
                rows.forEach(row -> lines.add(row.stream().map(Answers::cell).collect(Collectors.joining("|"))));
                if (choices == ChoicePolicy.FIRST) {
                    notes.forEach(note -> lines.add(note.code() + " " + note.message()));
                }
                yield lines;
            }
            case EvaluationResult.Refused(var reason) -> List.of(reason.code().name());
        };
    }

    private static String cell(Value value) {
        return value instanceof Value.Null ? "null" : ValueText.of(value);
    }
}
