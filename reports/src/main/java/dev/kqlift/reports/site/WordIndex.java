package dev.kqlift.reports.site;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.OutputField;
import dev.kqlift.corpus.facts.RuleFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The words of the fields that rules test and return and of the values that they look for, and the rules of each. The index
 * is cut by the first two letters, so that a search loads one small piece for each word. The script {@code list.js} cuts
 * what a reader types in the same way.
 */
final class WordIndex {
    private static final int LONGEST_WORD = 40;

    private final Map<String, Map<String, List<Integer>>> pieces = new TreeMap<>();

    private WordIndex() {}

    static WordIndex of(List<RuleFacts> rules) {
        WordIndex index = new WordIndex();
        for (int i = 0; i < rules.size(); i++) {
            TreeSet<String> words = new TreeSet<>();
            for (Indicator indicator : rules.get(i).analysis().indicators()) {
                split(indicator.field(), words);
                indicator.values().forEach(value -> split(value, words));
                indicator.columns().forEach(column -> split(column, words));
            }
            for (OutputField field : rules.get(i).analysis().outputFields()) {
                split(field.name(), words);
            }
            for (String word : words) {
                index.pieces
                        .computeIfAbsent(key(word), key -> new TreeMap<>())
                        .computeIfAbsent(word, key -> new ArrayList<>())
                        .add(i);
            }
        }
        return index;
    }

    /** Runs of letters and digits, in lower case. */
    static void split(String text, TreeSet<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        int start = -1;
        for (int i = 0; i <= lower.length(); ) {
            int c = i < lower.length() ? lower.codePointAt(i) : ' ';
            boolean inside = Character.isLetterOrDigit(c);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(cut(lower.substring(start, i)));
                start = -1;
            }
            i += Character.charCount(c);
        }
    }

    private static String cut(String word) {
        if (word.length() <= LONGEST_WORD) {
            return word;
        }
        boolean splitsPair = Character.isHighSurrogate(word.charAt(LONGEST_WORD - 1));
        return word.substring(0, splitsPair ? LONGEST_WORD - 1 : LONGEST_WORD);
    }

    /** The piece of a word. */
    static String key(String word) {
        char second = word.length() > 1 ? word.charAt(1) : '_';
        return "" + plain(word.charAt(0)) + plain(second);
    }

    private static char plain(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' ? c : '_';
    }

    List<String> keys() {
        return List.copyOf(pieces.keySet());
    }

    List<DataScript> scripts() {
        List<DataScript> scripts = new ArrayList<>();
        pieces.forEach((key, words) -> {
            DataScript script = new DataScript("words-" + key);
            script.json().writeStartObject();
            words.forEach((word, rules) -> {
                script.json().writeName(word);
                script.numbers(rules);
            });
            script.json().writeEndObject();
            scripts.add(script);
        });
        return scripts;
    }
}
