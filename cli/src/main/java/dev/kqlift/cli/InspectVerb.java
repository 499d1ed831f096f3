package dev.kqlift.cli;

import dev.kqlift.cli.Syntax.Operands;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.reports.inspect.CorpusCounts;
import dev.kqlift.reports.inspect.InspectJson;
import dev.kqlift.reports.inspect.InspectText;
import dev.kqlift.reports.inspect.InspectWriter;
import dev.kqlift.reports.json.JsonLayout;
import java.util.List;
import java.util.Optional;

/** {@code kqlift inspect}: what each rule reads, looks for and returns. */
final class InspectVerb implements Verb {
    private static final List<String> FORMATS = List.of("text", "json", "jsonl");

    @Override
    public String summary() {
        return "show what each rule reads, looks for and returns";
    }

    @Override
    public Syntax syntax() {
        return new Syntax(
                "inspect",
                "Shows what each rule reads, looks for and returns: tables, parameters, stages, indicators, fields.",
                Operands.PATHS,
                List.of(
                        Option.value("--format", "FORMAT", "text (the default), json or jsonl."),
                        Option.value("--corpus", "PATH", "Count for each value how many other rules there look for it."),
                        Option.SCHEMA,
                        Option.VERBOSE),
                List.of(
                        "kqlift inspect rule.yaml",
                        "kqlift inspect rules --format jsonl > rules.jsonl",
                        "kqlift inspect rule.yaml --corpus rules --format json",
                        "kqlift inspect - < query.kql"));
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        String format = arguments.format(FORMATS);
        RuleCompiler compiler = new RuleCompiler(SchemaOption.workspace(arguments, streams));
        Optional<CorpusCounts> counts = arguments.value("--corpus")
                .map(path -> CorpusOption.counts(path, compiler, streams));
        RuleRun run = new RuleRun(arguments.operands(), arguments.isSet("--verbose"), streams);
        try (InspectWriter writer = writer(format, counts, streams)) {
            run.each(compiler, writer::write);
        }
        streams.err().println(run.summary());
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
