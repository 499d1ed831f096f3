package dev.kqlift.cli;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.lint.CheckInfo;
import dev.kqlift.lint.LintRules;
import dev.kqlift.reports.lint.PageText;
import dev.kqlift.reports.text.TextTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kqlift explain}: the page of a code. */
final class ExplainVerb implements Verb {
    @Override
    public CommandSpec spec() {
        return CommonArguments.command(
                        this,
                        "explain",
                        List.of("Shows the page of a check or says what a diagnostic code means."),
                        List.of("kqlift explain KL612", "kqlift explain join-without-kind", "kqlift explain KX005"))
                .addPositional(PositionalParamSpec.builder()
                        .type(String.class)
                        .required(true)
                        .paramLabel("CODE")
                        .description("Two letters and three digits, or the name of a check.")
                        .build())
                .addOption(CommonArguments.help());
    }

    @Override
    public int run(ParseResult arguments, Streams streams) {
        String given = arguments.matchedPositionalValue(0, "");
        TextTarget out = new TextTarget(streams.out());
        Optional<CheckInfo> check = check(given.strip());
        if (check.isPresent()) {
            out.write(PageText.of(check.get(), streams.outColors(), TerminalWidth.of(streams)));
            return ExitCode.DONE;
        }
        DiagnosticCode code = code(given);
        out.write(streams.outColors().bold(code.name() + "  " + code.title()) + "\nseverity: "
                + code.severity().word() + "\n\n" + code.explanation() + "\n");
        return ExitCode.DONE;
    }

    private static Optional<CheckInfo> check(String given) {
        return LintRules.infos().stream()
                .filter(check ->
                        check.code().equalsIgnoreCase(given) || check.name().equalsIgnoreCase(given))
                .findFirst();
    }

    private static DiagnosticCode code(String given) {
        String wanted = given.strip().toUpperCase(Locale.ROOT);
        List<String> known = new ArrayList<>();
        for (DiagnosticCode code : DiagnosticCode.values()) {
            if (code.name().equals(wanted)) {
                return code;
            }
            known.add(code.name());
        }
        for (CheckInfo check : LintRules.infos()) {
            known.add(check.code());
            known.add(check.name());
        }
        List<String> nearest = NearestNames.of(given.strip(), known);
        String hint = nearest.isEmpty()
                ? "codes look like KL612, KD010, KS003, KB001 or KX005"
                : "did you mean " + String.join(", ", nearest) + "?";
        throw new UsageException("there is no code '" + given + "'; " + hint);
    }
}
