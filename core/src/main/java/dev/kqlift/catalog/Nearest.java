package dev.kqlift.catalog;

import dev.kqlift.types.KqlType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that may have been meant. */
public final class Nearest {
    /** The words for the types of columns. */
    static final List<String> TYPES = Arrays.stream(KqlType.values())
            .filter(type -> type != KqlType.UNKNOWN)
            .map(KqlType::word)
            .toList();

    /** Words of more characters are no misspelling of ours, and comparing them would take long. */
    private static final int LONGEST = 64;

    private static final int BEGINNING = 4;

    private Nearest() {}

    /** {@code ; did you mean `word`?}, or the words that are known where none is near. */
    public static String hint(String word, List<String> known) {
        Optional<String> nearest = word(word, known);
        if (nearest.isPresent()) {
            return "; did you mean `" + nearest.get() + "`?";
        }
        return known.isEmpty() || known.size() > 12 ? "" : "; known are " + String.join(", ", known);
    }

    /**
     * The known word that is nearest by spelling, of equally near ones the first; where none is near, the first that begins
     * alike.
     */
    static Optional<String> word(String word, List<String> known) {
        Optional<String> nearest = Optional.empty();
        int least = Math.max(2, word.length() / 3) + 1;
        for (String candidate : known) {
            int distance = word.length() > LONGEST ? least : distance(word, candidate);
            if (distance < least) {
                least = distance;
                nearest = Optional.of(candidate);
            }
        }
        return nearest.or(() -> known.stream()
                .filter(candidate -> sharesBeginning(word, candidate))
                .findFirst());
    }

    /** An abbreviation is far from its word by characters. */
    private static boolean sharesBeginning(String word, String candidate) {
        return word.length() >= BEGINNING && candidate.regionMatches(true, 0, word, 0, BEGINNING);
    }

    /** The number of characters to insert, delete or replace, letter case aside. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
