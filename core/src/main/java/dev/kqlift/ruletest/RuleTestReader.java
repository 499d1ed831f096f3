package dev.kqlift.ruletest;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.document.Datum;
import dev.kqlift.document.Loaded;
import dev.kqlift.document.YamlLoader;
import dev.kqlift.evaluation.CellReader;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a test file: its top level, and its cases with the tables that they read. */
final class RuleTestReader {
    static final List<String> KEYS = List.of("rule", "id", "now", "tables", "cases");
    static final List<String> CASE_KEYS = List.of("name", "now", "tables", "alerts", "none", "rows");
    static final List<String> FILE_KEYS = List.of("file");

    private final String text;
    private final TestDiagnostics diagnostics = new TestDiagnostics();

    RuleTestReader(String text) {
        this.text = text;
    }

    RuleTestFile read() {
        RuleTestFile read = switch (YamlLoader.load(text)) {
            case Loaded.Broken(Diagnostic problem) -> {
                diagnostics.add(problem);
                yield nothing();
            }
            case Loaded.Roots(var roots) -> roots(roots);
        };
        return new RuleTestFile(read.rule(), read.id(), read.cases(), diagnostics.sorted());
    }

    private static RuleTestFile nothing() {
        return new RuleTestFile(Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    private RuleTestFile roots(List<Loaded.Root> roots) {
        String form = "the file is one mapping with the keys " + String.join(", ", KEYS);
        if (roots.size() != 1) {
            diagnostics.wrong(
                    form, roots.isEmpty() ? Span.at(0) : roots.get(1).value().span());
            return nothing();
        }
        roots.getFirst().diagnostics().forEach(diagnostics::add);
        return diagnostics
                .mapping(roots.getFirst().value(), form)
                .map(this::file)
                .orElseGet(RuleTestReader::nothing);
    }

    private RuleTestFile file(Datum.Mapping top) {
        diagnostics.unknownKeys(top, KEYS, "the file");
        Optional<Located<String>> rule = diagnostics.text(top, "rule", "`rule` is the path of a rule file");
        Optional<Located<String>> id = diagnostics.text(top, "id", "`id` is the id of one of the file's rules");
        Optional<Long> now = now(top);
        Map<String, TestTable> shared = tables(top);
        List<TestCase> cases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Optional<Datum> list = top.get("cases");
        for (Datum item : list.map(this::caseItems).orElse(List.of())) {
            diagnostics
                    .mapping(item, "a case is a mapping with the keys " + String.join(", ", CASE_KEYS))
                    .flatMap(mapping -> testCase(mapping, now, shared, names))
                    .ifPresent(cases::add);
        }
        boolean empty = list.isEmpty() || list.get() instanceof Datum.Sequence(var items, var span) && items.isEmpty();
        if (empty) {
            diagnostics.wrong("the file has no `cases`, so that nothing is tested", top.span());
        }
        return new RuleTestFile(rule, id, cases, List.of());
    }

    private List<Datum> caseItems(Datum value) {
        return diagnostics.items(value, "`cases` is a list of mappings with the keys " + String.join(", ", CASE_KEYS));
    }

    private Optional<TestCase> testCase(
            Datum.Mapping mapping, Optional<Long> sharedNow, Map<String, TestTable> shared, Set<String> names) {
        diagnostics.unknownKeys(mapping, CASE_KEYS, "a case");
        Optional<Located<String>> name = diagnostics.text(mapping, "name", "`name` is a text");
        if (name.isEmpty()) {
            if (mapping.get("name").isEmpty()) {
                diagnostics.wrong("the case has no `name`", mapping.span());
            }
        } else if (!names.add(name.get().value())) {
            diagnostics.wrong(
                    "two cases have the name `" + name.get().value() + "`",
                    name.get().span());
        }
        Optional<Long> now = now(mapping).or(() -> sharedNow);
        if (now.isEmpty() && mapping.get("now").isEmpty()) {
            diagnostics.wrong("neither the case nor the file has `now`, the instant of the run", mapping.span());
        }
        Map<String, TestTable> tables = new LinkedHashMap<>(shared);
        tables(mapping).forEach((table, own) -> tables.merge(table, own, TestTable::with));
        Optional<Expectation> expected = new ExpectationReader(diagnostics).read(mapping);
        if (name.isEmpty() || now.isEmpty() || expected.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TestCase(name.get(), now.get(), List.copyOf(tables.values()), expected.get()));
    }

    private Optional<Long> now(Datum.Mapping mapping) {
        String form = "`now` is an instant such as 2024-05-01T12:00:00Z";
        return diagnostics.text(mapping, "now", form).flatMap(given -> {
            Optional<Value> value = CellReader.of(given.value(), KqlType.DATETIME);
            if (value.isPresent() && value.get() instanceof Value.DateTime(long ticks)) {
                return Optional.of(ticks);
            }
            diagnostics.wrong(form, given.span());
            return Optional.empty();
        });
    }

    // ---- events

    private Map<String, TestTable> tables(Datum.Mapping parent) {
        Map<String, TestTable> tables = new LinkedHashMap<>();
        parent.get("tables")
                .flatMap(value -> diagnostics.mapping(value, "`tables` is a mapping of table names"))
                .ifPresent(section -> section.entries().forEach(entry -> {
                    String name = entry.key().value();
                    part(entry).ifPresent(part -> tables.put(name, new TestTable(name, List.of(part))));
                }));
        return tables;
    }

    private Optional<TestTable.Part> part(Datum.Entry entry) {
        String form = "table `" + entry.key().value() + "` is a list of events, or a mapping with the key file";
        return switch (entry.value()) {
            case Datum.Sequence sequence -> events(sequence);
            case Datum.Mapping mapping -> file(mapping, form);
            case Datum.Scalar scalar -> {
                diagnostics.wrong(form, scalar.isNull() ? entry.key().span() : scalar.span());
                yield Optional.empty();
            }
        };
    }

    private Optional<TestTable.Part> events(Datum.Sequence sequence) {
        List<Map<String, Value>> events = new ArrayList<>();
        for (Datum item : sequence.items()) {
            diagnostics
                    .mapping(item, "an event is a mapping {column: value}")
                    .ifPresent(event -> events.add(YamlValues.entries(event)));
        }
        return Optional.of(new TestTable.Events(events, sequence.span()));
    }

    private Optional<TestTable.Part> file(Datum.Mapping mapping, String form) {
        diagnostics.unknownKeys(mapping, FILE_KEYS, "a table");
        Optional<Located<String>> path = diagnostics.text(mapping, "file", "`file` is the path of a data file");
        if (path.isEmpty() && mapping.get("file").isEmpty()) {
            diagnostics.wrong(form, mapping.span());
        }
        return path.map(TestTable.EventFile::new);
    }
}
