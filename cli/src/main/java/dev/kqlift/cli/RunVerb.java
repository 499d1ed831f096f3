package dev.kqlift.cli;

import dev.kqlift.types.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kqlift run}: a query over data at hand. */
final class RunVerb implements Verb {
    private static final OneOf ENGINES = new OneOf(List.of("reference", "duckdb"));

    @Override
    public CommandSpec spec() {
        return CommonArguments.command(
                        this,
                        "run",
                        List.of("Runs a query over data at hand."),
                        List.of("kqlift run --batch < queries.jsonl > answers.jsonl"))
                .addOption(CommonArguments.flag(
                                "Read queries from standard input and write their answers, one JSON object a line.",
                                "--batch")
                        .build())
                .addOption(CommonArguments.value("ENGINE", ENGINES.sentence() + "; reference if not given.", "--engine")
                        .converters(ENGINES)
                        .build())
                .addOption(CommonArguments.help());
    }

    @Override
    public int run(ParseResult arguments, Streams streams) {
        new BatchRun(dev.kqlift.engine.Workspace.builtIn(), now()).run(streams);
        return ExitCode.DONE;
    }

    /** The present, in ticks of 100 ns since 0001-01-01. */
    private static long now() {
        Instant now = Instant.now();
        long days = LocalDate.EPOCH.toEpochDay() - LocalDate.of(1, 1, 1).toEpochDay();
        return new Value.DateTime((days * 86_400 + now.getEpochSecond()) * 10_000_000L + now.getNano() / 100).ticks();
    }
}
