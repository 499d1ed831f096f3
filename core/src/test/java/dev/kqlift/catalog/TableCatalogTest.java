package dev.kqlift.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.types.KqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TableCatalogTest {
    private final TableCatalog builtIn = TableCatalog.builtIn();

    @Test
    void everyBuiltInTableParsesAndHasColumnsOfKnownTypesWithDistinctNames() {
        List<String> names = builtIn.names();
        assertThat(names).hasSizeGreaterThan(1_900).doesNotHaveDuplicates().isSorted();
        for (String name : names) {
            TableSchema table = builtIn.table(name).orElseThrow();
            assertThat(table.name()).isEqualTo(name);
            assertThat(table.columns()).as(name).isNotEmpty();
            Set<String> seen = new HashSet<>();
            for (ColumnSchema column : table.columns()) {
                assertThat(column.name()).as(name).isNotBlank().doesNotContain("@", ":", ",");
                assertThat(seen.add(column.name()))
                        .as(name + "." + column.name())
                        .isTrue();
                assertThat(column.type()).isNotEqualTo(KqlType.UNKNOWN);
            }
        }
    }

    /** A binary search over lines that are not sorted would lose tables without a word. */
    @Test
    void theLinesOfTheResourceAreSortedAsTheSearchExpects() {
        List<String> lines = BuiltInTables.shared().names();
        assertThat(lines).isEqualTo(List.copyOf(new TreeSet<>(lines)));
    }

    @Test
    void everyShortFormOfTheResourceIsUsed() {
        List<String> body = SortedLines.ofResource("tables.tsv").body();
        for (String line : BuiltInTables.shared().header()) {
            if (line.startsWith("@")) {
                String form = line.substring(0, line.indexOf('\t'));
                assertThat(body).anyMatch(row -> row.contains(form));
            }
        }
    }

    @Test
    void wellKnownTablesHaveTheirColumns() {
        assertThat(type("SigninLogs", "TimeGenerated")).isEqualTo(KqlType.DATETIME);
        assertThat(type("SigninLogs", "ResultType")).isEqualTo(KqlType.STRING);
        assertThat(type("SigninLogs", "DeviceDetail")).isEqualTo(KqlType.DYNAMIC);
        assertThat(type("SecurityEvent", "EventID")).isEqualTo(KqlType.INT);
        assertThat(type("SecurityEvent", "_BilledSize")).isEqualTo(KqlType.REAL);
        assertThat(type("DeviceProcessEvents", "ProcessCommandLine")).isEqualTo(KqlType.STRING);
        assertThat(type("CommonSecurityLog", "DestinationPort")).isEqualTo(KqlType.INT);
        assertThat(type("Heartbeat", "Computer")).isEqualTo(KqlType.STRING);
    }

    @Test
    void theFirstAndTheLastLineAreFound() {
        List<String> names = builtIn.names();
        assertThat(builtIn.table(names.getFirst())).isPresent();
        assertThat(builtIn.table(names.getLast())).isPresent();
    }

    @Test
    void aNameIsFoundOnlyWithItsCaseAndWhole() {
        List<String> unknown =
                List.of("signinlogs", "SigninLog", "SigninLogsX", "", "#", "@T", "\uFFFF", "TenantId", "SigninLogs\t");
        for (String name : unknown) {
            assertThat(builtIn.table(name)).as(name).isEmpty();
        }
    }

    @Test
    void tablesOfTheUserReplaceAndExtendTheBuiltInOnes() {
        TableSchema own = new TableSchema("SigninLogs", List.of(new ColumnSchema("Only", KqlType.LONG)));
        TableSchema added = new TableSchema("Zoo_CL", List.of(new ColumnSchema("Animal_s", KqlType.STRING)));
        TableCatalog catalog = builtIn.with(List.of(own, added));
        assertThat(catalog.table("SigninLogs")).contains(own);
        assertThat(catalog.table("Zoo_CL")).contains(added);
        assertThat(catalog.table("SecurityEvent")).isEqualTo(builtIn.table("SecurityEvent"));
        assertThat(catalog.names()).hasSize(builtIn.names().size() + 1).contains("Zoo_CL");
        assertThat(builtIn.table("Zoo_CL")).isEmpty();
    }

    @Test
    void aCatalogOfGivenTablesHoldsNoOthers() {
        TableSchema own = new TableSchema("A", List.of());
        TableCatalog catalog = TableCatalog.of(List.of(own));
        assertThat(catalog.names()).containsExactly("A");
        assertThat(catalog.table("SigninLogs")).isEmpty();
        assertThat(catalog.with(List.of(new TableSchema("B", List.of()))).names())
                .containsExactly("A", "B");
    }

    @Test
    void shortFormsAndLettersAreReadBack() {
        BuiltInTables tables = BuiltInTables.of("# note\n@T\tTenantId\n@G\tTimeGenerated:d\nA\t@G,x,y z:y\nAb\t@T\n");
        assertThat(tables.table("A").orElseThrow().columns())
                .containsExactly(
                        new ColumnSchema("TimeGenerated", KqlType.DATETIME),
                        new ColumnSchema("x", KqlType.STRING),
                        new ColumnSchema("y z", KqlType.DYNAMIC));
        assertThat(tables.table("Ab").orElseThrow().columns())
                .containsExactly(new ColumnSchema("TenantId", KqlType.STRING));
        assertThat(tables.names()).containsExactly("A", "Ab");
    }

    /** Extra: the facts that the resource was made from, where the checkout has them beside it. */
    @Test
    void theResourceSaysExactlyWhatItsSourceSays() throws IOException {
        Path facts = ProjectFolder.shared().resolve("facts/table-schemas.json");
        assumeTrue(Files.exists(facts), "no table-schemas.json beside the project");
        TableSchemaFile source = TableSchemaFile.parse(Files.readString(facts));
        assertThat(source.diagnostics()).isEmpty();
        List<TableSchema> carried = new ArrayList<>();
        for (TableSchema table : source.tables()) {
            carried.add(builtIn.table(table.name()).orElseThrow());
        }
        assertThat(carried).isEqualTo(source.tables());
        assertThat(builtIn.names()).hasSameSizeAs(source.tables());
    }

    private KqlType type(String table, String column) {
        return builtIn.table(table).orElseThrow().columns().stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst()
                .orElseThrow()
                .type();
    }
}
