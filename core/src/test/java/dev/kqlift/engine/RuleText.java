package dev.kqlift.engine;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.OutputField;
import dev.kqlift.analysis.QueryParameter;
import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.analysis.Stage;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.semantic.Surroundings;
import dev.kqlift.source.Position;
import dev.kqlift.types.ValueText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Compiles rule files for tests, and writes what came out as plain text. */
final class RuleText {
    private static final RuleCompiler COMPILER = new RuleCompiler(Workspace.builtIn());

    private RuleText() {}

    static List<AnalyzedRule> compile(Path file) throws IOException {
        return compile(file.getFileName().toString(), Files.readAllBytes(file));
    }

    static List<AnalyzedRule> compile(String name, String text) {
        return compile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<AnalyzedRule> compile(String name, byte[] bytes) {
        SourceFile file = switch (Decoder.decode(name, bytes)) {
            case DecodeOutcome.Decoded(SourceFile decoded) -> decoded;
            case DecodeOutcome.Refused refused -> throw new AssertionError(refused);
        };
        return switch (RuleFiles.read(file)) {
            case ReadOutcome.Rules(var documents) ->
                Surroundings.onWorkerStack(() -> {
                    List<AnalyzedRule> rules = new ArrayList<>();
                    documents.forEach(document -> rules.addAll(COMPILER.compile(document)));
                    return rules;
                });
            case ReadOutcome.PassedOver passedOver -> throw new AssertionError(passedOver);
        };
    }

    /** A diagnostic as {@code KB001 3:5-3:9}. */
    static String place(AnalyzedRule rule, Diagnostic diagnostic) {
        Position start =
                rule.document().file().text().position(diagnostic.span().start());
        Position end = rule.document().file().text().position(diagnostic.span().end());
        return diagnostic.code() + " " + start.line() + ":" + start.column() + "-" + end.line() + ":" + end.column();
    }

    static List<String> places(AnalyzedRule rule) {
        return rule.diagnostics().stream()
                .map(diagnostic -> place(rule, diagnostic))
                .toList();
    }

    /** Everything that is known of a rule's query. */
    static String of(AnalyzedRule rule) {
        RuleAnalysis analysis = rule.analysis();
        StringJoiner text = new StringJoiner("\n", "", "\n");
        analysis.tables().forEach(table -> text.add("table " + table));
        analysis.functions().forEach(function -> text.add("function " + function));
        for (QueryParameter parameter : analysis.parameters()) {
            text.add("parameter " + parameter.name() + ":"
                    + parameter.value().type().word() + " = " + ValueText.of(parameter.value()));
        }
        for (Stage stage : analysis.stages()) {
            text.add("stage " + stage.index() + " " + stage.operator() + " | " + stage.text());
        }
        for (Indicator indicator : analysis.indicators()) {
            text.add("indicator " + of(indicator));
        }
        for (OutputField field : analysis.outputFields()) {
            text.add("output " + field.name() + ":" + field.type().word() + " of " + field.source());
        }
        text.add(analysis.open() ? "and maybe more fields" : "no other fields");
        for (Diagnostic diagnostic : rule.diagnostics()) {
            text.add("says " + place(rule, diagnostic) + " " + diagnostic.message());
        }
        return text.toString();
    }

    private static String of(Indicator indicator) {
        String kind = indicator.kind().name().toLowerCase(Locale.ROOT);
        String cases = indicator
                .caseSensitive()
                .map(sensitive -> sensitive ? " cased" : " caseless")
                .orElse("");
        return indicator.field() + (indicator.negated() ? " not " : " ") + kind + cases + " " + indicator.values()
                + " of " + indicator.columns();
    }
}
