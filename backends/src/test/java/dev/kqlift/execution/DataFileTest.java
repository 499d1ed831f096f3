package dev.kqlift.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFileTest {
    @TempDir
    Path folder;

    private LocalTable read(String name, String text, Optional<TableSchema> known) throws IOException, InputException {
        return DataFile.read(Files.writeString(folder.resolve(name), text), known);
    }

    private static String types(LocalTable table) {
        return table.columns().stream()
                .map(column -> column.name() + ":" + column.type().word())
                .collect(Collectors.joining(" "));
    }

    private static List<String> rows(LocalTable table) {
        return table.rows().stream()
                .map(row -> row.stream().map(ValueText::of).collect(Collectors.joining("|")))
                .toList();
    }

    @Test
    void typesFollowFromTheValues() throws IOException, InputException {
        LocalTable table = read("t.ndjson", """
                {"n":1,"r":1,"t":"2024-05-01T10:00:00Z","s":"1","d":{"a":[1]},"b":true,"m":1}
                {"n":2,"r":2.5,"t":"2024-05-01 11:00","s":"x","d":null,"m":"x"}
                """, Optional.empty());

        assertThat(types(table)).isEqualTo("n:long r:real t:datetime s:string d:dynamic b:bool m:dynamic");
        assertThat(rows(table))
                .containsExactly(
                        "1|1.0|2024-05-01T10:00:00.0000000Z|1|{\"a\":[1]}|true|1",
                        "2|2.5|2024-05-01T11:00:00.0000000Z|x|null|null|x");
    }

    @Test
    void aKnownTableKeepsItsTypesAndAColumnThatIsAbsentIsNull() throws IOException, InputException {
        TableSchema known = new TableSchema(
                "T",
                List.of(
                        new TableSchema.ColumnSchema("Code", KqlType.STRING),
                        new TableSchema.ColumnSchema("Count", KqlType.LONG)));
        LocalTable table = read("t.json", "[{\"Code\":5},{\"Count\":\"7\"}]", Optional.of(known));

        assertThat(types(table)).isEqualTo("Code:string Count:long");
        assertThat(table.rows().getFirst()).containsExactly(new Value.Text("5"), new Value.Null(KqlType.LONG));
        assertThat(table.rows().getLast()).containsExactly(new Value.Text(""), new Value.Whole(7, KqlType.LONG));
    }

    @Test
    void csvQuotesAndLineEnds() throws IOException, InputException {
        LocalTable table = read("t.csv", "a,b\r\n\"x, \"\"y\"\"\",\"1\n2\"\r\n,3\r\n", Optional.empty());

        assertThat(types(table)).isEqualTo("a:string b:string");
        assertThat(rows(table)).containsExactly("x, \"y\"|1\n2", "|3");
    }

    @Test
    void aNumberThatIsNotItsOwnTextStaysAText() throws IOException, InputException {
        assertThat(types(read("t.csv", "a,b,c\n007,1.50,-3\n1,2,4\n", Optional.empty())))
                .isEqualTo("a:string b:real c:long");
    }

    @Test
    void aColumnThatTurnsUpLateIsNullBefore() throws IOException, InputException {
        LocalTable table = read("t.ndjson", "{\"a\":1}\n{\"b\":\"x\",\"a\":2}\n{}\n", Optional.empty());

        assertThat(types(table)).isEqualTo("a:long b:string");
        assertThat(rows(table)).containsExactly("1|", "2|x", "null|");
    }

    @Test
    void ofTwoCellsOfOneNameTheLastCounts() throws IOException, InputException {
        assertThat(rows(read("t.json", "{\"a\":1,\"a\":2}", Optional.empty()))).containsExactly("2");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheData() throws IOException, InputException {
        assertThat(types(read("t.json", "\ufeff{\"a\":1}", Optional.empty()))).isEqualTo("a:long");
        assertThat(types(read("t.csv", "\ufeffa\n1\n", Optional.empty()))).isEqualTo("a:long");
    }

    @Test
    void equalCellsAreOneValueInMemory() throws IOException, InputException {
        LocalTable table = read("t.csv", "a,b\ncontoso,x\ncontoso,y\n", Optional.empty());

        assertThat(table.rows().get(0).get(0)).isSameAs(table.rows().get(1).get(0));
    }

    @Test
    void aFileIsReadAsItComes() throws IOException, InputException {
        List<Long> read = new ArrayList<>();
        Path file = Files.writeString(folder.resolve("t.ndjson"), "{\"a\":\"some text\"}\n".repeat(20_000));
        LocalTable table = DataFile.read(file, Optional.empty(), read::add);

        assertThat(table.rows()).hasSize(20_000);
        assertThat(read).hasSizeGreaterThan(10).isSorted().endsWith(Files.size(file));
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        for (String name : List.of("t.csv", "t.json", "t.ndjson")) {
            Path file =
                    Files.write(folder.resolve(name), new byte[] {0x7f, 'E', 'L', 'F', (byte) 0xff, (byte) 0xfe, 0, 1});
            assertThatThrownBy(() -> DataFile.read(file, Optional.empty()))
                    .as(name)
                    .isInstanceOf(InputException.class);
        }
    }

    @Test
    void aTableHasNoMoreColumnsThanTheEngineAllows() {
        String row =
                IntStream.range(0, 10_001).mapToObj(i -> "\"c" + i + "\":1").collect(Collectors.joining(",", "{", "}"));

        assertThatThrownBy(() -> read("t.json", row, Optional.empty()))
                .hasMessage("row 1: the table has more than 10000 columns");
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Path data = Files.createDirectory(folder.resolve("t.json"));

        assertThatThrownBy(() -> DataFile.read(data, Optional.empty())).isInstanceOf(IOException.class);
    }

    @Test
    void jsonThatNestsWithoutEndIsRefused() {
        assertThatThrownBy(() -> read("t.json", "{\"a\":".repeat(100_000), Optional.empty()))
                .hasMessageContaining("is no JSON");
    }

    @Test
    void whatIsWrongIsToldWithTheRow() {
        TableSchema known = new TableSchema("T", List.of(new TableSchema.ColumnSchema("n", KqlType.LONG)));

        assertThatThrownBy(() -> read("t.json", "[{\"n\":1},{\"n\":\"x\"}]", Optional.of(known)))
                .isInstanceOf(InputException.class)
                .hasMessage("row 2: `x` is no long, which `n` is");
        assertThatThrownBy(() -> read("t.csv", "a,b\n1\n", Optional.empty()))
                .hasMessage("row 1 has 1 fields, the header 2");
        assertThatThrownBy(() -> read("t.csv", "a\n\"open\n", Optional.empty())).hasMessage("a quote is not closed");
        assertThatThrownBy(() -> read("t.json", "{\"a\":", Optional.empty()))
                .hasMessageStartingWith("line 1 is no JSON");
        assertThatThrownBy(() -> read("t.txt", "x", Optional.empty())).hasMessageContaining(".ndjson");
    }
}
