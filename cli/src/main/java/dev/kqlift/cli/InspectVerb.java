package dev.kqlift.cli;

import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.reports.inspect.CorpusCounts;
import dev.kqlift.reports.inspect.InspectJson;
import dev.kqlift.reports.inspect.InspectText;
import dev.kqlift.reports.inspect.InspectWriter;
import dev.kqlift.reports.json.JsonLayout;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kqlift inspect}: what each rule reads, looks for and returns. */
final class InspectVerb implements Verb {
    private static final List<String> FORMATS = List.of("text", "json", "jsonl");

    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public String summary() {
        return "show what each rule reads, looks for and returns";
    }

    @Override
    public CommandSpec spec() {
        return Arguments.command(
                        name(),
                        "Shows what each rule reads, looks for and returns: tables, parameters, stages, indicators, fields.",
                        "  kqlift inspect rule.yaml",
                        "  kqlift inspect rules --format jsonl > rules.jsonl",
                        "  kqlift inspect rule.yaml --corpus rules --format json",
                        "  kqlift inspect - < query.kql")
                .addOption(Arguments.option("--format", "FORMAT", "text (the default), json or jsonl."))
                .addOption(Arguments.option(
                        "--corpus", "PATH", "Count for each value how many other rules there look for it."))
                .addOption(Arguments.option(
                        "--schema", "FILE", "JSON with more tables: {\"Table\": {\"Column\": \"type\"}}."))
                .addOption(Arguments.flag("--verbose", "List the files that are passed over, with the reason."))
                .addPositional(Arguments.paths());
    }

    @Override
    public int run(ParseResult arguments, Streams streams) {
        String format = Arguments.format(arguments, FORMATS);
        RuleCompiler compiler = new RuleCompiler(SchemaOption.workspace(arguments, streams));
        Optional<CorpusCounts> counts = Arguments.value(arguments, "--corpus")
                .map(path -> CorpusOption.counts(path, compiler, streams));
        RuleRun run = new RuleRun(arguments, compiler, streams);
        try (InspectWriter writer = writer(format, counts, streams)) {
            run.each(rule -> writer.write(rule.rule()));
        }
        run.summary().ifPresent(streams.err()::println);
        return run.exitCode();
    }

    private static InspectWriter writer(String format, Optional<CorpusCounts> counts, Streams streams) {
        return switch (format) {
            case "json" -> new InspectJson(streams.out(), JsonLayout.ARRAY, counts);
            case "jsonl" -> new InspectJson(streams.out(), JsonLayout.LINES, counts);
            default -> new InspectText(streams.out(), streams.outColors(), counts);
        };
    }
}
