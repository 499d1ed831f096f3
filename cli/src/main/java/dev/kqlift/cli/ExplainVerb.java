package dev.kqlift.cli;

import dev.kqlift.cli.Syntax.Operands;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.reports.text.TextTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code kqlift explain}: the page of a diagnostic code. */
final class ExplainVerb implements Verb {
    @Override
    public String summary() {
        return "say what a diagnostic code means";
    }

    @Override
    public Syntax syntax() {
        return new Syntax(
                "explain",
                "Says what a diagnostic code means.",
                new Operands("CODE", "Two letters and three digits.", 1),
                List.of(),
                List.of("kqlift explain KX005"));
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        String given = arguments.operands().getFirst();
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
