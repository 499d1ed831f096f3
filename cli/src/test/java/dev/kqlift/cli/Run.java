package dev.kqlift.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A run of the command line inside the test: the exit code and everything that was written. */
record Run(int exitCode, String out, String err) {
    static Run of(Object... args) {
        return withInput("", args);
    }

    static Run withInput(String input, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        int code = Main.run(
                words,
                Streams.plain(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8)));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /** The root of the project, which is where the tests of this module are started. */
    static Path root() {
        return Path.of("").toAbsolutePath();
    }

    /** The folder of shared material beside the project, which may be missing; the property {@code kqlift.shared} names another. */
    static Path shared() {
        String named = System.getProperty("kqlift.shared");
        return named == null ? root().resolveSibling("shared") : Path.of(named);
    }

    static Path samples() {
        return Path.of("corpus/samples");
    }
}
