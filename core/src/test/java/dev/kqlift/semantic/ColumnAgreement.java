package dev.kqlift.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.ir.Column;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts how often something agrees with what is expected, and names where it does not. */
final class ColumnAgreement {
    private final String title;
    private final List<String> mismatches = new ArrayList<>();
    private int all;

    ColumnAgreement(String title) {
        this.title = title;
    }

    void add(String id, boolean agrees, String mismatch) {
        all++;
        if (!agrees) {
            mismatches.add(id + "  " + mismatch);
        }
    }

    /** Prints the share and the mismatches; fails where the share is under the floor. */
    void assertAtLeast(double floor) {
        double share = (all - mismatches.size()) / (double) all;
        StringBuilder report = new StringBuilder(
                String.format(Locale.ROOT, "%s: %d of %d, %.2f %%", title, all - mismatches.size(), all, share * 100));
        mismatches.forEach(mismatch -> report.append("\n  ").append(mismatch));
        System.out.println(report);
        assertThat(share).as(report.toString()).isGreaterThanOrEqualTo(floor);
    }

    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    static List<String> statedNames(List<Map<String, Object>> columns) {
        return columns.stream().map(column -> TestJson.text(column, "name")).toList();
    }

    /** Columns whose type is not the stated one; int and long are one, an unknown type is not stated. */
    static List<String> otherTypes(List<Map<String, Object>> stated, List<Column> columns) {
        List<String> other = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            String type = TestJson.text(stated.get(i), "type");
            KqlType expected = KqlType.ofName(type).orElse(KqlType.UNKNOWN);
            KqlType actual = columns.get(i).type();
            if (expected != KqlType.UNKNOWN && widened(expected) != widened(actual)) {
                other.add(columns.get(i).name() + " is " + actual.word() + " instead of " + type);
            }
        }
        return other;
    }

    private static KqlType widened(KqlType type) {
        return type == KqlType.INT ? KqlType.LONG : type;
    }
}
