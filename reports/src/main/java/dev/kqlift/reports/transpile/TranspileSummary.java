package dev.kqlift.reports.transpile;

import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.TextTable;
import dev.kqlift.reports.text.TextTable.Align;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the translations of a run. */
public final class TranspileSummary {
    private static final List<Fidelity> COLUMNS =
            List.of(Fidelity.EXACT, Fidelity.WIDER, Fidelity.NARROWER, Fidelity.APPROXIMATE, Fidelity.UNSUPPORTED);

    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private int rules;
    private int unreadable;

    /** A summary with one row for each target, in this order. */
    public TranspileSummary(List<String> targets) {
        targets.forEach(target -> counts.put(target, new int[Fidelity.values().length]));
    }

    /** Counts a rule that was read. */
    public void rule() {
        rules++;
    }

    /** Counts a rule that could not be read; it is one of the rules too. */
    public void unreadable() {
        unreadable++;
    }

    public void translation(Translation translation) {
        int[] row = counts.get(translation.target());
        if (row == null) {
            throw new IllegalArgumentException("not a target of this run: " + translation.target());
        }
        row[translation.fidelity().ordinal()]++;
    }

    /** True when a translation is of another fidelity than {@code exact}. */
    public boolean fallsShort() {
        for (int[] row : counts.values()) {
            for (Fidelity fidelity : COLUMNS) {
                if (fidelity != Fidelity.EXACT && row[fidelity.ordinal()] > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The table: the number of rules, then a row for each target. */
    public String text(Colors colors) {
        StringBuilder out = new StringBuilder(512);
        out.append(rules).append(rules == 1 ? " rule" : " rules").append(" read");
        if (unreadable > 0) {
            out.append(", of which ").append(unreadable).append(" could not be understood");
        }
        out.append("\n\n");
        List<Align> aligns = new ArrayList<>(List.of(Align.LEFT));
        List<String> header = new ArrayList<>(List.of("target"));
        for (Fidelity fidelity : COLUMNS) {
            aligns.add(Align.RIGHT);
            header.add(fidelity.word());
        }
        TextTable table = new TextTable("", aligns);
        table.row(header, colors::bold);
        counts.forEach((target, row) -> {
            List<String> cells = new ArrayList<>(List.of(target));
            COLUMNS.forEach(fidelity -> cells.add(Integer.toString(row[fidelity.ordinal()])));
            table.row(cells);
        });
        table.appendTo(out);
        return out.toString();
    }
}
