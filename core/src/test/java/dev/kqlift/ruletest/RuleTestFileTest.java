package dev.kqlift.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.WorkspaceFile;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.semantic.TestJson;
import dev.kqlift.source.SourceText;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads test files, and holds the JSON schema against the reader. */
final class RuleTestFileTest {
    private static final String CASE = "cases: [{name: a, now: 2024-05-01, none: true}]\n";

    @Test
    void sharedTablesComeBeforeThoseOfTheCaseAndItsInstantTakesThePlaceOfTheirs() {
        RuleTestFile file = RuleTestFile.parse("""
                now: 2024-05-01T12:00:00Z
                tables:
                  T: [{A: 1}]
                  U: {file: u.csv}
                cases:
                  - name: first
                    now: 2024-05-02T12:00:00Z
                    tables:
                      T: [{A: 2}]
                    alerts: 1
                  - name: second
                    none: true
                """);

        assertThat(file.diagnostics()).isEmpty();
        TestCase first = file.cases().getFirst();
        TestCase second = file.cases().get(1);
        assertThat(first.now() - second.now()).isEqualTo(864_000_000_000L);
        assertThat(first.tables()).extracting(TestTable::name).containsExactly("T", "U");
        assertThat(first.tables().getFirst().parts()).hasSize(2);
        assertThat(second.tables().getFirst().parts()).hasSize(1);
        assertThat(second.expected().alerts()).hasValue(0);
    }

    @Test
    void whatStandsInQuotesIsAText() {
        RuleTestFile file = RuleTestFile.parse("""
                tables: {T: [{a: 1, b: "1", c: true, d: 'true', e: 1.5, f: 007, g: , h: [1, {x: y}], i: 2024-05-01}]}
                """ + CASE);

        TestTable.Events events = (TestTable.Events)
                file.cases().getFirst().tables().getFirst().parts().getFirst();
        assertThat(events.events().getFirst())
                .containsEntry("a", new Value.Whole(1, KqlType.LONG))
                .containsEntry("b", new Value.Text("1"))
                .containsEntry("c", new Value.Bool(true))
                .containsEntry("d", new Value.Text("true"))
                .containsEntry("e", new Value.Real(1.5))
                .containsEntry("f", new Value.Text("007"))
                .containsEntry("g", new Value.Null(KqlType.DYNAMIC))
                .containsEntry("i", new Value.Text("2024-05-01"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tabels: {}\\ncases: [{name: a, now: 2024-05-01, none: true}] | 1:1 KD030 the file has no key `tabels`; did you mean `tables`?
            cases: [{name: a, now: 2024-05-01, alert: 1, none: true}] | 1:36 KD030 a case has no key `alert`; did you mean `alerts`?
            tables: {T: {fil: x}}\\ncases: [{name: a, now: 2024-05-01, none: true}] | 1:14 KD030 a table has no key `fil`; did you mean `file`?
            now: 2024-05-01 | 1:1 KD031 the file has no `cases`, so that nothing is tested
            cases: [{name: a, now: 2024-05-01}] | 1:9 KD031 the case has none of alerts, none, rows: it says nothing to hold
            cases: [{name: a, none: true}] | 1:9 KD031 neither the case nor the file has `now`, the instant of the run
            cases: [{now: 2024-05-01, none: true}] | 1:9 KD031 the case has no `name`
            cases: [{name: a, now: noon, none: true}] | 1:24 KD031 `now` is an instant such as 2024-05-01T12:00:00Z
            cases: [{name: a, now: 2024-05-01, none: false}] | 1:42 KD031 `none` is true or left out; `alerts` tells another number
            cases: [{name: a, now: 2024-05-01, none: true, alerts: 2}] | 1:42 KD031 `none` stands alone; leave out alerts and rows
            cases: [{name: a, now: 2024-05-01, alerts: many}] | 1:44 KD031 `alerts` is the number of rows
            cases: [{name: a, now: 2024-05-01, rows: []}] | 1:42 KD031 `rows` is empty; `none` says that no row comes out
            cases: [{name: a, now: 2024-05-01, rows: [{}]}] | 1:43 KD031 the row names no field, so that any row is it
            cases: [{name: a, now: 2024-05-01, alerts: 0, rows: [{A: 1}]}] | 1:53 KD031 `rows` lists 1 rows, which is more than `alerts`
            cases: [{name: a, now: 2024-05-01, none: true, tables: {T: 5}}] | 1:60 KD031 table `T` is a list of events, or a mapping with the key file
            cases: [{name: a, now: 2024-05-01, none: true, tables: {T: [5]}}] | 1:61 KD031 an event is a mapping {column: value}
            [] | 1:1 KD031 the file is one mapping with the keys rule, id, now, tables, cases
            """)
    void whatIsWrongIsToldWithItsPlace(String yaml, String expected) {
        assertThat(told(yaml.replace("\\n", "\n"))).contains(expected);
    }

    @Test
    void twoCasesOfOneNameAreTold() {
        assertThat(told("now: 2024-05-01\ncases: [{name: a, none: true}, {name: a, none: true}]"))
                .containsExactly("2:39 KD031 two cases have the name `a`");
    }

    private static List<String> told(String yaml) {
        List<String> lines = new ArrayList<>();
        for (Diagnostic diagnostic : RuleTestFile.parse(yaml).diagnostics()) {
            var start = SourceText.of(yaml).position(diagnostic.span().start());
            lines.add(start.line() + ":" + start.column() + " " + diagnostic.code() + " " + diagnostic.message());
        }
        return lines;
    }

    @Test
    void theSchemaKnowsTheKeysThatTheReaderKnows() throws IOException {
        Map<String, Object> schema;
        try (InputStream in = WorkspaceFile.class.getResourceAsStream("kqlift.test.schema.json")) {
            schema = TestJson.object(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(keys(schema, "properties")).isEqualTo(RuleTestReader.KEYS);
        assertThat(keys(schema, "properties", "cases", "items", "properties")).isEqualTo(RuleTestReader.CASE_KEYS);
        List<?> forms =
                (List<?>) map(schema, "$defs", "tables", "additionalProperties").get("anyOf");
        assertThat(keys((Map<?, ?>) forms.get(1), "properties")).isEqualTo(RuleTestReader.FILE_KEYS);
    }

    private static List<String> keys(Map<?, ?> from, String... path) {
        return map(from, path).keySet().stream().map(Object::toString).toList();
    }

    private static Map<?, ?> map(Map<?, ?> from, String... path) {
        Map<?, ?> map = from;
        for (String key : path) {
            map = (Map<?, ?>) map.get(key);
        }
        return map;
    }
}
