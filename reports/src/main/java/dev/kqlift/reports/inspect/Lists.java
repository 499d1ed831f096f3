package dev.kqlift.reports.inspect;

import java.util.List;

/** Lists of names and numbers as a page shows them. */
final class Lists {
    private Lists() {}

    /** The first names between commas, and how many more there are. */
    static String names(List<String> names, int most) {
        return names.size() <= most
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }

    /** Ascending numbers, runs of three and more as ranges: {@code 1-4, 6}. */
    static String ranges(List<Integer> numbers) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < numbers.size()) {
            int end = i;
            while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
                end++;
            }
            if (end < i + 2) {
                end = i;
            }
            out.append(out.isEmpty() ? "" : ", ").append(numbers.get(i));
            if (end > i) {
                out.append('-').append(numbers.get(end));
            }
            i = end + 1;
        }
        return out.toString();
    }
}
