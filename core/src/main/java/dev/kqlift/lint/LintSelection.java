package dev.kqlift.lint;

import dev.kqlift.catalog.LintConfig;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which checks run on which files, and how bad what they find is. Of two words the one that names a check more closely counts;
 * of two that name it equally {@code ignore} does.
 */
public final class LintSelection {
    private static final List<LintSelector> ON_BY_DEFAULT = List.of(new LintSelector("default"));

    /** The checks that are on by default. */
    public static final LintSelection DEFAULT =
            new LintSelection(new Words(ON_BY_DEFAULT, List.of(), List.of()), List.of(), path -> path);

    private final Words words;
    private final List<PathWords> overrides;
    private final UnaryOperator<String> fromConfig;

    private LintSelection(Words words, List<PathWords> overrides, UnaryOperator<String> fromConfig) {
        this.words = words;
        this.overrides = List.copyOf(overrides);
        this.fromConfig = fromConfig;
    }

    /** A selection, and what is wrong with the words that it is made of. */
    public record Outcome(LintSelection selection, List<Diagnostic> diagnostics) {
        public Outcome {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    private record Words(List<LintSelector> select, List<LintSelector> ignore, List<Setting> severity) {}

    private record Setting(LintSelector checks, Severity severity) {}

    private record PathWords(List<PathPattern> paths, Words words) {}

    /**
     * The selection of a configuration.
     *
     * @param fromConfig takes the path of a file to its path from the folder of the configuration, with slashes
     */
    public static Outcome of(LintConfig config, UnaryOperator<String> fromConfig) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Words words = words(config.rules(), diagnostics);
        List<PathWords> overrides = new ArrayList<>();
        for (LintConfig.ForPaths override : config.overrides()) {
            overrides.add(new PathWords(
                    override.paths().stream().map(PathPattern::of).toList(), words(override.rules(), diagnostics)));
        }
        diagnostics.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
        Words all = words.select.isEmpty() ? new Words(ON_BY_DEFAULT, words.ignore, words.severity) : words;
        return new Outcome(new LintSelection(all, overrides, fromConfig), diagnostics);
    }

    private static Words words(LintConfig.Rules rules, List<Diagnostic> diagnostics) {
        List<Setting> severity = new ArrayList<>();
        for (LintConfig.Setting setting : rules.severity()) {
            selectors(List.of(setting.checks()), diagnostics)
                    .forEach(checks -> severity.add(new Setting(checks, setting.severity())));
        }
        return new Words(
                selectors(rules.select(), diagnostics), selectors(rules.ignore(), diagnostics), List.copyOf(severity));
    }

    private static List<LintSelector> selectors(List<Located<String>> words, List<Diagnostic> diagnostics) {
        List<LintSelector> selectors = new ArrayList<>();
        for (Located<String> word : words) {
            Optional<LintSelector> selector = LintSelector.of(word.value());
            if (selector.isPresent()) {
                selectors.add(selector.get());
            } else {
                diagnostics.add(Diagnostic.of(
                        DiagnosticCode.KD025,
                        "there is no check `" + word.value() + "`" + LintSelector.hint(word.value()),
                        word.span()));
            }
        }
        return List.copyOf(selectors);
    }

    /** A selection of one check, whether it is on by default or not. */
    static LintSelection only(String code) {
        return DEFAULT.with(List.of(new LintSelector(code)), List.of());
    }

    /**
     * This selection with what a command line says. A {@code select} of the command line takes the place of all of the
     * configuration but what that ignores for single paths; an {@code ignore} adds to it.
     */
    public LintSelection with(List<LintSelector> select, List<LintSelector> ignore) {
        if (select.isEmpty()) {
            return new LintSelection(
                    new Words(words.select, joined(words.ignore, ignore), words.severity), overrides, fromConfig);
        }
        List<PathWords> left = overrides.stream()
                .map(override -> new PathWords(
                        override.paths, new Words(List.of(), override.words.ignore, override.words.severity)))
                .toList();
        return new LintSelection(new Words(List.copyOf(select), ignore, words.severity), left, fromConfig);
    }

    /** True when some file may have the check. */
    public boolean mayRun(CheckInfo check) {
        List<LintSelector> select = words.select;
        for (PathWords override : overrides) {
            select = joined(select, override.words.select);
        }
        return runs(check, select, words.ignore);
    }

    /** What holds for a file. */
    Chosen forFile(String path) {
        Words all = words;
        String relative = overrides.isEmpty() ? path : fromConfig.apply(path);
        for (PathWords override : overrides) {
            if (override.paths.stream().anyMatch(pattern -> pattern.matches(relative))) {
                all = new Words(
                        joined(all.select, override.words.select),
                        joined(all.ignore, override.words.ignore),
                        joined(all.severity, override.words.severity));
            }
        }
        return new Chosen(all);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        if (second.isEmpty()) {
            return first;
        }
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }

    private static boolean runs(CheckInfo check, List<LintSelector> select, List<LintSelector> ignore) {
        int selected = -1;
        for (LintSelector selector : select) {
            if (selector.turnsOn(check)) {
                selected = Math.max(selected, selector.closeness(check));
            }
        }
        return selected >= 0 && selected > closest(check, ignore);
    }

    private static int closest(CheckInfo check, List<LintSelector> selectors) {
        int closest = -1;
        for (LintSelector selector : selectors) {
            closest = Math.max(closest, selector.closeness(check));
        }
        return closest;
    }

    /** The checks of one file. */
    static final class Chosen {
        private final Words words;

        private Chosen(Words words) {
            this.words = words;
        }

        /** True when the check is made. */
        boolean runs(CheckInfo check) {
            return LintSelection.runs(check, words.select, words.ignore);
        }

        /**
         * True when what a step before says is reported. What keeps the other checks from being made is, unless it is
         * ignored by its code: nothing else would tell that they were not made.
         */
        boolean reports(CheckInfo diagnostic) {
            boolean hinders = diagnostic.severity() == Severity.ERROR
                    && (diagnostic.code().startsWith("KD") || diagnostic.code().startsWith("KS"));
            return hinders
                    ? words.ignore.stream().noneMatch(word -> word.word().equals(diagnostic.code()))
                    : runs(diagnostic);
        }

        /** The severity that is configured; of words that name the check equally closely the last one counts. */
        Optional<Severity> severity(CheckInfo check) {
            Optional<Severity> severity = Optional.empty();
            int closest = 0;
            for (Setting setting : words.severity) {
                int closeness = setting.checks.closeness(check);
                if (closeness >= closest) {
                    closest = closeness;
                    severity = Optional.of(setting.severity);
                }
            }
            return severity;
        }
    }
}
