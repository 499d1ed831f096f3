package dev.kqlift.cli;

import dev.kqlift.cli.Syntax.Operands;
import java.util.List;

/** {@code kqlift overlap}: what several rules look for. */
final class OverlapVerb implements Verb {
    private static final List<String> FORMATS = List.of("text", "csv", "json", "jsonl");

    @Override
    public String summary() {
        return "list the values that rules look for, and how many rules look for each";
    }

    @Override
    public Syntax syntax() {
        return new Syntax(
                "overlap",
                "Lists each (field, kind, value) that rules look for, and how many rules do.",
                Operands.PATHS,
                List.of(
                        Option.value("--format", "FORMAT", "text (the default), csv, json or jsonl."),
                        Option.SCHEMA,
                        Option.VERBOSE),
                List.of("kqlift overlap rules", "kqlift overlap rules --format csv > overlap.csv"));
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        return 0;
    }
}
