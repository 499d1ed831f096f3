package dev.kqlift.cli;

import dev.kqlift.cli.Syntax.Operands;
import dev.kqlift.corpus.overlap.OverlapIndex;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.overlap.OverlapCsv;
import dev.kqlift.reports.overlap.OverlapJson;
import dev.kqlift.reports.overlap.OverlapText;
import dev.kqlift.reports.overlap.OverlapWriter;
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
        String format = arguments.format(FORMATS);
        RuleCompiler compiler = new RuleCompiler(SchemaOption.workspace(arguments, streams));
        RuleRun run = new RuleRun(arguments.operands(), arguments.isSet("--verbose"), streams);
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
