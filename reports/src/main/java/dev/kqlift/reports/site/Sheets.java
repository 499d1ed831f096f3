package dev.kqlift.reports.site;

import dev.kqlift.reports.site.view.Pager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A long list cut into pages.
 *
 * @param stem the path of the first page without its extension; the others have a number behind it
 * @param sheets what stands on each; at least one
 */
record Sheets<T>(String stem, List<List<T>> sheets) {
    /** Pages of so many items. */
    static <T> Sheets<T> of(String stem, List<T> items, int size) {
        return of(stem, items, size, item -> 1);
    }

    /** Pages whose items weigh no more than {@code size} together, where an item alone does not. */
    static <T> Sheets<T> of(String stem, List<T> items, int size, ToIntFunction<T> weight) {
        List<List<T>> sheets = new ArrayList<>();
        List<T> sheet = new ArrayList<>();
        int sum = 0;
        for (T item : items) {
            int more = weight.applyAsInt(item);
            if (!sheet.isEmpty() && sum + more > size) {
                sheets.add(List.copyOf(sheet));
                sheet.clear();
                sum = 0;
            }
            sheet.add(item);
            sum += more;
        }
        sheets.add(List.copyOf(sheet));
        return new Sheets<>(stem, sheets);
    }

    String path(int number) {
        return number == 0 ? stem + ".html" : stem + "--" + (number + 1) + ".html";
    }

    Pager pager(int number) {
        @Nullable String summary = sheets.size() == 1 ? null : "Page " + (number + 1) + " of " + sheets.size();
        return new Pager(
                summary, number > 0 ? name(number - 1) : null, number + 1 < sheets.size() ? name(number + 1) : null);
    }

    private String name(int number) {
        String path = path(number);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
