package dev.kqlift.cli;

import dev.kqlift.corpus.scan.CorpusCompiler;
import dev.kqlift.corpus.scan.CorpusInput;
import dev.kqlift.corpus.scan.CorpusItem;
import dev.kqlift.corpus.scan.CorpusScan;
import dev.kqlift.corpus.scan.CorpusScanner;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.source.SourceText;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The rules of some paths: read, compiled and handed on one after the other, and counted. */
final class RuleRun {
    private final List<String> paths;
    private final boolean verbose;
    private final Streams streams;
    private final Set<String> named;
    private int rules;
    private int files;
    private int unreadable;
    private boolean refused;
    private String lastFile = "";
    private UnaryOperator<List<CorpusInput>> selection = inputs -> inputs;
    private Optional<BiConsumer<String, Diagnostic>> unreadTo = Optional.empty();

    RuleRun(List<String> paths, boolean verbose, Streams streams) {
        this.paths = paths;
        this.named = new HashSet<>(paths);
        this.verbose = verbose;
        this.streams = streams;
    }

    /** Leaves out some of the files that the paths stand for, or takes them in another way. */
    RuleRun selecting(UnaryOperator<List<CorpusInput>> choice) {
        selection = choice;
        return this;
    }

    /** Tells of files that cannot be read there instead of on standard error, as of all that is wrong with a rule. */
    RuleRun tellingUnread(BiConsumer<String, Diagnostic> target) {
        unreadTo = Optional.of(target);
        return this;
    }

    /** Hands every rule on, in the order of the paths and sorted below a folder. */
    void each(RuleCompiler compiler, Consumer<AnalyzedRule> action) {
        each(compiler, rule -> rule, (rule, same) -> action.accept(rule));
    }

    /**
     * Works on every rule, on several at a time, and hands on what came of it in the order of the rules.
     *
     * @param work is called from several threads
     */
    <T> void each(RuleCompiler compiler, Function<AnalyzedRule, T> work, BiConsumer<AnalyzedRule, T> action) {
        CorpusScan scan = CorpusScanner.scan(paths);
        for (CorpusScan.InputError error : scan.errors()) {
            refused = true;
            streams.err().println(unread(error.path(), error.diagnostic()));
        }
        try (Progress progress = new Progress(streams)) {
            CorpusCompiler.of(compiler::compile)
                    .withStandardInput(streams.in())
                    .compile(
                            selection.apply(scan.inputs()),
                            item -> new Worked<>(item, result(item, work)),
                            worked -> take(worked, action, progress),
                            progress::advance);
        }
    }

    private record Worked<T>(CorpusItem item, Optional<T> result) {}

    private static <T> Optional<T> result(CorpusItem item, Function<AnalyzedRule, T> work) {
        return item instanceof CorpusItem.Compiled(AnalyzedRule rule)
                ? Optional.of(work.apply(rule))
                : Optional.empty();
    }

    private <T> void take(Worked<T> worked, BiConsumer<AnalyzedRule, T> action, Progress progress) {
        switch (worked.item) {
            case CorpusItem.Compiled(AnalyzedRule rule) -> {
                count(rule, progress);
                action.accept(rule, worked.result.orElseThrow());
            }
            case CorpusItem.PassedOver(String path, String reason) -> {
                if (verbose) {
                    progress.println(Printable.line(path) + ": passed over: " + reason);
                }
            }
            case CorpusItem.Failed(String path, Diagnostic diagnostic) -> {
                unreadable++;
                refused |= named.contains(path);
                unreadTo.ifPresentOrElse(
                        target -> target.accept(path, diagnostic), () -> progress.println(unread(path, diagnostic)));
            }
        }
    }

    private void count(AnalyzedRule rule, Progress progress) {
        SourceFile file = rule.document().file();
        rules++;
        if (!file.path().equals(lastFile)) {
            lastFile = file.path();
            files++;
        }
        boolean broken = false;
        for (Diagnostic diagnostic : rule.diagnostics()) {
            if (isOfFile(diagnostic)) {
                broken = true;
                if (unreadTo.isEmpty()) {
                    progress.println(DiagnosticText.oneLine(file, diagnostic, streams.errColors()));
                }
            }
        }
        unreadable += broken ? 1 : 0;
    }

    /** True for what keeps the query from being read at all; what is wrong inside a query is part of the result. */
    private static boolean isOfFile(Diagnostic diagnostic) {
        return diagnostic.severity() == Severity.ERROR && isOfFile(diagnostic.code());
    }

    private static boolean isOfFile(DiagnosticCode code) {
        return code.name().startsWith("KD");
    }

    private String unread(String path, Diagnostic diagnostic) {
        SourceFile nothing = new SourceFile(path, SourceText.of(""), List.of());
        return DiagnosticText.oneLine(nothing, diagnostic, streams.errColors());
    }

    /** The path of a rule's file, from the folder on the command line that it was found in. */
    Path relative(AnalyzedRule rule) {
        String path = rule.document().file().path();
        if (path.equals(RuleFiles.STANDARD_INPUT)) {
            return Path.of("stdin");
        }
        Path file = Path.of(path);
        for (String given : paths) {
            Path folder = Path.of(given);
            if (file.startsWith(folder) && !file.equals(folder)) {
                return folder.relativize(file);
            }
        }
        return file.getFileName();
    }

    boolean foundRules() {
        return rules > 0;
    }

    /** How many files and rules could not be read. */
    int unreadable() {
        return unreadable;
    }

    /** One line on what was read. */
    String summary() {
        StringBuilder out = new StringBuilder(80);
        if (rules == 0) {
            out.append("no rules found");
        } else {
            count(out, rules, "rule").append(" in ");
            count(out, files, "file");
        }
        if (unreadable > 0) {
            out.append("; ").append(unreadable).append(" could not be read");
        }
        return out.toString();
    }

    private static StringBuilder count(StringBuilder out, int number, String thing) {
        return out.append(number).append(' ').append(thing).append(number == 1 ? "" : "s");
    }

    /** 2 when a path of the command line could not be read at all. */
    int exitCode() {
        return refused ? ExitCode.USAGE : ExitCode.DONE;
    }
}
