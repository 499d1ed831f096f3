package dev.kqlift.cli;

import dev.kqlift.backend.Backend;
import dev.kqlift.backend.BackendRegistry;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.reports.text.TextTarget;
import dev.kqlift.reports.transpile.OutputFolder;
import dev.kqlift.reports.transpile.TranspileJson;
import dev.kqlift.reports.transpile.TranspileRow;
import dev.kqlift.reports.transpile.TranspileSummary;
import dev.kqlift.reports.transpile.TranspileText;
import dev.kqlift.reports.transpile.TranspileWriter;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kqlift transpile}: rules in other languages. */
final class TranspileVerb implements Verb {
    private static final OneOf FORMATS = new OneOf(List.of("text", "jsonl"));
    private static final List<Fidelity> FIDELITIES =
            List.of(Fidelity.EXACT, Fidelity.WIDER, Fidelity.NARROWER, Fidelity.APPROXIMATE);

    private final BackendRegistry registry = BackendRegistry.builtIn();

    @Override
    public CommandSpec spec() {
        OneOf targets = new OneOf(registry.ids());
        OneOf fidelities = new OneOf(FIDELITIES.stream().map(Fidelity::word).toList());
        return CommonArguments.command(
                        this,
                        "transpile",
                        List.of(
                                "Translates rules to other languages.",
                                "Whatever a translation changes is noted with its place in the rule."),
                        List.of(
                                "kqlift transpile rules --to duckdb,esql,sigma -o out",
                                "kqlift transpile rule.yaml --to sigma",
                                "kqlift transpile rules --to esql --strict --format jsonl > esql.jsonl",
                                "kqlift transpile - --to duckdb < query.kql"))
                .addPositional(CommonArguments.paths())
                .addOption(CommonArguments.words("TARGET", targets, "The targets: " + targets.sentence() + ".", "--to")
                        .required(true)
                        .build())
                .addOption(
                        CommonArguments.value("DIR", "Write a file for each rule and target there.", "-o", "--output")
                                .build())
                .addOption(CommonArguments.format(FORMATS))
                .addOption(CommonArguments.words(
                                "WORD",
                                fidelities,
                                "Which fidelities are written: " + fidelities.sentence()
                                        + "; exact,wider,approximate if not given.",
                                "--accept")
                        .build())
                .addOption(CommonArguments.flag(
                                "--accept exact, and exit code 1 when a rule falls short of it.", "--strict")
                        .build())
                .addOption(CommonArguments.config())
                .addOption(CommonArguments.noConfig())
                .addOption(CommonArguments.schema())
                .addOption(CommonArguments.verbose())
                .addOption(CommonArguments.help());
    }

    @Override
    public int run(ParseResult arguments, Streams streams) {
        boolean text = CommonArguments.format(arguments, FORMATS).equals("text");
        List<Backend> backends = backends(arguments);
        Set<Fidelity> accepted = accepted(arguments);
        Optional<OutputFolder> folder =
                CommonArguments.given(arguments, "--output").map(TranspileVerb::folder);
        RuleCompiler compiler = new RuleCompiler(SchemaOption.workspace(arguments, streams));
        TranspileSummary summary =
                new TranspileSummary(backends.stream().map(Backend::id).toList());
        RuleRun run = new RuleRun(
                CommonArguments.paths(arguments), arguments.hasMatchedOption("--verbose"), streams.whileWriting());
        try (TranspileWriter writer =
                text ? new TranspileText(streams.out(), streams.outColors()) : new TranspileJson(streams.out())) {
            run.each(compiler, rule -> {
                summary.rule();
                if (rule.bound().isEmpty()) {
                    summary.unreadable();
                }
                for (Backend backend : backends) {
                    Translation translation = SafeTranslation.of(backend, rule);
                    summary.translation(translation);
                    boolean written = accepted.contains(translation.fidelity());
                    Optional<String> file = written && folder.isPresent()
                            ? write(folder.get(), run.relative(rule), translation)
                            : Optional.empty();
                    writer.write(new TranspileRow(rule.document(), translation, written, file));
                }
            });
        }
        report(summary, run, text, streams);
        return arguments.hasMatchedOption("--strict") && run.exitCode() == ExitCode.DONE && summary.fallsShort()
                ? ExitCode.FOUND
                : run.exitCode();
    }

    private static void report(TranspileSummary summary, RuleRun run, boolean text, Streams streams) {
        if (run.foundRules()) {
            if (text) {
                new TextTarget(streams.out()).write("\n" + summary.text(streams.outColors()));
            } else {
                streams.err().print(summary.text(streams.errColors()));
            }
        } else {
            streams.err().println(run.summary());
        }
    }

    private static Optional<String> write(OutputFolder folder, Path source, Translation translation) {
        if (translation.text().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(folder.write(
                    translation.target(),
                    source,
                    translation.extension(),
                    translation.text().get()));
        } catch (IOException e) {
            throw new UsageException("the output folder cannot be written: " + Reason.of(e));
        }
    }

    private static OutputFolder folder(String path) {
        try {
            return new OutputFolder(Path.of(path));
        } catch (InvalidPathException e) {
            throw new UsageException("-o " + path + " is no path of this system");
        }
    }

    private List<Backend> backends(ParseResult arguments) {
        List<Backend> backends = CommonArguments.distinct(arguments, "--to").stream()
                .flatMap(target -> registry.backend(target).stream())
                .toList();
        if (backends.isEmpty()) {
            throw new UsageException("--to names no target; the targets are " + String.join(", ", registry.ids()));
        }
        return backends;
    }

    private static Set<Fidelity> accepted(ParseResult arguments) {
        List<String> words = CommonArguments.distinct(arguments, "--accept");
        if (arguments.hasMatchedOption("--strict")) {
            if (!words.isEmpty() && !words.equals(List.of(Fidelity.EXACT.word()))) {
                throw new UsageException("--strict is --accept exact; leave one of the two out");
            }
            return EnumSet.of(Fidelity.EXACT);
        }
        if (words.isEmpty()) {
            return EnumSet.of(Fidelity.EXACT, Fidelity.WIDER, Fidelity.APPROXIMATE);
        }
        Set<Fidelity> accepted = EnumSet.noneOf(Fidelity.class);
        for (Fidelity fidelity : FIDELITIES) {
            if (words.contains(fidelity.word())) {
                accepted.add(fidelity);
            }
        }
        return accepted;
    }
}
