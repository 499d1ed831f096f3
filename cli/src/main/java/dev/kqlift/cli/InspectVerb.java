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
    private static final OneOf FORMATS = new OneOf(List.of("text", "json", "jsonl"));

    @Override
    public CommandSpec spec() {
        return CommonArguments.command(
                        this,
                        "inspect",
                        List.of(
                                "Shows what each rule reads, looks for and returns.",
                                "Tables, parameters, the stages of the query, indicators, output fields."),
                        List.of(
                                "kqlift inspect rule.yaml",
                                "kqlift inspect rules --format jsonl > rules.jsonl",
                                "kqlift inspect rule.yaml --corpus rules --format json",
                                "kqlift inspect - < query.kql"))
                .addPositional(CommonArguments.paths())
                .addOption(CommonArguments.format(FORMATS))
                .addOption(CommonArguments.value(
                                "PATH", "Count for each value how many other rules there look for it.", "--corpus")
                        .build())
                .addOption(CommonArguments.config())
                .addOption(CommonArguments.noConfig())
                .addOption(CommonArguments.schema())
                .addOption(CommonArguments.verbose())
                .addOption(CommonArguments.help());
    }

    @Override
    public int run(ParseResult arguments, Streams streams) {
        String format = CommonArguments.format(arguments, FORMATS);
        RuleCompiler compiler = new RuleCompiler(SchemaOption.workspace(arguments, streams));
        Optional<CorpusCounts> counts = CommonArguments.given(arguments, "--corpus")
                .map(path -> CorpusOption.counts(path, compiler, streams));
        RuleRun run = new RuleRun(
                CommonArguments.paths(arguments), arguments.hasMatchedOption("--verbose"), streams.whileWriting());
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
