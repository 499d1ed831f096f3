package dev.kqlift.lint;

import dev.kqlift.catalog.Nearest;
import dev.kqlift.diagnostics.DiagnosticCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A word that stands for some checks: {@code all}, {@code default} (those that are on unless a configuration says otherwise),
 * a category, the beginning of a code, a code or a name.
 *
 * @param word in the case in which checks have it
 */
public record LintSelector(String word) {
    private static final String ALL = "all";
    private static final String DEFAULT = "default";
    /** Categories count as the hundreds of the codes do: {@code KL6}. */
    private static final int CATEGORY = 3;

    private static final int WHOLE_CODE = 5;
    private static final int NO = -1;

    /** The selector of a word in any case; empty where it names no check. */
    public static Optional<LintSelector> of(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        String upper = lower.toUpperCase(Locale.ROOT);
        if (words().contains(lower)) {
            return Optional.of(new LintSelector(lower));
        }
        boolean category = upper.matches("KL\\d");
        boolean begins = category || upper.length() >= 2 && codes().stream().anyMatch(code -> code.startsWith(upper));
        return begins ? Optional.of(new LintSelector(upper)) : Optional.empty();
    }

    /** What may have been meant by a word that names no check, as the end of a message. */
    public static String hint(String word) {
        List<String> known = new ArrayList<>(words());
        known.addAll(codes());
        Optional<String> nearest = Nearest.word(word, known);
        return nearest.map(near -> "; did you mean `" + near + "`?")
                .orElse("; checks are named by codes, beginnings of codes, names and categories");
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>(List.of(ALL, DEFAULT));
        Arrays.stream(LintCategory.values()).map(LintCategory::word).forEach(words::add);
        LintRules.infos().stream().map(CheckInfo::name).forEach(words::add);
        return words;
    }

    /** The codes of all that lint reports: checks, and what the steps before say. */
    private static List<String> codes() {
        List<String> codes =
                new ArrayList<>(LintRules.infos().stream().map(CheckInfo::code).toList());
        for (DiagnosticCode code : DiagnosticCode.values()) {
            if (CheckInfo.isReported(code)) {
                codes.add(code.name());
            }
        }
        return codes;
    }

    /** How closely the word names a check, for the question which of two words counts; below zero where it does not. */
    int closeness(CheckInfo check) {
        if (word.equals(ALL)) {
            return 0;
        }
        if (word.equals(DEFAULT)) {
            return check.enabled() ? 0 : NO;
        }
        if (word.equals(check.name())) {
            return WHOLE_CODE;
        }
        if (word.equals(check.category().word())) {
            return CATEGORY;
        }
        return check.code().startsWith(word) ? word.length() : NO;
    }

    /** True for words that turn on what is off by default as well: those that name it alone, and {@code all}. */
    boolean turnsOn(CheckInfo check) {
        int closeness = closeness(check);
        return closeness == WHOLE_CODE || closeness >= 0 && (check.enabled() || word.equals(ALL));
    }
}
