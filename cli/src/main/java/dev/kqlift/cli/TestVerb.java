package dev.kqlift.cli;

import dev.kqlift.corpus.scan.CorpusInput;
import dev.kqlift.corpus.scan.CorpusScan;
import dev.kqlift.corpus.scan.CorpusScanner;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.reports.ruletest.TestJson;
import dev.kqlift.reports.ruletest.TestJunit;
import dev.kqlift.reports.ruletest.TestText;
import dev.kqlift.reports.ruletest.TestWriter;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.ruletest.TestedFile;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kqlift test}: unit tests of rules. */
final class TestVerb implements Verb {
    private static final OneOf FORMATS = new OneOf(List.of("text", "jsonl", "junit"));

    @Override
    public CommandSpec spec() {
        return CommonArguments.command(
                        this,
                        "test",
                        List.of(
                                "Runs the tests of rules: files that end in .test.yaml.",
                                "A rule file stands for the test file beside it."),
                        List.of(
                                "kqlift test rules",
                                "kqlift test rules/sign-in.yaml --coverage",
                                "kqlift test rules --format junit > tests.xml"))
                .addPositional(CommonArguments.paths())
                .addOption(CommonArguments.format(FORMATS))
                .addOption(CommonArguments.flag(
                                "List the tests of each rule's filters that no case made true, or none false.",
                                "--coverage")
                        .build())
                .addOption(GeoOption.spec())
                .addOption(CommonArguments.config())
                .addOption(CommonArguments.noConfig())
                .addOption(CommonArguments.schema())
                .addOption(CommonArguments.help());
    }

    @Override
    public int run(ParseResult arguments, Streams streams) {
        String format = CommonArguments.format(arguments, FORMATS);
        RuleCompiler compiler = new RuleCompiler(SchemaOption.workspace(arguments, streams));
        Set<String> files = new LinkedHashSet<>();
        boolean readable = find(CommonArguments.paths(arguments), files, streams);
        TestedFile.Counts counts = TestedFile.Counts.NONE;
        TestRun run =
                new TestRun(compiler, GeoOption.database(arguments), arguments.hasMatchedOption("--coverage"), streams);
        try (TestWriter writer = writer(format, streams)) {
            for (String file : files) {
                TestedFile tested = run.run(file);
                counts = counts.plus(tested.counts());
                writer.write(tested);
            }
        }
        if (files.isEmpty() && readable) {
            streams.err().println("no test files found");
        }
        if (!readable) {
            return ExitCode.USAGE;
        }
        return counts.passed() < counts.all() ? ExitCode.FOUND : ExitCode.DONE;
    }

    private static TestWriter writer(String format, Streams streams) {
        return switch (format) {
            case "jsonl" -> new TestJson(streams.out());
            case "junit" -> new TestJunit(streams.out());
            default -> new TestText(streams.out(), streams.outColors());
        };
    }

    /** The test files of the paths; false where a path is of no use. */
    private static boolean find(List<String> paths, Set<String> files, Streams streams) {
        CorpusScan scan = CorpusScanner.scan(paths);
        boolean readable = scan.errors().isEmpty();
        scan.errors().forEach(error -> tell(error.path(), error.diagnostic(), streams));
        for (CorpusInput input : scan.inputs()) {
            if (RuleFiles.isTestPath(input.path())) {
                files.add(input.path());
            } else if (input.found() == CorpusInput.Found.NAMED) {
                List<String> beside = RuleFiles.testPaths(input.path()).stream()
                        .filter(path -> Files.isRegularFile(Path.of(path)))
                        .toList();
                files.addAll(beside);
                if (beside.isEmpty()) {
                    readable = false;
                    tell(
                            input.path(),
                            Diagnostic.of(
                                    DiagnosticCode.KD001, "there is no test file of this name beside it", Span.at(0)),
                            streams);
                }
            }
        }
        return readable;
    }

    private static void tell(String path, Diagnostic reason, Streams streams) {
        SourceFile nothing = new SourceFile(path, SourceText.of(""), List.of());
        streams.err().println(DiagnosticText.oneLine(nothing, reason, streams.errColors()));
    }
}
