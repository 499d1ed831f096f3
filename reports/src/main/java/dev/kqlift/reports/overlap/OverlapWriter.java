package dev.kqlift.reports.overlap;

import dev.kqlift.corpus.overlap.OverlapRow;
import java.util.List;

/** Writes the rows of an overlap index. */
public sealed interface OverlapWriter permits OverlapCsv, OverlapJson, OverlapText {
    void write(List<OverlapRow> rows);
}
