package dev.kqlift.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that are most like one that does not exist. */
final class NearestNames {
    private static final int MOST = 5;

    /** Longer names are compared by their beginnings. */
    private static final int LONGEST = 64;

    private NearestNames() {}

    /** At most five of the names, the most alike first; none where nothing is alike. */
    static List<String> of(String wanted, List<String> names) {
        String lower = cut(wanted);
        List<Scored> scored = new ArrayList<>();
        for (String name : names) {
            String other = cut(name);
            int distance = distance(lower, other);
            boolean part = lower.length() >= 3 && other.contains(lower) || other.length() >= 3 && lower.contains(other);
            if (distance <= 1 + Math.max(lower.length(), other.length()) / 3) {
                scored.add(new Scored(name, distance));
            } else if (part) {
                scored.add(new Scored(name, LONGEST + distance));
            }
        }
        scored.sort(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name));
        return scored.stream().limit(MOST).map(Scored::name).toList();
    }

    private record Scored(String name, int distance) {}

    private static String cut(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.length() > LONGEST ? lower.substring(0, LONGEST) : lower;
    }

    /** How many characters have to be put in, taken out or replaced. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
