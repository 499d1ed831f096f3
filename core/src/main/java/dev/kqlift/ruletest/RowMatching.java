package dev.kqlift.ruletest;

import dev.kqlift.catalog.Nearest;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.document.Datum;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds for each expected row another row of a result. */
final class RowMatching {
    private static final int FREE = -1;

    private final List<Expectation.ExpectedRow> expected;
    private final EvaluationResult.Rows actual;
    private final List<String> columns;
    /** For each row of the result the expected row that it is taken for. */
    private final int[] takenFor;

    private RowMatching(List<Expectation.ExpectedRow> expected, EvaluationResult.Rows actual) {
        this.expected = expected;
        this.actual = actual;
        this.columns =
                actual.columns().stream().map(TableSchema.ColumnSchema::name).toList();
        this.takenFor = new int[actual.rows().size()];
        Arrays.fill(takenFor, FREE);
    }

    /** The expected rows that no row is left for; as few as can be, whatever the order. */
    static List<Mismatch> mismatches(List<Expectation.ExpectedRow> expected, EvaluationResult.Rows actual) {
        RowMatching matching = new RowMatching(expected, actual);
        List<Mismatch> missing = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            if (!matching.place(i, new boolean[matching.takenFor.length])) {
                missing.add(matching.missing(expected.get(i)));
            }
        }
        return missing;
    }

    /** Finds a row, if need be by giving the row of another expected row up for one that it also matches. */
    private boolean place(int index, boolean[] tried) {
        for (int row = 0; row < takenFor.length; row++) {
            if (!tried[row] && matches(expected.get(index), row)) {
                tried[row] = true;
                if (takenFor[row] == FREE || place(takenFor[row], tried)) {
                    takenFor[row] = index;
                    return true;
                }
            }
        }
        return false;
    }

    private boolean matches(Expectation.ExpectedRow wanted, int row) {
        return wanted.fields().stream().allMatch(field -> matches(field, row));
    }

    private boolean matches(Datum.Entry field, int row) {
        int column = columns.indexOf(field.key().value());
        return column >= 0
                && CellMatch.matches(field.value(), actual.rows().get(row).get(column));
    }

    // ---- what is said of a row that is missing

    private Mismatch missing(Expectation.ExpectedRow wanted) {
        List<String> fields = new ArrayList<>();
        for (Datum.Entry field : wanted.fields()) {
            fields.add(field.key().value() + " = " + text(field.value()));
        }
        return new Mismatch("a row with " + String.join(", ", fields), nearest(wanted), wanted.span());
    }

    private String nearest(Expectation.ExpectedRow wanted) {
        for (Datum.Entry field : wanted.fields()) {
            String name = field.key().value();
            if (!columns.contains(name)) {
                return "the result has no column `" + name + "`" + Nearest.hint(name, columns);
            }
        }
        int best = FREE;
        long most = -1;
        for (int row = 0; row < takenFor.length; row++) {
            int here = row;
            long equal = wanted.fields().stream()
                    .filter(field -> matches(field, here))
                    .count();
            if (equal > most) {
                most = equal;
                best = row;
            }
        }
        return best == FREE ? "no rows" : differences(wanted, best);
    }

    private String differences(Expectation.ExpectedRow wanted, int row) {
        List<String> differences = new ArrayList<>();
        for (Datum.Entry field : wanted.fields()) {
            if (!matches(field, row)) {
                int column = columns.indexOf(field.key().value());
                differences.add(columns.get(column) + " = "
                        + text(actual.rows().get(row).get(column)));
            }
        }
        String place = "row " + (row + 1);
        return differences.isEmpty()
                ? place + " matches but is taken for another expected row"
                : "the nearest, " + place + ", has " + String.join(", ", differences);
    }

    private static String text(Datum value) {
        return value instanceof Datum.Scalar scalar && !value.isNull() ? scalar.value() : text(YamlValues.of(value));
    }

    private static String text(Value value) {
        if (value instanceof Value.Null) {
            return "null";
        }
        return value.type() == KqlType.DYNAMIC ? ValueText.json(value) : ValueText.of(value);
    }
}
