package dev.kqlift.catalog;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.Datum;
import dev.kqlift.document.ScalarText;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.RowSchema;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.build.SavedFunction;
import dev.kqlift.types.KqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the entries of {@code functions}. */
final class FunctionReader {
    static final List<String> KEYS = List.of("parameters", "body", "returns");
    /** A parameter that stands before a table schema, so that the schema is read as KQL reads it. */
    private static final String BEFORE_SCHEMA = "(T: ";

    private final String file;
    private final WorkspaceDiagnostics diagnostics;

    FunctionReader(String file, WorkspaceDiagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /** The function of an entry; empty where something is wrong with it, which is reported. */
    Optional<WorkspaceFunction> read(Datum.Entry entry) {
        String name = entry.key().value();
        Optional<Datum.Mapping> mapping = diagnostics.mapping(
                entry, "function `" + name + "` is a mapping with the keys " + String.join(", ", KEYS));
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        diagnostics.unknownKeys(mapping.get(), KEYS, "function `" + name + "`");
        Optional<Datum.Scalar> body = diagnostics.scalar(mapping.get(), "body", "`body` is a text of KQL");
        Optional<Datum.Scalar> returns = diagnostics.scalar(
                mapping.get(),
                "returns",
                "`returns` is a type, or a table schema in round brackets: (column: type, …)");
        Optional<Datum.Scalar> parameters = diagnostics.scalar(
                mapping.get(), "parameters", "`parameters` is a list in round brackets: (name: type, …)");
        if (mapping.get().get("body").isPresent()
                == mapping.get().get("returns").isPresent()) {
            diagnostics.report(
                    DiagnosticCode.KD024,
                    "function `" + name + "` has to have one of `body` and `returns`",
                    entry.key().span());
            return Optional.empty();
        }
        if (body.isPresent()) {
            return saved(name, parameters.orElse(null), body.get());
        }
        parameters.ifPresent(given -> declared(given, SavedFunction.parse(given.value(), "T"), null));
        return returns.flatMap(value -> returning(name, value));
    }

    private Optional<WorkspaceFunction> saved(String name, Datum.@Nullable Scalar parameters, Datum.Scalar body) {
        SavedFunction.Parsed parsed = SavedFunction.parse(parameters == null ? "()" : parameters.value(), body.value());
        return declared(parameters, parsed, body).map(function -> new WorkspaceFunction.Saved(name, function));
    }

    /** Reports what is wrong with a function's texts and with the types of its parameters. */
    private Optional<SavedFunction> declared(
            Datum.@Nullable Scalar parameters, SavedFunction.Parsed parsed, Datum.@Nullable Scalar body) {
        if (parameters != null) {
            report(parsed.ofParameters(), ScalarText.of(file, parameters), "the parameters do not parse: ");
        }
        if (body != null) {
            report(parsed.ofBody(), ScalarText.of(file, body), "the body does not parse: ");
        }
        if (parameters == null || parsed.function().isEmpty()) {
            return parsed.function();
        }
        boolean known = true;
        for (Statement.FunctionParameter parameter : SavedFunction.parameters(parameters.value())) {
            known &= parameter.type().isEmpty()
                    || type(parameter.type().get(), parameters.span()).isPresent();
            if (parameter.schema().isPresent()) {
                known &= columns(parameter.schema().get(), parameters.span()).isPresent();
            }
        }
        return known ? parsed.function() : Optional.empty();
    }

    private Optional<WorkspaceFunction> returning(String name, Datum.Scalar value) {
        String text = value.value().strip();
        if (!text.startsWith("(")) {
            return type(text, value.span()).map(type -> new WorkspaceFunction.Value(name, type));
        }
        SavedFunction.Parsed parsed = SavedFunction.parse(BEFORE_SCHEMA + value.value() + ")", "T");
        EmbeddedText place = ScalarText.of(file, value);
        for (Diagnostic problem : parsed.ofParameters()) {
            int start = Math.clamp(
                    (long) problem.span().start() - BEFORE_SCHEMA.length(),
                    0,
                    place.text().length());
            int end = Math.clamp(
                    (long) problem.span().end() - BEFORE_SCHEMA.length(),
                    start,
                    place.text().length());
            diagnostics.report(
                    DiagnosticCode.KD023,
                    "the result does not parse: " + problem.message(),
                    place.toFile(new Span(start, end)));
        }
        if (parsed.function().isEmpty()) {
            return Optional.empty();
        }
        List<Statement.FunctionParameter> parameters = SavedFunction.parameters(BEFORE_SCHEMA + value.value() + ")");
        if (parameters.size() != 1 || parameters.getFirst().schema().isEmpty()) {
            diagnostics.report(DiagnosticCode.KD023, "the result is a table schema: (column: type, …)", value.span());
            return Optional.empty();
        }
        RowSchema schema = parameters.getFirst().schema().get();
        return columns(schema, value.span())
                .map(columns -> new WorkspaceFunction.Tabular(name, columns, schema.star()));
    }

    private Optional<List<ColumnSchema>> columns(RowSchema schema, Span span) {
        Map<String, ColumnSchema> columns = new LinkedHashMap<>();
        boolean known = true;
        for (RowSchema.ColumnDeclaration column : schema.columns()) {
            String name = column.name().text();
            Optional<KqlType> type = type(column.type(), span);
            type.ifPresent(word -> columns.put(name, new ColumnSchema(name, word)));
            known &= type.isPresent();
        }
        return known ? Optional.of(List.copyOf(columns.values())) : Optional.empty();
    }

    private Optional<KqlType> type(String word, Span span) {
        Optional<KqlType> type = KqlType.ofName(word);
        if (type.isEmpty()) {
            diagnostics.report(
                    DiagnosticCode.KD022, "`" + word + "` is no type of KQL" + Nearest.hint(word, Nearest.TYPES), span);
        }
        return type;
    }

    private void report(List<Diagnostic> problems, EmbeddedText place, String what) {
        for (Diagnostic problem : problems) {
            diagnostics.report(DiagnosticCode.KD023, what + problem.message(), place.toFile(problem.span()));
        }
    }
}
