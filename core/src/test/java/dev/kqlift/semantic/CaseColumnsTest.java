package dev.kqlift.semantic;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.syntax.ParsedQuery;
import dev.kqlift.syntax.build.QueryParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compares result columns with those of queries that the engine ran, where they stand beside the project. */
class CaseColumnsTest {
    /** The share of cases whose columns agree in name, order and type. It only rises. */
    private static final double FLOOR = 0.972;

    @Test
    void resultColumnsAreThoseThatTheEngineGave() throws IOException {
        ColumnAgreement agreement = new ColumnAgreement("columns of executed queries");
        List<Map<String, Object>> cases = new ArrayList<>();
        for (String file : List.of("docs", "emulator", "recorded")) {
            cases.addAll(Surroundings.jsonLines(Surroundings.shared("cases/" + file + ".jsonl")));
        }
        Surroundings.onWorkerStack(() -> {
            cases.forEach(one -> compare(one, agreement));
            return cases.size();
        });
        agreement.assertAtLeast(FLOOR);
    }

    private static void compare(Map<String, Object> one, ColumnAgreement agreement) {
        String id = TestJson.text(one, "id");
        List<Map<String, Object>> stated = TestJson.objects(one, "columns");
        ParsedQuery parsed = QueryParser.parse(TestJson.text(one, "kql"));
        if (parsed.query().isEmpty()) {
            agreement.add(
                    id, false, "does not parse: " + parsed.diagnostics().get(0).message());
            return;
        }
        BoundQuery bound = Binder.bind(parsed.query().get(), TableCatalog.builtIn(), FunctionCatalog.builtIn());
        List<Column> columns = bound.relation().map(Relation::columns).orElse(List.of());
        List<String> names = ColumnAgreement.names(columns);
        List<String> expected = ColumnAgreement.statedNames(stated);
        if (!names.equals(expected)) {
            boolean open = bound.relation().map(Relation::open).orElse(true);
            agreement.add(id, false, expected + " but " + names + (open ? " and maybe more" : ""));
            return;
        }
        List<String> types = ColumnAgreement.otherTypes(stated, columns);
        agreement.add(id, types.isEmpty(), String.join("; ", types));
    }
}
