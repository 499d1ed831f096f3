package dev.kqlift.cli;

import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.FileEncoding;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.FileFixer;
import dev.kqlift.lint.LintSession.Linted;
import dev.kqlift.lint.SafeFixes;
import dev.kqlift.reports.files.WholeFile;
import dev.kqlift.reports.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code --fix}: safe fixes, written into the rule files. */
final class FixOption {
    private final FileFixer fixer;
    private final Streams streams;
    private int fixes;
    private int files;

    FixOption(FileFixer fixer, Streams streams) {
        this.fixer = fixer;
        this.streams = streams;
    }

    /** Mends the files of some rules; true when one of them was changed. */
    boolean apply(List<Linted> rules) {
        Map<String, SourceFile> fixable = new LinkedHashMap<>();
        for (Linted rule : rules) {
            SourceFile file = rule.document().file();
            if (rule.outcome().findings().stream().anyMatch(SafeFixes::isSafe)) {
                fixable.put(file.path(), file);
            }
        }
        fixable.values().forEach(this::mend);
        if (fixes > 0) {
            streams.err()
                    .println("fixed " + fixes + (fixes == 1 ? " finding in " : " findings in ") + files
                            + (files == 1 ? " file" : " files"));
        }
        return files > 0;
    }

    private void mend(SourceFile file) {
        try {
            Optional<String> obstacle = mended(file);
            obstacle.ifPresent(reason -> tell(file.path() + ": not fixed: " + reason));
        } catch (IOException e) {
            tell(file.path() + ": not fixed: " + Reason.of(e));
        }
    }

    private void tell(String line) {
        streams.err().println(Printable.line(line));
    }

    /** Mends a file and says why it was not mended. */
    private Optional<String> mended(SourceFile file) throws IOException {
        if (file.path().equals(RuleFiles.STANDARD_INPUT)) {
            return Optional.of("standard input cannot be written");
        }
        Path path = Path.of(file.path());
        byte[] bytes = Files.readAllBytes(path);
        if (!(Decoder.decode(file.path(), bytes) instanceof DecodeOutcome.Decoded(SourceFile decoded))
                || !decoded.text().text().equals(file.text().text())) {
            return Optional.of("it has changed in the meantime");
        }
        Optional<FileEncoding> encoding = FileEncoding.of(bytes, decoded);
        if (encoding.isEmpty()) {
            return Optional.of("it holds bytes that are lost in decoding");
        }
        return switch (fixer.fix(decoded)) {
            case FileFixer.Outcome.Refused(String reason) -> Optional.of(reason);
            case FileFixer.Outcome.Fixed(String text, List<FileFixer.Applied> applied) -> {
                if (applied.isEmpty()) {
                    yield Optional.empty();
                }
                if (!Arrays.equals(bytes, Files.readAllBytes(path))) {
                    yield Optional.of("it has changed in the meantime");
                }
                WholeFile.write(path, encoding.get().encode(text));
                files++;
                fixes += applied.size();
                applied.forEach(fix -> tell(told(file, fix)));
                yield Optional.empty();
            }
        };
    }

    private static String told(SourceFile file, FileFixer.Applied fix) {
        return file.path() + ":" + fix.place().line() + ":" + fix.place().column() + ": fixed "
                + fix.finding().check().code() + ": "
                + fix.finding().fix().orElseThrow().title();
    }
}
