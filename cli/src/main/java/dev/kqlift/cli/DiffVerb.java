package dev.kqlift.cli;

import dev.kqlift.corpus.diff.CorpusDiff;
import dev.kqlift.corpus.diff.PlacedRule;
import dev.kqlift.reports.diff.DiffJson;
import dev.kqlift.reports.diff.DiffMarkdown;
import dev.kqlift.reports.diff.DiffText;
import dev.kqlift.reports.diff.DiffWriter;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kqlift diff}: what differs between two versions of some rules. */
final class DiffVerb implements Verb {
    private static final OneOf FORMATS = new OneOf(List.of("text", "markdown", "json"));

    @Override
    public CommandSpec spec() {
        return CommonArguments.command(
                        this,
                        "diff",
                        List.of(
                                "Shows what differs between two versions of some rules.",
                                "Rules are matched by id, then by name, then by path. What they do is told apart "
                                        + "from how they read."),
                        List.of(
                                "kqlift diff old/rules rules",
                                "kqlift diff old/rules rules --format markdown > comment.md",
                                "kqlift diff expected rules --check"))
                .addPositional(PositionalParamSpec.builder()
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("2")
                        .required(true)
                        .paramLabel("OLD NEW")
                        .hideParamSyntax(true)
                        .description("Two files or folders.")
                        .build())
                .addOption(CommonArguments.format(FORMATS))
                .addOption(CommonArguments.flag("Exit with 1 when they differ.", "--check")
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
        List<String> paths = CommonArguments.paths(arguments);
        if (paths.size() != 2) {
            throw new UsageException("diff takes two paths, OLD and NEW; it was given " + paths.size());
        }
        FactsRun facts = FactsRun.of(arguments, List.of(), streams);
        Optional<String> commonPath = commonPath(paths.getFirst(), paths.getLast());
        RuleRun old = run(paths.getFirst(), arguments, streams);
        List<PlacedRule> before = placed(old, commonPath, facts);
        RuleRun now = run(paths.getLast(), arguments, streams);
        List<PlacedRule> after = placed(now, commonPath, facts);
        CorpusDiff diff = CorpusDiff.of(before, after);
        writer(format, streams).write(diff);
        streams.err().println("old: " + old.summary() + "; new: " + now.summary());
        int read = Math.max(old.exitCode(), now.exitCode());
        return read == ExitCode.DONE && arguments.hasMatchedOption("--check") && !diff.isEmpty()
                ? ExitCode.FOUND
                : read;
    }

    /** Of two files that are named, the names tell nothing: the path of both is that of the new one. */
    private static Optional<String> commonPath(String old, String now) {
        return new File(old).isDirectory() || new File(now).isDirectory()
                ? Optional.empty()
                : Optional.of(new File(now).getName());
    }

    private static RuleRun run(String path, ParseResult arguments, Streams streams) {
        return new RuleRun(List.of(path), arguments.hasMatchedOption("--verbose"), streams);
    }

    private static List<PlacedRule> placed(RuleRun run, Optional<String> commonPath, FactsRun facts) {
        FactsRun.Outcome outcome = facts.read(run);
        List<PlacedRule> placed = new ArrayList<>();
        for (int i = 0; i < outcome.paths().size(); i++) {
            String path = commonPath.orElse(outcome.paths().get(i));
            placed.add(new PlacedRule(outcome.corpus().rules().get(i), path));
        }
        return placed;
    }

    private static DiffWriter writer(String format, Streams streams) {
        return switch (format) {
            case "markdown" -> new DiffMarkdown(streams.out());
            case "json" -> new DiffJson(streams.out());
            default -> new DiffText(streams.out(), streams.outColors());
        };
    }
}
