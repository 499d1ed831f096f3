package dev.kqlift.cli;

import dev.kqlift.corpus.overlap.OverlapIndex;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.overlap.OverlapCsv;
import dev.kqlift.reports.overlap.OverlapJson;
import dev.kqlift.reports.overlap.OverlapText;
import dev.kqlift.reports.overlap.OverlapWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kqlift overlap}: what several rules look for. */
final class OverlapVerb implements Verb {
    private static final OneOf FORMATS = new OneOf(List.of("text", "csv", "json", "jsonl"));

    @Override
    public CommandSpec spec() {
        return CommonArguments.command(
                        this,
                        "overlap",
                        List.of("Lists each (field, kind, value) that rules look for, and how many rules do."),
                        List.of("kqlift overlap rules", "kqlift overlap rules --format csv > overlap.csv"))
                .addPositional(CommonArguments.paths())
                .addOption(CommonArguments.format(FORMATS))
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
        RuleRun run = new RuleRun(CommonArguments.paths(arguments), arguments.hasMatchedOption("--verbose"), streams);
        OverlapIndex index = new OverlapIndex();
        run.each(compiler, index::add);
        writer(format, streams).write(index.rows());
        streams.err().println(run.summary());
        return run.exitCode();
    }

    private static OverlapWriter writer(String format, Streams streams) {
        return switch (format) {
            case "csv" -> new OverlapCsv(streams.out());
            case "json" -> new OverlapJson(streams.out(), JsonLayout.ARRAY);
            case "jsonl" -> new OverlapJson(streams.out(), JsonLayout.LINES);
            default -> new OverlapText(streams.out(), streams.outColors());
        };
    }
}
