package dev.kqlift.corpus.scan;

import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.RuleKind;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes one file from its bytes to its rules; whatever goes wrong is a result of that file. */
final class FileCompiler {
    private final DocumentCompiler compiler;
    private final InputStream standardInput;

    FileCompiler(DocumentCompiler compiler, InputStream standardInput) {
        this.compiler = compiler;
        this.standardInput = standardInput;
    }

    List<CorpusItem> compile(CorpusInput input) {
        String path = input.path();
        if (input.failure().isPresent()) {
            return failed(path, input.failure().get());
        }
        if (!RuleFiles.isRulePath(path)) {
            return passedOver(input, RuleFiles.passOver(path));
        }
        DecodeOutcome decoded;
        try {
            decoded = decode(path);
        } catch (IOException exception) {
            return failed(path, Diagnostic.of(DiagnosticCode.KD001, reason(exception), Span.at(0)));
        }
        return switch (decoded) {
            case DecodeOutcome.Refused(String refused, Diagnostic diagnostic) -> failed(refused, diagnostic);
            case DecodeOutcome.Decoded(SourceFile file) -> compile(input, file);
        };
    }

    private DecodeOutcome decode(String path) throws IOException {
        if (path.equals(RuleFiles.STANDARD_INPUT)) {
            return Decoder.decode(path, InputBytes.read(standardInput));
        }
        Path file = Path.of(path);
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return InputBytes.isTooLarge(attributes)
                ? new DecodeOutcome.Refused(path, Decoder.tooLarge())
                : Decoder.decode(path, InputBytes.read(file, attributes));
    }

    private static String reason(IOException exception) {
        return switch (exception) {
            case NoSuchFileException missing -> "no such file";
            case AccessDeniedException denied -> "no permission to read it";
            default -> "it cannot be read";
        };
    }

    private List<CorpusItem> compile(CorpusInput input, SourceFile file) {
        ReadOutcome outcome;
        try {
            outcome = RuleFiles.read(file);
        } catch (RuntimeException | StackOverflowError | AssertionError problem) {
            RuleDocument unread =
                    new RuleDocument(file, RuleKind.QUERY, RuleMetadata.EMPTY, Optional.empty(), file.diagnostics());
            return List.of(internalError(unread, Span.at(0), "reading", problem));
        }
        return switch (outcome) {
            case ReadOutcome.PassedOver passedOver -> passedOver(input, passedOver);
            case ReadOutcome.Rules(List<RuleDocument> documents) -> rules(documents);
        };
    }

    private List<CorpusItem> rules(List<RuleDocument> documents) {
        List<CorpusItem> items = new ArrayList<>(documents.size());
        for (RuleDocument document : documents) {
            try {
                for (AnalyzedRule rule : compiler.compile(document)) {
                    items.add(new CorpusItem.Compiled(rule));
                }
            } catch (RuntimeException | StackOverflowError | AssertionError problem) {
                Span place =
                        Span.at(document.query().map(query -> query.toFile(0)).orElse(0));
                items.add(internalError(document, place, "compiling", problem));
            }
        }
        return items;
    }

    /** A defect of ours in one rule must not end a run over a thousand others. */
    private static CorpusItem internalError(RuleDocument document, Span place, String phase, Throwable problem) {
        List<Diagnostic> diagnostics = new ArrayList<>(document.diagnostics());
        diagnostics.add(Diagnostic.of(
                DiagnosticCode.KD900,
                "internal error while " + phase + " " + document.file().path() + ": " + Problems.describe(problem),
                place));
        return new CorpusItem.Compiled(new AnalyzedRule(document, Optional.empty(), RuleAnalysis.EMPTY, diagnostics));
    }

    private static List<CorpusItem> passedOver(CorpusInput input, ReadOutcome.PassedOver outcome) {
        return switch (input.found()) {
            case NAMED -> failed(input.path(), outcome.diagnostic());
            case IN_FOLDER -> List.of(new CorpusItem.PassedOver(input.path(), outcome.reason()));
        };
    }

    private static List<CorpusItem> failed(String path, Diagnostic diagnostic) {
        return List.of(new CorpusItem.Failed(path, diagnostic));
    }
}
