package dev.kqlift.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query with the answer that the engine gave. Cells are compared by the column's type: numbers with a tolerance, instants
 * by value, dynamic values as JSON; rows as a multiset unless the query orders them.
 */
record RecordedCase(
        String id,
        String question,
        List<Map<String, Object>> columns,
        List<List<@Nullable String>> rows,
        boolean ordered,
        boolean ties,
        boolean approximate,
        Set<String> caveats) {
    private static final Set<String> ANY_ROWS =
            Set.of("take-without-order", "innerunique", "engine-internal", "engine-assigned-ids", "ml-algorithm");

    enum Verdict {
        PASS,
        REFUSED,
        WRONG
    }

    /** What the evaluator answered; a refusal has no columns. */
    record Answer(String id, @Nullable List<Map<String, Object>> columns, List<List<@Nullable String>> rows) {}

    @SuppressWarnings("unchecked")
    static RecordedCase of(String line) {
        Map<String, Object> json = (Map<String, Object>) Objects.requireNonNull(JsonTree.of(line));
        String id = (String) Objects.requireNonNull(json.get("id"));
        Map<String, Object> question = new LinkedHashMap<>();
        for (String key : List.of("id", "kql", "tables", "now")) {
            Object value = json.get(key);
            if (value != null) {
                question.put(key, value);
            }
        }
        return new RecordedCase(
                id,
                JsonTree.text(question),
                (List<Map<String, Object>>) Objects.requireNonNull(json.get("columns")),
                (List<List<@Nullable String>>) Objects.requireNonNull(json.get("rows")),
                Boolean.TRUE.equals(json.get("ordered")),
                Boolean.TRUE.equals(json.get("order_ties")),
                Boolean.TRUE.equals(json.get("approx")),
                new HashSet<>((List<String>) json.getOrDefault("caveats", List.of())));
    }

    @SuppressWarnings("unchecked")
    static Answer answer(String line) {
        Map<String, Object> json = (Map<String, Object>) Objects.requireNonNull(JsonTree.of(line));
        return new Answer(
                (String) Objects.requireNonNull(json.get("id")),
                (List<Map<String, Object>>) json.get("columns"),
                (List<List<@Nullable String>>) json.getOrDefault("rows", List.of()));
    }

    Verdict verdict(Answer answer) {
        List<Map<String, Object>> given = answer.columns();
        if (given == null) {
            return Verdict.REFUSED;
        }
        boolean sameColumns = given.size() == columns.size();
        for (int i = 0; sameColumns && i < columns.size(); i++) {
            Object type = columns.get(i).get("type");
            sameColumns = Objects.equals(
                            columns.get(i).get("name"), given.get(i).get("name"))
                    && (type == null || kind(type).equals(kind(given.get(i).get("type"))));
        }
        boolean anyCount = caveats.contains("ml-algorithm");
        if (!sameColumns || rows.size() != answer.rows().size() && !anyCount) {
            return Verdict.WRONG;
        }
        boolean free = caveats.stream().anyMatch(ANY_ROWS::contains);
        return free || sameRows(answer.rows(), given) ? Verdict.PASS : Verdict.WRONG;
    }

    private static String kind(@Nullable Object type) {
        return "long".equals(type) ? "int" : String.valueOf(type);
    }

    private boolean sameRows(List<List<@Nullable String>> given, List<Map<String, Object>> types) {
        CellComparison cells = new CellComparison(approximate, caveats);
        List<List<@Nullable String>> left = new ArrayList<>(given);
        for (List<@Nullable String> row : rows) {
            boolean found = false;
            for (int i = 0; i < left.size() && !found; i++) {
                if (sameRow(row, left.get(i), types, cells)) {
                    left.remove(i);
                    found = true;
                } else if (ordered && !ties) {
                    return false;
                }
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private boolean sameRow(
            List<@Nullable String> want,
            List<@Nullable String> got,
            List<Map<String, Object>> types,
            CellComparison cells) {
        for (int i = 0; i < want.size(); i++) {
            Object type = columns.get(i).get("type");
            String kind = kind(type == null ? types.get(i).get("type") : type);
            if (!cells.same(want.get(i), got.get(i), kind)) {
                return false;
            }
        }
        return true;
    }
}
