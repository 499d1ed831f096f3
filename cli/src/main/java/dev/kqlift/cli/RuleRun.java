package dev.kqlift.cli;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The rules of the paths on the command line: read, compiled and handed on one after the other, and counted. */
final class RuleRun {
    /**
     * A compiled rule.
     *
     * @param rule the rule
     * @param relative the path of its file, relative to the path on the command line that led to it
     */
    record Read(AnalyzedRule rule, Path relative) {}

    private final List<String> paths;
    private final boolean verbose;
    private final RuleCompiler compiler;
    private final Streams streams;
    private int rules;
    private int files;
    private int unreadable;
    private boolean refused;

    RuleRun(Arguments arguments, RuleCompiler compiler, Streams streams) {
        this.paths = arguments.operands();
        this.verbose = arguments.isSet("--verbose");
        this.compiler = compiler;
        this.streams = streams;
    }

    /** Hands every rule on, in the order of the command line and sorted by path below a folder. */
    void each(Consumer<Read> action) {
        try (Progress progress = new Progress(streams, "rules")) {
            for (String path : paths) {
                walk(path, action, progress);
            }
        }
    }

    private void walk(String path, Consumer<Read> action, Progress progress) {
        try {
            Path root = Path.of(path);
            if (path.equals("-")) {
                file(path, Path.of("stdin"), streams.in().readAllBytes(), action, progress, true);
            } else if (Files.isDirectory(root)) {
                List<Path> found;
                try (Stream<Path> all = Files.walk(root)) {
                    found = all.filter(Files::isRegularFile).filter(f -> RuleFiles.isRulePath(f.toString())).sorted().toList();
                }
                for (Path f : found) {
                    file(f.toString(), root.relativize(f), Files.readAllBytes(f), action, progress, false);
                }
            } else {
                file(path, root.getFileName(), Files.readAllBytes(root), action, progress, true);
            }
        } catch (IOException e) {
            refused = true;
            streams.err().println("kqlift: " + path + ": " + Reason.of(e));
        }
    }

    private void file(
            String path, Path relative, byte[] bytes, Consumer<Read> action, Progress progress, boolean named) {
        files++;
        switch (Decoder.decode(path, bytes)) {
            case DecodeOutcome.Decoded(SourceFile file) -> {
                switch (RuleFiles.read(file)) {
                    case ReadOutcome.Rules(List<RuleDocument> documents) -> {
                        for (RuleDocument document : documents) {
                            for (AnalyzedRule rule : compiler.compile(document)) {
                                rules++;
                                progress.step();
                                report(rule);
                                action.accept(new Read(rule, relative));
                            }
                        }
                    }
                    case ReadOutcome.PassedOver(String reason, Diagnostic diagnostic) -> {
                        if (named) {
                            refused = true;
                            streams.err().println(DiagnosticText.oneLine(file, diagnostic, streams.errColors()));
                        } else if (verbose) {
                            streams.err().println(Printable.line(path) + ": passed over: " + reason);
                        }
                    }
                }
            }
            case DecodeOutcome.Refused(String at, Diagnostic diagnostic) -> {
                refused |= named;
                SourceFile empty = new SourceFile(at, SourceText.of(""), List.of());
                streams.err().println(DiagnosticText.oneLine(empty, diagnostic.at(Span.at(0)), streams.errColors()));
            }
        }
    }

    private void report(AnalyzedRule rule) {
        boolean broken = false;
        for (Diagnostic diagnostic : rule.diagnostics()) {
            if (diagnostic.severity() == Severity.ERROR && isOfFile(diagnostic.code())) {
                broken = true;
                streams.err().println(DiagnosticText.oneLine(rule.document().file(), diagnostic, streams.errColors()));
            }
        }
        if (broken) {
            unreadable++;
        }
    }

    private static boolean isOfFile(DiagnosticCode code) {
        return code.name().startsWith("KD");
    }

    boolean foundRules() {
        return rules > 0;
    }

    /** One line on what was read. */
    String summary() {
        if (rules == 0) {
            return "no rules found";
        }
        StringBuilder out = new StringBuilder(80);
        count(out, rules, "rule").append(" in ");
        count(out, files, "file");
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
