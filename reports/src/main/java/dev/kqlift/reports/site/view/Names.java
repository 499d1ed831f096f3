package dev.kqlift.reports.site.view;

import java.util.List;

/**
 * A list of names that is folded where it is long.
 *
 * @param first those that are always shown
 * @param rest those behind the fold
 * @param more how many those are
 */
public record Names(List<String> first, List<String> rest, int more) implements View {
    public static final Names NONE = new Names(List.of(), List.of(), 0);

    public Names {
        first = List.copyOf(first);
        rest = List.copyOf(rest);
    }

    /** All names, folded behind the first {@code shown} unless only a few more would be hidden. */
    public static Names of(List<String> names, int shown) {
        int cut = names.size() <= shown + 2 ? names.size() : shown;
        return new Names(names.subList(0, cut), names.subList(cut, names.size()), names.size() - cut);
    }
}
