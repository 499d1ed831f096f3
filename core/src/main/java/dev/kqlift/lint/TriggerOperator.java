package dev.kqlift.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the number of results is compared with the threshold. */
enum TriggerOperator {
    GREATER("gt", "GreaterThan"),
    LESS("lt", "LessThan"),
    EQUAL("eq", "Equal"),
    NOT_EQUAL("ne", "NotEqual");

    /** The words of rule files in YAML. */
    static final List<String> SHORT =
            Arrays.stream(values()).map(operator -> operator.abbreviation).toList();

    /** The words of templates. */
    static final List<String> LONG =
            Arrays.stream(values()).map(TriggerOperator::word).toList();

    private final String abbreviation;
    private final String word;

    TriggerOperator(String abbreviation, String word) {
        this.abbreviation = abbreviation;
        this.word = word;
    }

    /** The word of templates. */
    String word() {
        return word;
    }

    /** The operator of a word of either form; case is no matter. */
    static Optional<TriggerOperator> of(String text) {
        String wanted = text.strip();
        return Arrays.stream(values())
                .filter(operator ->
                        operator.abbreviation.equalsIgnoreCase(wanted) || operator.word.equalsIgnoreCase(wanted))
                .findFirst();
    }
}
