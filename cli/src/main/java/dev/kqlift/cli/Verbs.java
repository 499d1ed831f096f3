package dev.kqlift.cli;

import java.util.List;

/** The commands by name, in the order of the help. */
final class Verbs {
    private static final List<String> NAMES =
            List.of("inspect", "lint", "overlap", "transpile", "report", "diff", "run", "test", "explain");

    private Verbs() {}

    static List<String> names() {
        return NAMES;
    }

    static Verb named(String name) {
        return switch (name) {
            case "inspect" -> new InspectVerb();
            case "lint" -> new LintVerb();
            case "overlap" -> new OverlapVerb();
            case "transpile" -> new TranspileVerb();
            case "report" -> new ReportVerb();
            case "diff" -> new DiffVerb();
            case "run" -> new RunVerb();
            case "test" -> new TestVerb();
            case "explain" -> new ExplainVerb();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
