package dev.kqlift.cli;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.reports.text.TextTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kqlift explain}: the page of a diagnostic code. */
final class ExplainVerb implements Verb {
    @Override
    public CommandSpec spec() {
        return CommonArguments.command(
                        this, "explain", List.of("Says what a diagnostic code means."), List.of("kqlift explain KX005"))
                .addPositional(PositionalParamSpec.builder()
                        .type(String.class)
                        .required(true)
                        .paramLabel("CODE")
                        .description("Two letters and three digits.")
                        .build())
                .addOption(CommonArguments.help());
    }

    @Override
    public int run(ParseResult arguments, Streams streams) {
        String given = arguments.matchedPositionalValue(0, "");
        DiagnosticCode code = code(given);
        new TextTarget(streams.out())
                .write(streams.outColors().bold(code.name() + "  " + code.title()) + "\nseverity: "
                        + code.severity().word() + "\n\n" + code.explanation() + "\n");
        return ExitCode.DONE;
    }

    private static DiagnosticCode code(String given) {
        String wanted = given.strip().toUpperCase(Locale.ROOT);
        List<String> family = new ArrayList<>();
        for (DiagnosticCode code : DiagnosticCode.values()) {
            if (code.name().equals(wanted)) {
                return code;
            }
            if (wanted.length() >= 2 && code.name().startsWith(wanted.substring(0, 2))) {
                family.add(code.name());
            }
        }
        String hint = family.isEmpty() ? "codes look like KD010, KS003, KB001 or KX005" : String.join(", ", family);
        throw new UsageException("there is no code '" + given + "'; " + hint);
    }
}
