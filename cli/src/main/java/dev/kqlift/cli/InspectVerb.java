package dev.kqlift.cli;

import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.reports.inspect.CorpusCounts;
import dev.kqlift.reports.inspect.ExplainText;
import dev.kqlift.reports.inspect.InspectJson;
import dev.kqlift.reports.inspect.InspectText;
import dev.kqlift.reports.inspect.InspectWriter;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.text.Printable;
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
                                "kqlift inspect rule.yaml --explain AccountName",
                                "kqlift inspect - < query.kql"))
                .addPositional(CommonArguments.paths())
                .addOption(CommonArguments.format(FORMATS))
                .addOption(CommonArguments.value(
                                "PATH", "Count for each value how many other rules there look for it.", "--corpus")
                        .build())
                .addOption(CommonArguments.value(
                                "FIELD", "Follow this output field or tested field back to its sources.", "--explain")
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
        Optional<String> field = CommonArguments.given(arguments, "--explain");
        if (field.isPresent()
                && !(format.equals("text")
                        && CommonArguments.given(arguments, "--corpus").isEmpty())) {
            throw new UsageException(
                    "--explain is text for people; it goes neither with another --format nor with --corpus");
        }
        RuleCompiler compiler = new RuleCompiler(SchemaOption.workspace(arguments, streams));
        if (field.isPresent()) {
            return explain(field.get(), arguments, compiler, streams);
        }
        Optional<CorpusCounts> counts =
                CommonArguments.given(arguments, "--corpus").map(path -> CorpusOption.counts(path, compiler, streams));
        RuleRun run = rules(arguments, streams);
        try (InspectWriter writer = writer(format, counts, streams)) {
            run.each(compiler, writer::write);
        }
        streams.err().println(run.summary());
        return run.exitCode();
    }

    private static RuleRun rules(ParseResult arguments, Streams streams) {
        return new RuleRun(
                CommonArguments.paths(arguments), arguments.hasMatchedOption("--verbose"), streams.whileWriting());
    }

    /** A rule without the field is passed over; that no rule has it is wrong usage. */
    private static int explain(String field, ParseResult arguments, RuleCompiler compiler, Streams streams) {
        RuleRun run = rules(arguments, streams);
        try (ExplainText writer =
                new ExplainText(streams.out(), streams.outColors(), TerminalWidth.of(streams), field)) {
            run.each(compiler, writer::write);
            streams.err().println(run.summary());
            if (!writer.found() && run.foundRules()) {
                List<String> nearest = NearestNames.of(field, writer.names());
                String hint = nearest.isEmpty() ? "" : "; did you mean " + String.join(", ", nearest) + "?";
                throw new UsageException(Printable.line("no rule has a field '" + field + "'" + hint));
            }
        }
        return run.exitCode();
    }

    private static InspectWriter writer(String format, Optional<CorpusCounts> counts, Streams streams) {
        return switch (format) {
            case "json" -> new InspectJson(streams.out(), JsonLayout.ARRAY, counts);
            case "jsonl" -> new InspectJson(streams.out(), JsonLayout.LINES, counts);
            default -> new InspectText(streams.out(), streams.outColors(), TerminalWidth.of(streams), counts);
        };
    }
}
