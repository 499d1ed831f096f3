package dev.kqlift.cli;

import dev.kqlift.backend.Backend;
import dev.kqlift.backend.BackendRegistry;
import dev.kqlift.cli.Syntax.Operands;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code kqlift transpile}: rules in other languages. */
final class TranspileVerb implements Verb {
    private static final List<String> FORMATS = List.of("text", "jsonl");
    private static final List<Fidelity> WORDS = List.of(
            Fidelity.EXACT, Fidelity.WIDER, Fidelity.NARROWER, Fidelity.APPROXIMATE);

    @Override
    public String summary() {
        return "translate rules to other languages";
    }

    @Override
    public Syntax syntax() {
        return new Syntax(
                "transpile",
                "Translates rules to other languages. Whatever a translation changes is noted with its place in the rule.",
                Operands.PATHS,
                List.of(
                        Option.value(
                                "--to",
                                "TARGET,…",
                                "The targets: " + String.join(", ", BackendRegistry.builtIn().ids()) + "."),
                        Option.value("--output", "-o", "DIR", "Write a file for each rule and target there."),
                        Option.value("--format", "FORMAT", "text (the default) or jsonl."),
                        Option.value(
                                "--accept", "WORD,…", "Which fidelities are written (exact,wider,approximate)."),
                        Option.flag("--strict", "--accept exact, and exit code 1 when a rule falls short of it."),
                        Option.SCHEMA,
                        Option.VERBOSE),
                List.of(
                        "kqlift transpile rules --to duckdb,esql,sigma -o out",
                        "kqlift transpile rule.yaml --to sigma",
                        "kqlift transpile rules --to esql --strict --format jsonl > esql.jsonl",
                        "kqlift transpile - --to duckdb < query.kql"));
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        boolean text = arguments.format(FORMATS).equals("text");
        List<Backend> backends = backends(arguments);
        Set<Fidelity> accepted = accepted(arguments);
        Optional<OutputFolder> folder = arguments.value("--output").map(TranspileVerb::folder);
        RuleCompiler compiler = new RuleCompiler(SchemaOption.workspace(arguments, streams));
        TranspileSummary summary =
                new TranspileSummary(backends.stream().map(Backend::id).toList());
        RuleRun run = new RuleRun(arguments.operands(), arguments.isSet("--verbose"), streams);
        try (TranspileWriter writer = text
                ? new TranspileText(streams.out(), streams.outColors())
                : new TranspileJson(streams.out())) {
            run.each(compiler, rule -> {
                summary.rule();
                if (rule.bound().isEmpty()) {
                    summary.unreadable();
                }
                for (Backend backend : backends) {
                    Translation translation = SafeTranslation.of(backend, rule);
                    summary.translation(translation);
                    boolean written = accepted.contains(translation.fidelity());
                    Optional<String> file =
                            written && folder.isPresent() ? write(folder.get(), run.relative(rule), translation) : Optional.empty();
                    writer.write(new TranspileRow(rule.document(), translation, written, file));
                }
            });
        }
        report(summary, run, text, streams);
        return arguments.isSet("--strict") && run.exitCode() == ExitCode.DONE && summary.fallsShort()
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
                    translation.target(), source, translation.extension(), translation.text().get()));
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

    private static List<Backend> backends(Arguments arguments) {
        BackendRegistry registry = BackendRegistry.builtIn();
        List<String> targets = arguments.words("--to");
        if (targets.isEmpty()) {
            throw new UsageException("--to names no target; the targets are " + String.join(", ", registry.ids()));
        }
        List<Backend> backends = new ArrayList<>();
        for (String target : targets) {
            backends.add(registry.backend(target)
                    .orElseThrow(() -> new UsageException("there is no target '" + target + "'; the targets are "
                            + String.join(", ", registry.ids()))));
        }
        return backends;
    }

    private static Set<Fidelity> accepted(Arguments arguments) {
        List<String> words = arguments.words("--accept");
        if (arguments.isSet("--strict")) {
            if (!words.isEmpty() && !words.equals(List.of(Fidelity.EXACT.word()))) {
                throw new UsageException("--strict is --accept exact; leave one of the two out");
            }
            return EnumSet.of(Fidelity.EXACT);
        }
        if (words.isEmpty()) {
            return EnumSet.of(Fidelity.EXACT, Fidelity.WIDER, Fidelity.APPROXIMATE);
        }
        Set<Fidelity> accepted = EnumSet.noneOf(Fidelity.class);
        for (String word : words) {
            accepted.add(fidelity(word));
        }
        return accepted;
    }

    private static Fidelity fidelity(String word) {
        for (Fidelity fidelity : WORDS) {
            if (fidelity.word().equals(word)) {
                return fidelity;
            }
        }
        throw new UsageException("--accept takes " + Arguments.either(WORDS.stream().map(Fidelity::word).toList())
                + ", not '" + word + "'");
    }
}
