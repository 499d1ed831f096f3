package dev.kqlift.syntax;

import java.util.List;
import java.util.function.Consumer;

/** A text that grows, and knows how far its lines are indented. */
final class Layout {
    private static final String STEP = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    Layout add(String part) {
        text.append(part);
        return this;
    }

    Layout line() {
        text.append('\n');
        for (int i = 0; i < depth; i++) {
            text.append(STEP);
        }
        return this;
    }

    /** Writes on lines of their own between two brackets. */
    void block(String open, Runnable inner, String close) {
        text.append(open);
        depth++;
        line();
        inner.run();
        depth--;
        line();
        text.append(close);
    }

    <T> void list(List<T> items, Consumer<T> print) {
        list(items, ", ", print);
    }

    <T> void list(List<T> items, String separator, Consumer<T> print) {
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                text.append(separator);
            }
            print.accept(items.get(i));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
