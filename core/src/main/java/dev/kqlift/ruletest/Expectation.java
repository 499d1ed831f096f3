package dev.kqlift.ruletest;

import dev.kqlift.document.Datum;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.OptionalInt;

/**
 * What has to come out of a case.
 *
 * @param alerts the number of rows; empty where it is not told
 * @param rows rows that have to be among them, each another one
 */
public record Expectation(OptionalInt alerts, List<ExpectedRow> rows) {
    public Expectation {
        rows = List.copyOf(rows);
    }

    /**
     * A row of which some fields are told.
     *
     * @param fields columns and what stands in them
     */
    public record ExpectedRow(List<Datum.Entry> fields, Span span) {
        public ExpectedRow {
            fields = List.copyOf(fields);
        }
    }
}
