package dev.kqlift.ruletest;

import dev.kqlift.document.Datum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads what has to come out of a case: {@code alerts}, {@code none} and {@code rows}. */
final class ExpectationReader {
    private static final Pattern COUNT = Pattern.compile("0|[1-9]\\d{0,8}");

    private final TestDiagnostics diagnostics;

    ExpectationReader(TestDiagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The expectation; empty where there is none, which is reported. */
    Optional<Expectation> read(Datum.Mapping mapping) {
        Optional<Datum> alerts = mapping.get("alerts");
        Optional<Datum> none = mapping.get("none");
        Optional<Datum> rows = mapping.get("rows");
        if (alerts.isEmpty() && none.isEmpty() && rows.isEmpty()) {
            diagnostics.wrong("the case has none of alerts, none, rows: it says nothing to hold", mapping.span());
            return Optional.empty();
        }
        if (none.isPresent() && (alerts.isPresent() || rows.isPresent())) {
            diagnostics.wrong(
                    "`none` stands alone; leave out alerts and rows", none.get().span());
            return Optional.empty();
        }
        none.filter(value -> !isWord(value, "true"))
                .ifPresent(value ->
                        diagnostics.wrong("`none` is true or left out; `alerts` tells another number", value.span()));
        OptionalInt count =
                none.isPresent() ? OptionalInt.of(0) : alerts.map(this::count).orElse(OptionalInt.empty());
        List<Expectation.ExpectedRow> expected = rows.map(this::rows).orElse(List.of());
        if (count.isPresent() && count.getAsInt() < expected.size()) {
            diagnostics.wrong(
                    "`rows` lists " + expected.size() + " rows, which is more than `alerts`",
                    rows.orElse(mapping).span());
        }
        return Optional.of(new Expectation(count, expected));
    }

    private static boolean isWord(Datum value, String word) {
        return value instanceof Datum.Scalar scalar
                && !YamlValues.isQuoted(scalar)
                && scalar.value().equals(word);
    }

    private OptionalInt count(Datum value) {
        if (value instanceof Datum.Scalar scalar
                && COUNT.matcher(scalar.value()).matches()) {
            return OptionalInt.of(Integer.parseInt(scalar.value()));
        }
        diagnostics.wrong("`alerts` is the number of rows", value.span());
        return OptionalInt.empty();
    }

    private List<Expectation.ExpectedRow> rows(Datum value) {
        List<Expectation.ExpectedRow> rows = new ArrayList<>();
        String form = "`rows` is a list of mappings {column: value}";
        List<Datum> items = diagnostics.items(value, form);
        for (Datum item : items) {
            diagnostics
                    .mapping(item, form)
                    .ifPresent(row -> rows.add(new Expectation.ExpectedRow(row.entries(), row.span())));
            if (item instanceof Datum.Mapping(var fields, var span) && fields.isEmpty()) {
                diagnostics.wrong("the row names no field, so that any row is it", span);
            }
        }
        if (value instanceof Datum.Sequence && items.isEmpty()) {
            diagnostics.wrong("`rows` is empty; `none` says that no row comes out", value.span());
        }
        return rows;
    }
}
