package dev.kqlift.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.ir.Relation;
import dev.kqlift.syntax.ParsedQuery;
import dev.kqlift.syntax.build.QueryParser;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A query bound against three small tables, with what it means as text. */
final class Binding {
    private static final String LOGINS =
            "Time:datetime, User:string, Host:string, Code:int, Bytes:long, Score:real, Cost:decimal, Ok:bool, "
                    + "Id:guid, Span:timespan, Extra:dynamic";
    private static final String ALERTS = "Time:datetime, User:string, Severity:string, Count:long, Tags:dynamic";
    private static final String ASSETS = "Host:string, Owner:string, Score:long";
    private static final TableCatalog TABLES =
            TableCatalog.of(List.of(table("Logins", LOGINS), table("Alerts", ALERTS), table("Assets", ASSETS)));

    private final String query;
    private final BoundQuery bound;

    private Binding(String query, BoundQuery bound) {
        this.query = query;
        this.bound = bound;
    }

    static Binding of(String query) {
        ParsedQuery parsed = QueryParser.parse(query);
        assertThat(parsed.query()).as(query + parsed.diagnostics()).isPresent();
        return new Binding(query, Binder.bind(parsed.query().orElseThrow(), TABLES, FunctionCatalog.builtIn()));
    }

    /**
     * Fails unless a query gives these columns: {@code name:type, …}, with {@code Logins.*} for those of a table, and a
     * last {@code …} where there may be more.
     */
    static void gives(String query, String columns) {
        String expected =
                columns.replace("Logins.*", LOGINS).replace("Alerts.*", ALERTS).replace("Assets.*", ASSETS);
        assertThat(of(query).columns()).as(query).isEqualTo(expected);
    }

    private static TableSchema table(String name, String columns) {
        List<TableSchema.ColumnSchema> schema = new ArrayList<>();
        for (String column : columns.split(", ")) {
            String[] parts = column.split(":");
            schema.add(new TableSchema.ColumnSchema(
                    parts[0], KqlType.ofName(parts[1]).orElseThrow()));
        }
        return new TableSchema(name, schema);
    }

    BoundQuery bound() {
        return bound;
    }

    String columns() {
        StringJoiner text = new StringJoiner(", ");
        Relation relation = bound.relation().orElseThrow(() -> new AssertionError("no table: " + query));
        relation.columns()
                .forEach(column -> text.add(column.name() + ":" + column.type().word()));
        return relation.open() ? text.add("…").toString() : text.toString();
    }

    boolean isOpen() {
        return bound.relation().orElseThrow().open();
    }

    List<String> tables() {
        return bound.tables();
    }

    List<String> functions() {
        return bound.functions();
    }

    /** Codes with the text that each points at, in order: {@code KB001 nope}. */
    List<String> diagnostics() {
        List<String> texts = new ArrayList<>();
        for (Diagnostic diagnostic : bound.diagnostics()) {
            texts.add(diagnostic.code() + " "
                    + query.substring(
                            diagnostic.span().start(), diagnostic.span().end()));
        }
        return texts;
    }

    List<String> messages() {
        return bound.diagnostics().stream().map(Diagnostic::message).toList();
    }

    /** The type and the text of a constant {@code let}; {@code none} where it was not folded. */
    String constant(String name) {
        Value value = bound.constants().get(name);
        return value == null ? "none" : value.type().word() + " " + ValueText.of(value);
    }
}
