package dev.kqlift.cli;

import dev.kqlift.lint.Baseline;
import dev.kqlift.lint.LintSession.Linted;
import dev.kqlift.reports.files.WholeFile;
import dev.kqlift.reports.lint.BaselineFile;
import dev.kqlift.reports.text.Printable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ParseResult;

/** {@code --baseline FILE} and {@code --update-baseline}: findings that are known. */
final class BaselineOption {
    private static final int MOST_NAMED = 20;

    private final Path file;
    private final boolean updates;

    private BaselineOption(Path file, boolean updates) {
        this.file = file;
        this.updates = updates;
    }

    static Optional<BaselineOption> of(ParseResult arguments) {
        Optional<String> path = CommonArguments.given(arguments, "--baseline");
        boolean updates = arguments.hasMatchedOption("--update-baseline");
        if (updates && path.isEmpty()) {
            throw new UsageException("--update-baseline writes the file that --baseline names; give both");
        }
        if (updates && arguments.hasMatchedOption("--changed-since")) {
            throw new UsageException(
                    "--update-baseline writes what all rules have; it does not go with --changed-since");
        }
        return path.map(given -> new BaselineOption(path(given), updates));
    }

    private static Path path(String given) {
        try {
            return Path.of(given);
        } catch (InvalidPathException e) {
            throw new UsageException("--baseline " + Printable.line(given) + " is no path of this system");
        }
    }

    boolean updates() {
        return updates;
    }

    /** Writes all findings of a run. */
    void write(List<Linted> rules, Streams streams) {
        Baseline baseline = new Baseline(this::relative);
        rules.forEach(baseline::add);
        try {
            WholeFile.write(file, BaselineFile.write(baseline));
        } catch (IOException e) {
            throw new UsageException("the baseline " + file + " cannot be written: " + Reason.of(e));
        }
        int findings =
                baseline.entries().stream().mapToInt(Baseline.Entry::count).sum();
        streams.err()
                .println("baseline: " + findings + (findings == 1 ? " finding" : " findings") + " written to "
                        + Printable.line(file.toString()));
    }

    /** Takes what is known out of outcomes; nothing is said of what occurs no more. */
    UnaryOperator<List<Linted>> unknown() {
        Baseline known = read();
        return rules -> known.compare(rules).rules();
    }

    private Baseline read() {
        Baseline baseline = new Baseline(this::relative);
        Optional<String> problem;
        try {
            problem = BaselineFile.read(Files.readAllBytes(file), baseline);
        } catch (IOException e) {
            throw new UsageException(
                    "the baseline " + file + " cannot be read: " + Reason.of(e) + "; --update-baseline writes it");
        }
        if (problem.isPresent()) {
            throw new UsageException("the baseline " + file + " cannot be read: " + problem.get());
        }
        return baseline;
    }

    /** What is left of a run without the findings that are known. */
    List<Linted> left(List<Linted> rules, Streams streams) {
        Baseline.Compared compared = read().compare(rules);
        List<Baseline.Entry> gone = compared.gone();
        for (Baseline.Entry entry : gone.subList(0, Math.min(MOST_NAMED, gone.size()))) {
            streams.err()
                    .println("baseline: " + entry.key().code() + " of "
                            + Printable.line(entry.key().rule()) + " occurs no more"
                            + (entry.count() > 1 ? " (" + entry.count() + " times)" : ""));
        }
        if (!gone.isEmpty()) {
            String more = gone.size() > MOST_NAMED ? (gone.size() - MOST_NAMED) + " more occur no more; " : "";
            streams.err().println("baseline: " + more + "--update-baseline drops what occurs no more");
        }
        return compared.rules();
    }

    /** The path of a rule file from the folder of the baseline, with slashes. */
    private String relative(String path) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path absolute = Path.of(path).toAbsolutePath().normalize();
        Path relative = folder == null ? absolute : folder.relativize(absolute);
        return relative.toString().replace(File.separatorChar, '/');
    }
}
