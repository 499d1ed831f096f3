package dev.kqlift.reports.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rewrites the tables of docs/reports.md where {@code -Dgolden.update=true} is given. */
final class DataTablesTest {
    private static final Path DOCS = Path.of("../docs/reports.md");
    private static final String BEGIN = "<!-- columns: written by a test -->\n";

    @Test
    void columnsAreTheComponentsOfTheRowsInSnakeCase() {
        for (DataTable<?> table : DataTables.ALL) {
            assertThat(table.columns())
                    .extracting(DataColumn::name)
                    .as(table.name())
                    .isEqualTo(components(table));
        }
    }

    private static List<String> components(DataTable<?> table) {
        return Arrays.stream(table.row().getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void documentationOfTheColumnsIsTheirJavadoc() throws IOException {
        String page = Files.readString(DOCS);
        int cut = page.indexOf(BEGIN) + BEGIN.length();
        String updated = page.substring(0, cut) + tables();

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOCS, updated);
        } else {
            assertThat(page).isEqualTo(updated);
        }
    }

    private static String tables() throws IOException {
        StringBuilder out = new StringBuilder();
        for (DataTable<?> table : DataTables.ALL) {
            String javadoc = javadoc(table);
            out.append("\n### ")
                    .append(table.name())
                    .append("\n\n")
                    .append(paragraph(javadoc))
                    .append("\n\n");
            out.append("| column | meaning |\n| --- | --- |\n");
            RecordComponent[] components = table.row().getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                out.append("| `").append(table.columns().get(i).name()).append("` | ");
                out.append(param(javadoc, components[i].getName())).append(" |\n");
            }
        }
        return out.toString();
    }

    private static String javadoc(DataTable<?> table) throws IOException {
        String module = table.row().getPackageName().startsWith("dev.kqlift.corpus") ? "../corpus/" : "";
        String path = module + "src/main/java/" + table.row().getName().replace('.', '/') + ".java";
        String source = Files.readString(Path.of(path));
        Matcher comment = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public record", Pattern.DOTALL)
                .matcher(source);
        assertThat(comment.find()).as(path).isTrue();
        return comment.group(1).replaceAll("(?m)^\\s*\\* ?", "").replaceAll("\\{@code ([^}]*)\\}", "`$1`");
    }

    private static String paragraph(String javadoc) {
        return javadoc.substring(0, javadoc.indexOf("@param")).strip().replaceAll("\\s+", " ");
    }

    private static String param(String javadoc, String name) {
        Matcher matcher = Pattern.compile("@param " + name + "\\s(.*?)(?=@param|\\z)", Pattern.DOTALL)
                .matcher(javadoc);
        assertThat(matcher.find()).as("Javadoc of " + name).isTrue();
        return matcher.group(1).strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }
}
