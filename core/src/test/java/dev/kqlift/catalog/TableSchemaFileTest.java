package dev.kqlift.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.types.KqlType;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableSchemaFileTest {
    @Test
    void tablesAndColumnsKeepTheOrderOfTheFile() {
        TableSchemaFile file = TableSchemaFile.parse("{\"B\": {\"z\": \"long\", \"a\": \"date\"}, \"A\": {}}");
        assertThat(file.diagnostics()).isEmpty();
        assertThat(file.tables())
                .containsExactly(
                        new TableSchema(
                                "B",
                                List.of(new ColumnSchema("z", KqlType.LONG), new ColumnSchema("a", KqlType.DATETIME))),
                        new TableSchema("A", List.of()));
    }

    @Test
    void anUnknownTypeIsReportedAtItsPlaceAndItsColumnKept() {
        String json = "{\"T\": {\n  \"c\": \"text\", \"d\": 7, \"e\": [1, {\"x\": 2}], \"f\": \"int\"}}";
        TableSchemaFile file = TableSchemaFile.parse(json);
        assertThat(file.diagnostics())
                .extracting(Diagnostic::code)
                .containsOnly(DiagnosticCode.KD015)
                .hasSize(3);
        assertThat(file.diagnostics().getFirst().span().start()).isEqualTo(json.indexOf("\"text\""));
        assertThat(file.diagnostics().get(1).span().start()).isEqualTo(json.indexOf('7'));
        assertThat(file.tables().getFirst().columns())
                .extracting(ColumnSchema::type)
                .containsExactly(KqlType.UNKNOWN, KqlType.UNKNOWN, KqlType.UNKNOWN, KqlType.INT);
    }

    @Test
    void aTableOrColumnThatStandsTwiceIsReportedAndTheLastCounts() {
        String json = "{\"T\": {\"c\": \"int\", \"c\": \"long\"}, \"T\": {\"c\": \"real\"}}";
        TableSchemaFile file = TableSchemaFile.parse(json);
        assertThat(file.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(DiagnosticCode.KD013, DiagnosticCode.KD013);
        assertThat(file.diagnostics().getLast().span().start()).isEqualTo(json.lastIndexOf("\"T\""));
        assertThat(file.tables()).containsExactly(new TableSchema("T", List.of(new ColumnSchema("c", KqlType.REAL))));
    }

    @Test
    void brokenJsonGivesNoTablesAndAPlace() {
        String whole = "{\"T\": {\"c\": \"int\"}}";
        String cut = whole.substring(0, whole.length() - 1);
        List<String> broken = List.of("", "{", cut, whole + " x", whole + whole, "{\"T\" {}}", "nul");
        for (String json : broken) {
            TableSchemaFile file = TableSchemaFile.parse(json);
            assertThat(file.tables()).as(json).isEmpty();
            assertThat(file.diagnostics()).as(json).isNotEmpty();
            assertThat(file.diagnostics().getLast().span().end()).as(json).isLessThanOrEqualTo(json.length());
        }
        String json = "{\"T\": {\"c\": \"int\"},\n oops}";
        assertThat(TableSchemaFile.parse(json).diagnostics().getFirst().span().start())
                .isBetween(json.indexOf("oops"), json.length());
    }

    @Test
    void jsonOfAnotherFormIsReportedAndPassedOver() {
        assertThat(TableSchemaFile.parse("[{\"T\": {}}]").diagnostics()).hasSize(1);
        TableSchemaFile file = TableSchemaFile.parse("{\"T\": [\"c\"], \"U\": {\"c\": \"int\"}}");
        assertThat(file.diagnostics()).extracting(Diagnostic::code).containsExactly(DiagnosticCode.KD015);
        assertThat(file.tables()).extracting(TableSchema::name).containsExactly("U");
    }

    @Test
    void aByteOrderMarkDoesNotShiftThePlaces() {
        String json = "\uFEFF{\"T\": {\"c\": \"text\"}}";
        TableSchemaFile file = TableSchemaFile.parse(json);
        assertThat(file.diagnostics().getFirst().span().start()).isEqualTo(json.indexOf("\"text\""));
    }

    @Test
    void absurdNestingIsAnErrorAndNoOverflow() {
        String json = "{\"T\": {\"c\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}}";
        TableSchemaFile file = TableSchemaFile.parse(json);
        assertThat(file.diagnostics()).extracting(Diagnostic::code).contains(DiagnosticCode.KD011);
        assertThat(file.tables()).isEmpty();
    }
}
