package dev.kqlift.semantic;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.syntax.ParsedQuery;
import dev.kqlift.syntax.build.QueryParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares tables and result columns of rules with what Microsoft's language service recorded for them. */
class OracleColumnsTest {
    // The shares of queries that agree. They only rise.
    private static final double TABLES_FLOOR = 0.999;
    private static final double COLUMNS_FLOOR = 0.9915;
    private static final double TYPES_FLOOR = 0.997;

    private final ColumnAgreement tables = new ColumnAgreement("tables that queries read");
    private final ColumnAgreement columns = new ColumnAgreement("names and order of result columns");
    private final ColumnAgreement types = new ColumnAgreement("types of result columns whose names agree");

    @Test
    void tablesAndColumnsAreThoseOfTheLanguageService() throws IOException {
        List<Map<String, Object>> queries = Surroundings.jsonLines(Surroundings.shared("oracle/dev-queries.jsonl.gz"));
        Map<String, Map<String, Object>> expected = new HashMap<>();
        for (Map<String, Object> answer : Surroundings.jsonLines(Surroundings.shared("oracle/dev-expected.jsonl.gz"))) {
            expected.put(TestJson.text(answer, "id"), answer);
        }
        Surroundings.onWorkerStack(() -> {
            for (Map<String, Object> query : queries) {
                String id = TestJson.text(query, "id");
                Map<String, Object> answer = expected.getOrDefault(id, Map.of());
                boolean usable = !answer.isEmpty()
                        && TestJson.objects(answer, "syntax_errors").isEmpty()
                        && !answer.containsKey("failure")
                        && !"Command".equals(TestJson.text(answer, "kind"));
                if (usable) {
                    compare(id, TestJson.text(query, "kql"), answer);
                }
            }
            return queries.size();
        });
        tables.assertAtLeast(TABLES_FLOOR);
        columns.assertAtLeast(COLUMNS_FLOOR);
        types.assertAtLeast(TYPES_FLOOR);
    }

    private void compare(String id, String query, Map<String, Object> answer) {
        ParsedQuery parsed = QueryParser.parse(query);
        if (parsed.query().isEmpty()) {
            return;
        }
        BoundQuery bound = Binder.bind(parsed.query().get(), TableCatalog.builtIn(), FunctionCatalog.builtIn());
        TreeSet<String> read = new TreeSet<>(TestJson.texts(answer, "tables"));
        tables.add(id, read.equals(new TreeSet<>(bound.tables())), read + " but " + bound.tables());
        if (!TestJson.objects(answer, "semantic_errors").isEmpty()) {
            return;
        }
        List<Map<String, Object>> stated;
        if ("table".equals(TestJson.text(answer, "result_kind"))) {
            stated = TestJson.objects(answer, "result_columns");
        } else if (Boolean.TRUE.equals(answer.get("result_fixed"))) {
            stated = TestJson.objects(answer, "result_known_columns");
        } else {
            return;
        }
        List<Column> result = bound.relation().map(Relation::columns).orElse(List.of());
        List<String> expected = ColumnAgreement.statedNames(stated);
        List<String> names = ColumnAgreement.names(result);
        boolean agree = names.equals(expected);
        columns.add(id, agree, difference(expected, names));
        if (agree) {
            List<String> other = ColumnAgreement.otherTypes(stated, result);
            types.add(id, other.isEmpty(), String.join("; ", other));
        }
    }

    private static String difference(List<String> expected, List<String> names) {
        List<String> missing =
                expected.stream().filter(name -> !names.contains(name)).limit(6).toList();
        List<String> extra =
                names.stream().filter(name -> !expected.contains(name)).limit(6).toList();
        return missing.isEmpty() && extra.isEmpty()
                ? "only the order or number differs"
                : "missing " + missing + " extra " + extra;
    }
}
