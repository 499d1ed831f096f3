package dev.kqlift.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The arguments of a command as given. Of an option that is given twice the last value counts, save for lists of words. */
final class Arguments {
    private final Map<String, List<String>> values;
    private final List<String> operands;

    Arguments(Map<String, List<String>> values, List<String> operands) {
        this.values = new LinkedHashMap<>(values);
        this.operands = List.copyOf(operands);
    }

    /** What stands beside the options. */
    List<String> operands() {
        return operands;
    }

    boolean isSet(String option) {
        return values.containsKey(option);
    }

    Optional<String> value(String option) {
        List<String> given = values.getOrDefault(option, List.of());
        return given.isEmpty() ? Optional.empty() : Optional.of(given.getLast());
    }

    /** The value of {@code --format}, one of these words; the first where it is not given. */
    String format(List<String> words) {
        String given = value("--format").orElse(words.getFirst());
        if (!words.contains(given)) {
            throw new UsageException("--format takes " + either(words) + ", not '" + given + "'");
        }
        return given;
    }

    /** The distinct words of an option in the order given, lower case; empty where it is not given. */
    List<String> words(String option) {
        List<String> words = new ArrayList<>();
        for (String list : values.getOrDefault(option, List.of())) {
            for (int start = 0; start <= list.length(); ) {
                int comma = list.indexOf(',', start);
                int end = comma < 0 ? list.length() : comma;
                String word = list.substring(start, end).strip().toLowerCase(Locale.ROOT);
                if (!word.isEmpty() && !words.contains(word)) {
                    words.add(word);
                }
                start = end + 1;
            }
        }
        return words;
    }

    /** The words as a sentence lists them. */
    static String either(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
