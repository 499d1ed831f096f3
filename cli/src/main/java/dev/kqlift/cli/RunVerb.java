package dev.kqlift.cli;

import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import dev.kqlift.evaluation.CellReader;
import dev.kqlift.evaluation.GeoDatabase;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.execution.duckdb.DuckDbEngine;
import dev.kqlift.reports.run.ResultCsv;
import dev.kqlift.reports.run.ResultJson;
import dev.kqlift.reports.run.ResultText;
import dev.kqlift.reports.run.ResultWriter;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.source.SourceText;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kqlift run}: a query or a rule over data at hand. */
final class RunVerb implements Verb {
    private static final OneOf ENGINES = new OneOf(List.of("reference", "duckdb"));
    private static final OneOf FORMATS = new OneOf(List.of("table", "json", "csv"));

    @Override
    public CommandSpec spec() {
        return CommonArguments.command(
                        this,
                        "run",
                        List.of(
                                "Runs a query or a rule over data at hand.",
                                "What the engine would answer is not always known; then the run is refused, with code and place."),
                        List.of(
                                "kqlift run \"print x = bin(17, 5)\"",
                                "kqlift run rule.yaml --data SigninLogs=events.ndjson --now 2024-05-01T12:00:00Z",
                                "kqlift run rule.yaml --data SigninLogs=events.csv --trace",
                                "kqlift run rule.yaml --data SigninLogs=events.parquet --engine duckdb",
                                "kqlift run --batch < queries.jsonl > answers.jsonl"))
                .addPositional(PositionalParamSpec.builder()
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("0..1")
                        .paramLabel("QUERY|FILE")
                        .description("A query, a rule file, or - for a query on standard input.")
                        .build())
                .addOption(DataOption.spec())
                .addOption(GeoOption.spec())
                .addOption(CommonArguments.value("ISO", "The instant of now(); the present if not given.", "--now")
                        .build())
                .addOption(CommonArguments.value("ENGINE", ENGINES.sentence() + "; reference if not given.", "--engine")
                        .converters(ENGINES)
                        .build())
                .addOption(CommonArguments.format(FORMATS))
                .addOption(CommonArguments.value("N", "Show the rows behind this stage of the query.", "--stage")
                        .build())
                .addOption(CommonArguments.flag("Tell how many rows each stage gives.", "--trace")
                        .build())
                .addOption(CommonArguments.flag(
                                "Read queries from standard input and write their answers, one JSON object a line.",
                                "--batch")
                        .build())
                .addOption(CommonArguments.config())
                .addOption(CommonArguments.noConfig())
                .addOption(CommonArguments.schema())
                .addOption(CommonArguments.help());
    }

    @Override
    public int run(ParseResult arguments, Streams streams) {
        long now = now(arguments);
        if (!"duckdb".equals(arguments.matchedOptionValue("--engine", "reference"))) {
            return run(arguments, now, Optional.empty(), streams);
        }
        if (arguments.hasMatchedOption("--stage") || arguments.hasMatchedOption("--trace")) {
            throw new UsageException("--stage and --trace are of the reference engine; leave --engine duckdb out");
        }
        try (DuckDbEngine duckDb = new DuckDbEngine()) {
            return run(arguments, now, Optional.of(duckDb), streams);
        }
    }

    private static int run(ParseResult arguments, long now, Optional<DuckDbEngine> duckDb, Streams streams) {
        Optional<GeoDatabase> places = GeoOption.database(arguments);
        if (arguments.hasMatchedOption("--batch")) {
            new BatchRun(Workspace.builtIn(), places, now, duckDb).run(streams);
            return ExitCode.DONE;
        }
        List<String> given = CommonArguments.paths(arguments);
        if (given.isEmpty()) {
            throw new UsageException("run takes a query or a rule file, or --batch");
        }
        Workspace base = SchemaOption.workspace(arguments, streams);
        Map<String, LocalTable> tables = DataOption.tables(arguments, base, streams);
        Workspace workspace = base.with(DataOption.schemas(tables, base.tables()));
        DataOption.inferred(tables, base)
                .forEach(line -> streams.err().println(streams.errColors().faint(Printable.line(line))));
        AnalyzedRule rule = rule(given.getFirst(), new RuleCompiler(workspace), streams);
        LocalRun run = new LocalRun(rule, workspace, tables, places, now, streams);
        ResultWriter writer = writer(CommonArguments.format(arguments, FORMATS), streams);
        if (duckDb.isPresent()) {
            return run.run(duckDb.get(), writer);
        }
        Optional<Integer> stage = stage(arguments);
        if (arguments.hasMatchedOption("--trace")) {
            run.trace();
        }
        return run.run(stage, writer);
    }

    private static ResultWriter writer(String format, Streams streams) {
        return switch (format) {
            case "json" -> new ResultJson(streams.out());
            case "csv" -> new ResultCsv(streams.out());
            default ->
                new ResultText(
                        streams.out(),
                        streams.outColors(),
                        streams.outIsTerminal() ? OptionalInt.of(TerminalWidth.of(streams)) : OptionalInt.empty());
        };
    }

    private static Optional<Integer> stage(ParseResult arguments) {
        Optional<String> stage = CommonArguments.given(arguments, "--stage");
        try {
            return stage.map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw new UsageException(Printable.line("--stage " + stage.orElse("") + " is no whole number"));
        }
    }

    // ---- the query

    private static AnalyzedRule rule(String given, RuleCompiler compiler, Streams streams) {
        List<AnalyzedRule> rules = new ArrayList<>();
        if (given.equals(RuleFiles.STANDARD_INPUT) || isFile(given)) {
            new RuleRun(List.of(given), false, streams).each(compiler, rules::add);
        } else if (RuleFiles.read(new SourceFile("query.kql", SourceText.of(given), List.of()))
                instanceof ReadOutcome.Rules(var documents)) {
            documents.forEach(document -> rules.addAll(compiler.compile(document)));
        }
        if (rules.size() != 1) {
            throw new UsageException(
                    Printable.line(given) + " holds " + rules.size() + " queries; run takes a file with one");
        }
        if (rules.getFirst().syntax().isEmpty()) {
            rules.getFirst().diagnostics().stream()
                    .findFirst()
                    .ifPresent(first -> streams.err()
                            .println(DiagnosticText.oneLine(
                                    rules.getFirst().document().file(), first, streams.errColors())));
        }
        return rules.getFirst();
    }

    private static boolean isFile(String given) {
        try {
            return Files.exists(Path.of(given));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    // ---- the instant

    private static long now(ParseResult arguments) {
        Optional<String> given = CommonArguments.given(arguments, "--now");
        if (given.isEmpty()) {
            return present();
        }
        return CellReader.of(given.get(), KqlType.DATETIME)
                .map(value -> value instanceof Value.DateTime(var ticks) ? ticks : -1L)
                .filter(ticks -> ticks >= 0)
                .orElseThrow(() -> new UsageException(
                        Printable.line("--now " + given.get() + " is no instant; write it as 2024-05-01T12:00:00Z")));
    }

    /** The present, in ticks of 100 ns since 0001-01-01, in whole microseconds, which all engines know. */
    private static long present() {
        Instant now = Instant.now();
        long days = LocalDate.EPOCH.toEpochDay() - LocalDate.of(1, 1, 1).toEpochDay();
        return (days * 86_400 + now.getEpochSecond()) * 10_000_000L + now.getNano() / 1000 * 10L;
    }
}
