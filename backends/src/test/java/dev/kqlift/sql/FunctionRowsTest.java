package dev.kqlift.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.mapping.ArgumentType;
import dev.kqlift.mapping.BackendDefinitionReader;
import dev.kqlift.mapping.FunctionMapping;
import dev.kqlift.mapping.FunctionTable;
import dev.kqlift.mapping.ResourceFolder;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.types.KqlType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every pattern of the table is run, over a row of values and over a row of nulls. */
final class FunctionRowsTest {
    private static final FunctionTable TABLE =
            SqlTranslator.functions(BackendDefinitionReader.read(new ResourceFolder("duckdb")));

    @Test
    void theTargetTakesEveryPattern() {
        List<String> refused = new ArrayList<>();
        int run = 0;
        try (DuckDb database = new DuckDb()) {
            for (String function : TABLE.functions()) {
                for (FunctionMapping mapping : TABLE.mappings(function)) {
                    if (!(mapping instanceof FunctionMapping.Emit emit) || function.startsWith("$")) {
                        continue;
                    }
                    for (boolean nulls : new boolean[] {false, true}) {
                        String sql = statement(emit, nulls);
                        try {
                            assertThat(database.query(sql, List.of(), false).rows())
                                    .hasSize(1);
                            run++;
                        } catch (SQLException e) {
                            refused.add(function + ": " + sql + ": " + e.getMessage());
                        }
                    }
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(run).isGreaterThan(100);
    }

    private static String statement(FunctionMapping.Emit emit, boolean nulls) {
        List<Fragment> arguments = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        int count = 0;
        while (!emit.pattern().takes(count)) {
            count++;
        }
        for (int i = 0; i < count; i++) {
            KqlType type = emit.takes().isEmpty()
                    ? KqlType.LONG
                    : type(emit.takes().get(Math.min(i, emit.takes().size() - 1)));
            columns.add((nulls ? SqlTypes.missing(type) : sample(type)) + " AS a" + i);
            arguments.add(new Fragment("a" + i, SqlStrengths.PRIMARY));
        }
        columns.add("1 AS one");
        return "SELECT " + emit.pattern().fill(arguments).text() + " FROM (SELECT " + String.join(", ", columns) + ")";
    }

    private static KqlType type(ArgumentType taken) {
        return switch (taken) {
            case ArgumentType.Of(KqlType type) -> type;
            case ArgumentType.Group group -> KqlType.LONG;
        };
    }

    private static String sample(KqlType type) {
        return switch (type) {
            case BOOL -> "TRUE";
            case INT -> "CAST(7 AS INTEGER)";
            case LONG, TIMESPAN -> "CAST(7 AS BIGINT)";
            case REAL -> "1.5e0";
            case STRING -> "'abc'";
            case DATETIME -> "TIMESTAMP '2024-01-02 03:04:05'";
            case GUID -> "CAST('74be27de-1e4e-49d9-b579-fe0b331d3642' AS UUID)";
            case DYNAMIC -> "CAST('{\"a\":[1]}' AS JSON)";
            case DECIMAL, UNKNOWN -> throw new IllegalArgumentException("no column has the type " + type);
        };
    }
}
