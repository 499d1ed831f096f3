package dev.kqlift.reports.site.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matrix of ATT&amp;CK with the number of rules for each technique.
 *
 * @param steps what the colours stand for
 * @param unknown techniques that rules state and that the version does not have or has given up
 */
public record MatrixPage(String version, String lead, List<Step> steps, List<Column> columns, List<Link> unknown)
        implements View {
    public MatrixPage {
        steps = List.copyOf(steps);
        columns = List.copyOf(columns);
        unknown = List.copyOf(unknown);
    }

    /** A tactic. */
    public record Column(String id, String name, String rules, String covered, List<Cell> cells) implements View {
        public Column {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A technique.
     *
     * @param href its page; absent where no rule states it
     * @param look the class of its colour
     * @param rules how many rules state it or one of its sub-techniques
     * @param covered how many of how many sub-techniques rules state; empty where it has none
     */
    public record Cell(
            String id, String name, @Nullable String href, String look, String rules, String covered, List<Sub> subs)
            implements View {
        public Cell {
            subs = List.copyOf(subs);
        }
    }

    /** A sub-technique. */
    public record Sub(String id, String name, @Nullable String href, String look, String rules) implements View {}

    /** A colour and the numbers that it stands for. */
    public record Step(String look, String text) implements View {}
}
