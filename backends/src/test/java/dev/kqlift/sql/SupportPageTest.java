package dev.kqlift.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.mapping.ArgumentType;
import dev.kqlift.mapping.BackendDefinition;
import dev.kqlift.mapping.BackendDefinitionReader;
import dev.kqlift.mapping.FunctionMapping;
import dev.kqlift.mapping.FunctionTable;
import dev.kqlift.mapping.ResourceFolder;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import dev.kqlift.translation.TranslationNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The page on what the backend supports, rendered from its tables and from translations: {@code -Ddocs.update=true}. */
final class SupportPageTest {
    private static final String T =
            "let T = datatable(k:string, n:long, t:datetime, d:dynamic)[\"a\", 1, datetime(2024-01-01), dynamic([1]), "
                    + "\"b\", 2, datetime(2024-01-02), dynamic([2])]; ";
    private static final List<String> OPERATORS = List.of(
            "T | where n > 1",
            "T | extend m = n + 1",
            "T | project k, m = n",
            "T | project-away d",
            "T | project-keep k",
            "T | project-rename m = n",
            "T | project-reorder n, k",
            "T | distinct k",
            "T | count",
            "T | summarize count() by k",
            "T | summarize arg_max(t, *) by k",
            "T | sort by n",
            "T | top 5 by n",
            "T | take 5",
            "T | sample 5",
            "union T, T",
            "union withsource = s T, T",
            "T | join T on k",
            "T | join kind=inner T on k",
            "T | join kind=leftouter T on k",
            "T | join kind=rightouter T on k",
            "T | join kind=fullouter T on k",
            "T | join kind=leftsemi T on k",
            "T | join kind=leftanti T on k",
            "T | join kind=rightsemi T on k",
            "T | join kind=rightanti T on k",
            "T | lookup T on k",
            "T | where k in ((T | project k))",
            "T | where n > toscalar(T | count)",
            "T | as X",
            "print x = 1",
            "range x from 1 to 3 step 1",
            "T | mv-expand d",
            "T | mv-apply d on (take 1)",
            "T | parse k with a ':' b",
            "T | make-series count() on t step 1d",
            "T | evaluate bag_unpack(d)",
            "T | search 'a'",
            "T | serialize r = row_number()",
            "externaldata(a:string)['https://example.org/a.csv']");

    @Test
    void thePageIsWhatTheTablesSay() throws IOException {
        BackendDefinition definition = BackendDefinitionReader.read(new ResourceFolder("duckdb"));
        String page = page(definition, SqlTranslator.functions(definition));
        Path file = ProjectFolder.root().resolve("docs/backends/duckdb.md");
        if (Boolean.getBoolean("docs.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, page);
        }
        assertThat(file).as("run the test with -Ddocs.update=true").exists();
        assertThat(Files.readString(file)).isEqualTo(page);
    }

    private static String page(BackendDefinition definition, FunctionTable table) {
        StringBuilder page = new StringBuilder("# ").append(definition.name()).append("\n\n");
        page.append("`kqlift transpile RULE --to ")
                .append(definition.id())
                .append("` emits ")
                .append(definition.description())
                .append(". This page is generated from the backend's tables and from ")
                .append("translations of the examples; what is not on it is refused with a note.\n\n");
        page.append(
                        "Run the query in a session whose time zone is UTC. Texts that are null in the target's tables count as ")
                .append("empty. Lengths of time are kept as ticks of 100 ns, dynamic values as JSON.\n\n");
        page.append(
                        "These conditions hold for all rules and are not told again; where a constant of a rule breaks one, the ")
                .append("construct is refused:\n\n");
        for (DataAssumption assumption : DataAssumption.values()) {
            if (assumption.standing()) {
                page.append("- ").append(assumption.condition()).append("\n");
            }
        }
        page.append("\n## Operators\n\n| KQL | fidelity | why |\n| --- | --- | --- |\n");
        for (String kql : OPERATORS) {
            Translation translation = Translations.duckDb(Translations.compile(T + kql));
            page.append("| `")
                    .append(cell(kql))
                    .append("` | ")
                    .append(translation.fidelity().word())
                    .append(" | ")
                    .append(cell(reason(translation)))
                    .append(" |\n");
        }
        page.append(
                "\n## Functions\n\n| function | over | becomes | fidelity | note |\n| --- | --- | --- | --- | --- |\n");
        for (String function : new TreeSet<>(table.functions())) {
            if (!function.startsWith("$")) {
                table.mappings(function).forEach(mapping -> page.append(row(function, mapping)));
            }
        }
        return page.toString();
    }

    private static String reason(Translation translation) {
        return String.join(
                "; ",
                translation.notes().stream()
                        .filter(note -> translation.fidelity() == Fidelity.EXACT || note.effect() != Fidelity.EXACT)
                        .map(TranslationNote::message)
                        .distinct()
                        .toList());
    }

    private static String row(String function, FunctionMapping mapping) {
        String over = String.join(
                ", ", mapping.takes().stream().map(ArgumentType::word).toList());
        String start = "| `" + function + "` | " + over + " | ";
        return switch (mapping) {
            case FunctionMapping.Emit emit ->
                start + "`` " + cell(emit.pattern().source()) + " `` | " + promise(emit.promise());
            case FunctionMapping.Form form -> start + "*" + form.name() + "* | " + promise(form.promise());
            case FunctionMapping.Unsupported refusal -> start + "– | unsupported | " + cell(refusal.reason()) + " |\n";
        };
    }

    private static String promise(FunctionMapping.Promise promise) {
        String note = promise.why()
                .or(() -> promise.assumes()
                        .flatMap(DataAssumption::ofWord)
                        .filter(assumption -> !assumption.standing())
                        .map(DataAssumption::sentence))
                .orElse("");
        return promise.fidelity().word() + " | " + cell(note) + " |\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
