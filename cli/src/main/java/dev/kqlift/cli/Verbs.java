package dev.kqlift.cli;

import java.util.List;
import java.util.Optional;

/** The commands by name, in the order of the help. */
final class Verbs {
    private static final List<String> NAMES = List.of("inspect", "overlap", "transpile", "explain");

    private Verbs() {}

    static List<String> names() {
        return NAMES;
    }

    static Optional<Verb> named(String name) {
        return switch (name) {
            case "inspect" -> Optional.of(new InspectVerb());
            case "overlap" -> Optional.of(new OverlapVerb());
            case "transpile" -> Optional.of(new TranspileVerb());
            case "explain" -> Optional.of(new ExplainVerb());
            default -> Optional.empty();
        };
    }
}
