package dev.kqlift.cli;

import java.util.Optional;

/**
 * An option of a command.
 *
 * @param name with its dashes
 * @param shortName a second spelling with one dash, if there is one
 * @param label what its value is called in the help; empty for a flag, which takes none
 * @param description one sentence
 */
record Option(String name, Optional<String> shortName, Optional<String> label, String description) {
    static final Option HELP =
            new Option("--help", Optional.of("-h"), Optional.empty(), "Show this help.");
    static final Option SCHEMA =
            value("--schema", "FILE", "JSON with more tables: {\"Table\": {\"Column\": \"type\"}}.");
    static final Option VERBOSE = flag("--verbose", "List the files that are passed over, with the reason.");

    static Option flag(String name, String description) {
        return new Option(name, Optional.empty(), Optional.empty(), description);
    }

    static Option value(String name, String label, String description) {
        return new Option(name, Optional.empty(), Optional.of(label), description);
    }

    static Option value(String name, String shortName, String label, String description) {
        return new Option(name, Optional.of(shortName), Optional.of(label), description);
    }

    boolean isFlag() {
        return label.isEmpty();
    }

    boolean isSpelled(String word) {
        return name.equals(word) || shortName.isPresent() && shortName.get().equals(word);
    }
}
