package dev.kqlift.rendering;

import java.util.List;

/**
 * The binding strengths of a target language, weakest first. A fragment stands without parentheses where its own strength
 * is at least the one that its place requires.
 */
public record Strengths(List<String> names) {
    public Strengths {
        names = List.copyOf(names);
    }

    /** The rank of a strength. */
    public int of(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no strength is called `" + name + "`; there are " + names);
        }
        return index;
    }

    public boolean contains(String name) {
        return names.contains(name);
    }

    /** The strength of a name or a call, which never needs parentheses. */
    public int strongest() {
        return names.size() - 1;
    }
}
