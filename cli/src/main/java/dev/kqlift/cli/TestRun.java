package dev.kqlift.cli;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.evaluation.GeoDatabase;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.ruletest.CaseOutcome;
import dev.kqlift.ruletest.Coverage;
import dev.kqlift.ruletest.RuleTestFile;
import dev.kqlift.ruletest.RuleTester;
import dev.kqlift.ruletest.TestedFile;
import dev.kqlift.ruletest.Verdict;
import dev.kqlift.source.Located;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one test file: reads it, finds its rule, and runs its cases. */
final class TestRun {
    private final RuleCompiler compiler;
    private final Optional<GeoDatabase> places;
    private final boolean coverage;
    private final Streams streams;

    /**
     * @param places the places of addresses, where there is a database of them
     * @param coverage whether to tell what the cases show of the rule's conditions
     */
    TestRun(RuleCompiler compiler, Optional<GeoDatabase> places, boolean coverage, Streams streams) {
        this.places = places;
        this.coverage = coverage;
        this.compiler = compiler;
        this.streams = streams;
    }

    TestedFile run(String path) {
        return switch (decoded(path)) {
            case DecodeOutcome.Decoded(SourceFile file) -> run(file);
            case DecodeOutcome.Refused(String refused, Diagnostic reason) -> {
                SourceFile nothing = new SourceFile(refused, SourceText.of(""), List.of());
                yield TestedFile.refused(nothing, List.of(new Verdict.Refused(nothing, reason)));
            }
        };
    }

    private static DecodeOutcome decoded(String path) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            return Decoder.decode(path, in.readNBytes(Decoder.SIZE_LIMIT + 1));
        } catch (IOException e) {
            return new DecodeOutcome.Refused(path, Diagnostic.of(DiagnosticCode.KD001, Reason.of(e), Span.at(0)));
        }
    }

    private TestedFile run(SourceFile file) {
        RuleTestFile tests = RuleTestFile.parse(file.text().text());
        if (tests.error().isPresent()) {
            return TestedFile.refused(
                    file,
                    tests.diagnostics().stream()
                            .map(diagnostic -> new Verdict.Refused(file, diagnostic))
                            .toList());
        }
        return switch (rule(file, tests)) {
            case Found(AnalyzedRule rule) -> cases(file, tests, rule);
            case NotFound(Verdict.Refused reason) -> TestedFile.refused(file, List.of(reason));
        };
    }

    private TestedFile cases(SourceFile file, RuleTestFile tests, AnalyzedRule rule) {
        RuleTester tester = new RuleTester(rule, compiler.workspace(), file, new FolderData(folder(file)), places);
        List<CaseOutcome> outcomes = tests.cases().stream().map(tester::run).toList();
        Optional<Coverage> told = coverage ? Optional.of(tester.coverage()) : Optional.empty();
        String name = rule.document()
                .metadata()
                .name()
                .map(Located::value)
                .orElse(rule.document().file().path());
        return new TestedFile(file, Optional.of(name), List.of(), outcomes, told);
    }

    private static Path folder(SourceFile file) {
        return Path.of(file.path()).resolveSibling("");
    }

    // ---- the rule

    private sealed interface Search {}

    private record Found(AnalyzedRule rule) implements Search {}

    private record NotFound(Verdict.Refused reason) implements Search {}

    private Search rule(SourceFile file, RuleTestFile tests) {
        Optional<String> path = rulePath(file, tests);
        Span place = tests.id().or(tests::rule).map(Located::span).orElse(Span.at(0));
        if (path.isEmpty()) {
            String message = tests.rule()
                    .map(rule -> "there is no rule file " + rule.value())
                    .orElse("there is no rule file of this name beside the test file; `rule` names another");
            return notFound(file, message, tests.rule().map(Located::span).orElse(Span.at(0)));
        }
        List<Verdict.Refused> unread = new ArrayList<>();
        List<AnalyzedRule> rules = new ArrayList<>();
        new RuleRun(List.of(path.get()), false, streams)
                .tellingUnread((at, reason) ->
                        unread.add(new Verdict.Refused(new SourceFile(at, SourceText.of(""), List.of()), reason)))
                .each(compiler, rules::add);
        if (!unread.isEmpty()) {
            return new NotFound(unread.getFirst());
        }
        List<AnalyzedRule> wanted = tests.id().isEmpty()
                ? rules
                : rules.stream()
                        .filter(rule -> hasId(rule, tests.id().get().value()))
                        .toList();
        if (wanted.size() != 1) {
            return notFound(file, several(path.get(), wanted.size(), tests.id()), place);
        }
        return readable(wanted.getFirst());
    }

    private static Search readable(AnalyzedRule rule) {
        if (rule.syntax().isPresent()) {
            return new Found(rule);
        }
        Diagnostic reason = rule.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .findFirst()
                .orElseGet(() -> Diagnostic.of(DiagnosticCode.KD032, "the rule's query cannot be read", Span.at(0)));
        return new NotFound(new Verdict.Refused(rule.document().file(), reason));
    }

    private static boolean hasId(AnalyzedRule rule, String id) {
        return rule.document()
                .metadata()
                .id()
                .filter(own -> own.value().equalsIgnoreCase(id))
                .isPresent();
    }

    private static String several(String path, int count, Optional<Located<String>> id) {
        return Printable.line(path) + " holds " + count + " rules"
                + id.map(given -> " of the id " + given.value()).orElse("; `id` tells which one is tested");
    }

    private static NotFound notFound(SourceFile file, String message, Span span) {
        return new NotFound(new Verdict.Refused(file, Diagnostic.of(DiagnosticCode.KD032, message, span)));
    }

    private static Optional<String> rulePath(SourceFile file, RuleTestFile tests) {
        List<String> candidates = tests.rule()
                .map(rule -> sibling(file, rule.value()).stream().toList())
                .orElseGet(() -> RuleFiles.testedPaths(file.path()));
        return candidates.stream()
                .filter(candidate -> Files.isRegularFile(Path.of(candidate)))
                .findFirst();
    }

    private static Optional<String> sibling(SourceFile file, String path) {
        try {
            return Optional.of(
                    Path.of(file.path()).resolveSibling(path).normalize().toString());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
