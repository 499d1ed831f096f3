package dev.kqlift.catalog;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * The section {@code lint} of a {@code kqlift.yaml}. The words that name checks are as written: what they mean is known to
 * the package of the checks.
 *
 * @param rules what holds for all files
 * @param overrides what holds for some files besides, in the order of the file
 * @param attackVersion the version of ATT&CK that rules are held against, where it is told
 * @param failOn from which severity on a finding makes the command fail, where it is told
 */
public record LintConfig(
        Rules rules, List<ForPaths> overrides, Optional<AttackVersion> attackVersion, Optional<Severity> failOn) {
    /** Nothing is configured. */
    public static final LintConfig EMPTY = new LintConfig(Rules.NONE, List.of(), Optional.empty(), Optional.empty());

    public LintConfig {
        overrides = List.copyOf(overrides);
    }

    /**
     * Which checks run and how bad what they find is.
     *
     * @param select the words of {@code select}; empty where the key is absent
     * @param ignore the words of {@code ignore}
     * @param severity severities by word, in the order of the file
     */
    public record Rules(List<Located<String>> select, List<Located<String>> ignore, List<Setting> severity) {
        /** Nothing is said. */
        public static final Rules NONE = new Rules(List.of(), List.of(), List.of());

        public Rules {
            select = List.copyOf(select);
            ignore = List.copyOf(ignore);
            severity = List.copyOf(severity);
        }
    }

    /** The severity of the checks that a word names. */
    public record Setting(Located<String> checks, Severity severity) {}

    /**
     * Rules for some files.
     *
     * @param paths patterns of paths, from the folder of the configuration
     */
    public record ForPaths(List<String> paths, Rules rules) {
        public ForPaths {
            paths = List.copyOf(paths);
        }
    }
}
