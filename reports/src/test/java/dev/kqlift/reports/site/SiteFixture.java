package dev.kqlift.reports.site;

import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.CorpusFactsBuilder;
import dev.kqlift.corpus.facts.RuleFactsBuilder;
import dev.kqlift.corpus.facts.RuleNotes;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.RuleLinter;
import dev.kqlift.engine.Workspace;
import dev.kqlift.lint.LintSettings;
import dev.kqlift.lint.Linter;
import dev.kqlift.source.Span;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import dev.kqlift.translation.TranslationNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Corpora to make sites of. Their translations are made up: this module does not know the targets. */
final class SiteFixture {
    private static final RuleFactsBuilder BUILDER = new RuleFactsBuilder(AttackCatalog.builtIn());

    private final RuleCompiler compiler = new RuleCompiler(Workspace.builtIn());
    private final RuleLinter linter = new RuleLinter(Workspace.builtIn(), Linter.of(LintSettings.DEFAULT));
    private final CorpusFactsBuilder corpus = new CorpusFactsBuilder(TableCatalog.builtIn(), AttackCatalog.builtIn());

    /** The sample rules and one that wants to be more than text. */
    static CorpusFacts samplesAndHostile() {
        SiteFixture fixture = new SiteFixture();
        fixture.addFolder("corpus/samples");
        fixture.add("hostile/\"><img src=x onerror=alert(1)>.yaml", HostileRule.TEXT, HostileRule.NOTES);
        return fixture.corpus.build();
    }

    /** A rule file. */
    record File(String path, String text) {}

    static CorpusFacts of(String path, String text) {
        return of(List.of(new File(path, text)));
    }

    static CorpusFacts of(List<File> files) {
        SiteFixture fixture = new SiteFixture();
        files.forEach(file -> fixture.add(file.path(), file.text(), ""));
        return fixture.corpus.build();
    }

    private void addFolder(String name) {
        Path root = root();
        try (Stream<Path> walk = Files.walk(root.resolve(name))) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (RuleFiles.isRulePath(path)
                        && Decoder.decode(path, Files.readAllBytes(file))
                                instanceof DecodeOutcome.Decoded(SourceFile decoded)) {
                    add(decoded, "");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String path, String text, String notes) {
        if (Decoder.decode(path, text.getBytes(StandardCharsets.UTF_8))
                instanceof DecodeOutcome.Decoded(SourceFile file)) {
            add(file, notes);
        }
    }

    private void add(SourceFile file, String notes) {
        if (RuleFiles.read(file) instanceof ReadOutcome.Rules rules) {
            for (var document : rules.documents()) {
                for (AnalyzedRule rule : compiler.compile(document)) {
                    corpus.add(BUILDER.build(rule, linter.lint(rule), translations(rule), RuleNotes.parse(notes)));
                }
            }
        }
    }

    private static List<Translation> translations(AnalyzedRule rule) {
        if (rule.bound().isEmpty()) {
            Span place = rule.document().query().map(query -> query.whole()).orElse(Span.at(0));
            TranslationNote note =
                    new TranslationNote(DiagnosticCode.KX007, Fidelity.UNSUPPORTED, "the rule did not parse", place);
            return List.of(new Translation("rows", Fidelity.UNSUPPORTED, List.of(note), Optional.empty(), ""));
        }
        List<TranslationNote> notes = new ArrayList<>();
        rule.analysis()
                .stages()
                .forEach(stage -> notes.add(new TranslationNote(
                        DiagnosticCode.KX004,
                        Fidelity.APPROXIMATE,
                        "`" + stage.operator() + "` is nearly the same",
                        rule.document().query().orElseThrow().toFile(stage.span()))));
        String text = "-- "
                + rule.document().metadata().name().map(name -> name.value()).orElse("") + "\nSELECT '<b>' AS \"a\";\n";
        return List.of(
                new Translation("rows", Fidelity.APPROXIMATE, notes, Optional.of(text), "sql"),
                new Translation("flow", Fidelity.EXACT, List.of(), Optional.of("a && b </pre>\n"), "txt"));
    }

    /** The folder that holds the modules. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("reports").resolve("src"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("the tests run outside of the project");
            }
        }
        return folder;
    }
}
