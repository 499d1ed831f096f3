package dev.kqlift.lint;

import dev.kqlift.catalog.Nearest;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleKind;
import java.util.List;
import java.util.Optional;

/**
 * The words that a value can be; case counts.
 *
 * @param words in the order in which messages list them
 */
record KnownWords(List<String> words) {
    private static final int SHORTEST = 4;

    KnownWords {
        words = List.copyOf(words);
    }

    static KnownWords of(String... words) {
        return new KnownWords(List.of(words));
    }

    /** Reports a value that is none of the words, with the word that was meant where that is clear. */
    void check(RuleContext context, Datum.Scalar value, String what) {
        if (!words.contains(value.value())) {
            report(context, value, "`" + value.value() + "` is no " + what);
        }
    }

    /** Reports a value in the check's own words. */
    void report(RuleContext context, Datum.Scalar value, String message) {
        Optional<String> same = sameButForCase(value.value().strip());
        Optional<String> meant = same.or(() -> nearest(value.value()));
        FindingBuilder finding = context.reportInFile(value.span(), message)
                .help(meant.map(word -> "use `" + word + "`").orElseGet(this::help));
        if (same.isPresent() && context.subject().document().kind() == RuleKind.HUNTING) {
            // Nothing refuses a hunting query, and its reader knows the word.
            finding.atMost(Severity.NOTE);
        }
        meant.ifPresent(word -> finding.fix(
                same.isPresent() ? Applicability.SAFE : Applicability.UNSAFE,
                "use `" + word + "`",
                ScalarEdit.replace(context, value, word)));
    }

    /** A short word is near many others by its letters, and means none of them. */
    private Optional<String> nearest(String word) {
        return word.length() < SHORTEST ? Optional.empty() : Nearest.word(word, words);
    }

    private Optional<String> sameButForCase(String value) {
        return words.stream().filter(word -> word.equalsIgnoreCase(value)).findFirst();
    }

    private String help() {
        return "use one of `" + String.join("`, `", words) + "`";
    }
}
