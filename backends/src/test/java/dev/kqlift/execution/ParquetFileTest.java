package dev.kqlift.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.ValueText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files are made by DuckDB in a session of its own. */
final class ParquetFileTest {
    @TempDir
    Path folder;

    private Path file(String name, String query) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("COPY (" + query + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
        return file;
    }

    private LocalTable read(String query) throws IOException, InputException {
        return DataFile.read(file("t.parquet", query), Optional.empty());
    }

    private LocalTable read(String query, KqlType declared) throws IOException, InputException {
        TableSchema known = new TableSchema("T", List.of(new TableSchema.ColumnSchema("c", declared)));
        return DataFile.read(file("t.parquet", query), Optional.of(known));
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
    void everyTypeThatKqlCarriesKeepsItsValues() throws IOException, InputException {
        LocalTable table = read("""
                SELECT 1::TINYINT AS a, -2::SMALLINT AS b, 3::INTEGER AS c, 4::BIGINT AS d, 255::UTINYINT AS e,
                       65535::USMALLINT AS f, 4294967295::UINTEGER AS g, 9223372036854775807::UBIGINT AS h,
                       0.1::FLOAT AS i, 2.5::DOUBLE AS j, 12345678901234567890.120::DECIMAL(38,3) AS k, true AS l, 'x|y' AS m
                """);

        assertThat(types(table))
                .isEqualTo(
                        "a:int b:int c:int d:long e:int f:int g:long h:long i:real j:real k:decimal l:bool m:string");
        assertThat(rows(table))
                .containsExactly("1|-2|3|4|255|65535|4294967295|9223372036854775807|0.10000000149011612|2.5|"
                        + "12345678901234567890.120|true|x|y");
    }

    @Test
    void instantsAreThoseOfTheFileWhateverTheZoneOfTheMachine() throws IOException, InputException {
        TimeZone zone = TimeZone.getDefault();
        try {
            // The hour from two to three is left out on this day.
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            LocalTable table = read("""
                    SELECT DATE '0001-01-01' AS a, DATE '1500-02-28' AS b, TIMESTAMP '2024-03-31 02:30:00.123456' AS c,
                           TIMESTAMP_NS '2024-03-31 02:30:00.1234567' AS d, TIMESTAMP_MS '2024-03-31 02:30:00.5' AS e,
                           TIMESTAMPTZ '2024-03-31 04:30:00+02' AS f, TIMESTAMP '9999-12-31 23:59:59.999999' AS g,
                           TIME '23:59:59.5' AS h
                    """);

            assertThat(types(table))
                    .isEqualTo(
                            "a:datetime b:datetime c:datetime d:datetime e:datetime f:datetime g:datetime h:timespan");
            assertThat(rows(table))
                    .containsExactly("0001-01-01T00:00:00.0000000Z|1500-02-28T00:00:00.0000000Z|"
                            + "2024-03-31T02:30:00.1234560Z|2024-03-31T02:30:00.1234567Z|2024-03-31T02:30:00.5000000Z|"
                            + "2024-03-31T02:30:00.0000000Z|9999-12-31T23:59:59.9999990Z|23:59:59.5000000");
            assertThat(rows(read("SELECT {'t': TIMESTAMP '2024-07-01 02:30:00'} AS a")))
                    .containsExactly("{\"t\":\"2024-07-01T02:30:00.0000000Z\"}");
            assertThatThrownBy(() -> read("SELECT {'t': TIMESTAMP '2024-03-31 02:30:00'} AS a"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("`a`");
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void nestedValuesAreDynamicInTheirOrder() throws IOException, InputException {
        LocalTable table = read("""
                SELECT [1, NULL, 3] AS a, {'z': 1, 'a"b': [{'c': 'x'}], 'n': NULL::INTEGER} AS b, MAP {'k': 1.5, 'j': 2.0} AS c,
                       '{"z":1,"a":[1.0,"x"]}'::JSON AS d, [UUID '74be27de-1e4e-49d9-b579-fe0b331d3642'] AS e,
                       UUID '74BE27DE-1e4e-49d9-b579-fe0b331d3642' AS f, [TIMESTAMPTZ '2024-01-01 00:00:00+00'] AS g
                """);

        assertThat(types(table)).isEqualTo("a:dynamic b:dynamic c:dynamic d:dynamic e:dynamic f:guid g:dynamic");
        assertThat(rows(table))
                .containsExactly("[1,null,3]|{\"z\":1,\"a\\\"b\":[{\"c\":\"x\"}],\"n\":null}|{\"k\":1.5,\"j\":2.0}|"
                        + "{\"z\":1,\"a\":[1.0,\"x\"]}|[\"74be27de-1e4e-49d9-b579-fe0b331d3642\"]|"
                        + "74be27de-1e4e-49d9-b579-fe0b331d3642|[\"2024-01-01T00:00:00.0000000Z\"]");
    }

    @Test
    void nullsAreThoseOfKqlAndNoRowsAreATableWithColumns() throws IOException, InputException {
        LocalTable nulls = read("SELECT NULL::VARCHAR AS a, NULL::BIGINT AS b, NULL::INTEGER[] AS c, NULL AS d");
        assertThat(types(nulls)).startsWith("a:string b:long c:dynamic d:");
        assertThat(rows(nulls).getFirst()).startsWith("|null|null|");

        LocalTable none = read("SELECT 1 AS a, 'x' AS b WHERE false");
        assertThat(types(none)).isEqualTo("a:int b:string");
        assertThat(none.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'ab'::BLOB;BLOB",
                "INTERVAL '1 day';INTERVAL",
                "TIMETZ '10:00:00+01';TIME WITH TIME ZONE",
                "18446744073709551615::UBIGINT;UBIGINT",
                "TIMESTAMP_NS '2024-01-01 00:00:00.123456789';TIMESTAMP_NS",
                "'infinity'::TIMESTAMP;TIMESTAMP",
                "DATE '10000-01-01';DATE",
                "MAP {1: 2};MAP(INTEGER, INTEGER)",
                "['ab'::BLOB];BLOB[]",
                "[0.12345678901234567890::DECIMAL(38,20)];DECIMAL(38,20)[]",
            })
    void whatKqlCannotCarryIsRefusedWithColumnAndType(String value, String type) {
        assertThatThrownBy(() -> read("SELECT " + value + " AS \"od d\""))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("`od d`")
                .hasMessageContaining(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "3::INTEGER;LONG;3",
                "3::BIGINT;INT;3",
                "3::BIGINT;REAL;3.0",
                "3.0::DOUBLE;LONG;3",
                "1.10::DECIMAL(5,2);REAL;1.1",
                "5::INTEGER;STRING;5",
                "'7';LONG;7",
                "'2024-01-01T00:00:00Z';DATETIME;2024-01-01T00:00:00.0000000Z",
                "'{\"a\":1}';DYNAMIC;{\"a\":1}",
                "'\"5\"'::JSON;DYNAMIC;5",
                "5::INTEGER;DYNAMIC;5",
                "[1];STRING;[1]",
                "2.5::DOUBLE;DECIMAL;2.5",
            })
    void aDeclaredTypeIsKeptWhereNothingIsLost(String value, KqlType declared, String text)
            throws IOException, InputException {
        LocalTable table = read("SELECT " + value + " AS c", declared);

        assertThat(types(table)).isEqualTo("c:" + declared.name().toLowerCase(Locale.ROOT));
        assertThat(rows(table)).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "2147483648::BIGINT;INT",
                "9007199254740993::BIGINT;REAL",
                "2.5::DOUBLE;LONG",
                "0.12345678901234567890::DECIMAL(38,20);REAL",
                "5::INTEGER;DATETIME",
                "5::INTEGER;TIMESPAN",
                "1::INTEGER;BOOL",
                "true;LONG",
                "'x';LONG",
                "'NaN'::DOUBLE;DECIMAL",
                "[1];LONG",
            })
    void aDeclaredTypeThatWouldLoseSomethingIsRefused(String value, KqlType declared) {
        assertThatThrownBy(() -> read("SELECT " + value + " AS c", declared))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("`c`")
                .hasMessageContaining(declared.word());
    }

    @Test
    void declaredColumnsComeFirstAndThoseThatTheFileLacksAreNull() throws IOException, InputException {
        TableSchema known = new TableSchema(
                "T",
                List.of(
                        new TableSchema.ColumnSchema("Code", KqlType.STRING),
                        new TableSchema.ColumnSchema("Count", KqlType.LONG)));
        LocalTable table =
                DataFile.read(file("t.parquet", "SELECT 1::INTEGER AS Extra, 2::INTEGER AS Count"), Optional.of(known));

        assertThat(types(table)).isEqualTo("Code:string Count:long Extra:int");
        assertThat(rows(table)).containsExactly("|2|1");
    }

    @Test
    void namesOfFilesFoldersAndColumnsMeanNothing() throws IOException, InputException {
        String query = "SELECT 1 AS \"a \"\" ; --'\", 2 AS \"filename\", 3 AS \"file_row_number\"";
        file("year=2024/1.parquet", "SELECT 9 AS wrong");
        for (String name : List.of("year=2024/[1].parquet", "year=2024/it's; é.PARQUET", "year=2024/*.parquet")) {
            Path plain = file("plain.parquet", query);
            Path file = Files.move(plain, folder.resolve(name));

            LocalTable table = DataFile.read(file, Optional.empty());

            assertThat(types(table)).isEqualTo("a \" ; --':int filename:int file_row_number:int");
            assertThat(rows(table)).containsExactly("1|2|3");
        }
    }

    @Test
    void columnsThatDifferOnlyInCaseKeepTheirNames() throws IOException, InputException {
        Path file = file("t.parquet", "SELECT 1 AS colab, 2 AS colxx, {'colab': 3} AS s");
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Files.write(file, bytes.replace("colxx", "COLAB").getBytes(StandardCharsets.ISO_8859_1));
        LocalTable table = DataFile.read(file, Optional.empty());

        assertThat(types(table)).isEqualTo("colab:int COLAB:int s:dynamic");
        assertThat(rows(table)).containsExactly("1|2|{\"colab\":3}");

        Files.write(file, bytes.replace("colxx", "colab").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> DataFile.read(file, Optional.empty())).hasMessageContaining("two columns");
    }

    @Test
    void aFileThatIsNoParquetIsRefused() throws IOException {
        Path broken = Files.writeString(folder.resolve("b.parquet"), "hello, this is none PAR1");
        Path empty = Files.writeString(folder.resolve("e.parquet"), "");
        Path cut = folder.resolve("c.parquet");
        byte[] whole = Files.readAllBytes(file("t.parquet", "SELECT range AS n FROM range(1000)"));
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));

        for (Path file : List.of(broken, empty, cut, folder)) {
            Path asParquet = file.equals(folder) ? Files.createDirectory(folder.resolve("d.parquet")) : file;
            assertThatThrownBy(() -> DataFile.read(asParquet, Optional.empty()))
                    .isInstanceOf(InputException.class)
                    .hasMessageNotContaining("LINE 1");
        }
        assertThatThrownBy(() -> DataFile.read(folder.resolve("none.parquet"), Optional.empty()))
                .isInstanceOf(NoSuchFileException.class);
    }
}
