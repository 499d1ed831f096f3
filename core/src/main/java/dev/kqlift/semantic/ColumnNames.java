package dev.kqlift.semantic;

import java.util.HashSet;
import java.util.Set;

/** The names of the columns that an operator makes: those without one are numbered, clashes get a number. */
final class ColumnNames {
    private final Set<String> used = new HashSet<>();
    private int unnamed;

    void take(String name) {
        used.add(name);
    }

    boolean isTaken(String name) {
        return used.contains(name);
    }

    /** The name itself, or with the first free number behind it. */
    String unique(String name) {
        String free = name;
        for (int i = 1; !used.add(free); i++) {
            free = name + i;
        }
        return free;
    }

    /** {@code Column1}, {@code Column2}, …: the first that neither the operator nor its input has. */
    String numbered(RowScope input) {
        String free;
        do {
            free = "Column" + ++unnamed;
        } while (input.find(free).isPresent() || !used.add(free));
        return free;
    }
}
