package dev.kqlift.backend;

import dev.kqlift.mapping.BackendDefinitionReader;
import dev.kqlift.mapping.FunctionMapping;
import dev.kqlift.mapping.FunctionTable;
import dev.kqlift.mapping.ResourceFolder;
import dev.kqlift.pipe.PipeTranslator;
import dev.kqlift.testing.Expected;
import dev.kqlift.testing.Rules;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import dev.kqlift.translation.TranslationNote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The pages of the pipe and Sigma targets are made by translating; a page that is not what is translated fails. */
class SupportMatrixTest {
    private static final BackendRegistry BACKENDS = BackendRegistry.builtIn();

    private record Probe(String construct, String kql) {}

    private static Probe where(String condition) {
        return new Probe("`" + condition + "`", "SigninLogs | where " + condition);
    }

    private static Probe after(String operator) {
        return new Probe("`" + operator + "`", "SigninLogs | where ResultType =~ 'a' | " + operator);
    }

    private static final List<Probe> CONDITIONS = List.of(
            where("ResultType == 'a'"),
            where("ResultType =~ 'a'"),
            where("ResultType != 'a'"),
            where("ResultType == ''"),
            where("ResultType == 50126"),
            where("ResultType in ('a', 'b')"),
            where("ResultType !in~ ('a', 'b')"),
            where("ResultType contains 'a'"),
            where("ResultType startswith_cs 'a'"),
            where("ResultType !endswith 'a'"),
            where("ResultType has 'a'"),
            where("ResultType has '.a'"),
            where("ResultType !has '.a'"),
            where("ResultType has_any ('a', 'b')"),
            where("ResultType has_all ('a', 'b')"),
            where("ResultType hasprefix 'a'"),
            where("ResultType matches regex '^a[0-9]+$'"),
            where("ResultType matches regex @'\\d+'"),
            where("ResultType matches regex @'\\bx\\b'"),
            where("AutonomousSystemNumber has 'a'"),
            where("isempty(ResultType)"),
            where("isnotnull(TimeGenerated)"),
            where("DurationMs > 5"),
            where("not(DurationMs > 5)"),
            where("DurationMs between (1 .. 5)"),
            where("ResultType == AppId"),
            where("ResultType =~ AppId"),
            where("ipv4_is_in_range(IPAddress, '10.0.0.0/8')"),
            where("not(ipv4_is_private(IPAddress))"),
            where("tostring(Status.additionalDetails) == 'a'"),
            where("DeviceDetail has 'a'"),
            where("TimeGenerated > ago(1d)"),
            where("ResultType in ((AuditLogs | project Result))"),
            where("* has 'a'"));

    private static final List<Probe> OPERATORS = List.of(
            after("extend A = tolower(AppId)"),
            after("extend A = tolower(AppId) | where A == 'x'"),
            after("extend A = strcat(AppId, 'x') | where A == 'x'"),
            after("project AppId"),
            after("project-away AppId"),
            after("project-rename A = AppId"),
            after("project-reorder AppId"),
            after("sort by TimeGenerated"),
            after("take 5"),
            after("take 50000"),
            after("top 5 by TimeGenerated"),
            after("sample 5"),
            after("distinct AppId"),
            after("count"),
            after("summarize count() by AppId"),
            after("summarize n = count() by AppId, bin(TimeGenerated, 1h) | where n > 5"),
            after("summarize n = count() by AppId, bin(TimeGenerated, 1h) | where n < 5"),
            after("summarize count() by bin(TimeGenerated, 3d)"),
            after("summarize n = dcount(AppId) by ResultType, bin(TimeGenerated, 1h) | where n > 5"),
            after("summarize make_set(AppId) by ResultType"),
            after("summarize arg_max(TimeGenerated, *) by ResultType"),
            after("join kind=inner (AuditLogs) on CorrelationId"),
            after("lookup (AuditLogs) on CorrelationId"),
            after("union AuditLogs"),
            after("mv-expand Status"),
            after("parse AppId with A '-' B"),
            after("parse-where AppId with A '-' B"),
            after("make-series count() on TimeGenerated step 1h"),
            after("evaluate bag_unpack(Status)"),
            after("render timechart"));

    @Test
    void esqlPageIsWhatIsTranslated() {
        StringBuilder page = page("esql", "ES|QL", ABOUT_ESQL);
        ResourceFolder folder = new ResourceFolder("esql");
        FunctionTable functions =
                PipeTranslator.of(BackendDefinitionReader.read(folder)).functions();
        page.append("\n"
                + "## Functions\n\n"
                + "A function that is not listed is refused.\n\n"
                + "| KQL | ES\\|QL | promise |\n"
                + "| --- | --- | --- |\n");
        for (String name : new TreeSet<>(functions.functions())) {
            for (FunctionMapping mapping : functions.mappings(name)) {
                page.append("| `")
                        .append(name)
                        .append("` | ")
                        .append(cell(mapping))
                        .append(" |\n");
            }
        }
        check("esql", page);
    }

    @Test
    void sigmaPageIsWhatIsTranslated() {
        check("sigma", page("sigma", "Sigma", ABOUT_SIGMA));
    }

    private static String cell(FunctionMapping mapping) {
        String takes = mapping.takes().isEmpty()
                ? ""
                : " (of "
                        + String.join(
                                ", ",
                                mapping.takes().stream()
                                        .map(type -> type.word())
                                        .toList()) + ")";
        return switch (mapping) {
            case FunctionMapping.Emit emit ->
                "`" + emit.pattern().source() + "`" + takes + " | " + promise(emit.promise());
            case FunctionMapping.Form form -> "form `" + form.name() + "`" + takes + " | " + promise(form.promise());
            case FunctionMapping.Unsupported unsupported ->
                "–" + takes + " | unsupported: " + escaped(unsupported.reason());
        };
    }

    private static String promise(FunctionMapping.Promise promise) {
        return promise.fidelity().word()
                + promise.why().map(why -> ": " + escaped(why)).orElse("");
    }

    private static final String ABOUT_ESQL = """

        ## What is emitted

        - One query for Elasticsearch 8.19 or later. Nothing newer is used; what came later is refused, and the reason
          names the version. Aggregates with a condition (`COUNT(*) WHERE …`) ask for 8.16, hashes for 8.18.
        - A missing field stands for the empty text of KQL: conditions ask for the null where KQL's would hold, and
          group keys and counted values put the empty text in its place.
        - Comparisons without case compare `TO_LOWER` of the field. Terms (`has`) are regular expressions with bounds.
        - Fields are those of ECS and of the Elastic integrations where the value is the same. A field that holds
          the values of several columns, is filled for some events only or has other values is not used: the column
          keeps its own name, and a note says so.
        - A query that returns events carries `_id`, `_index` and `_version`, so that alerts are told apart.
        - `LIMIT 10000` is written out, because ES|QL returns 1,000 rows without it and never more than that.
        """;

    private static final String ABOUT_SIGMA = """

        ## What is emitted

        - One rule for one table, of status `experimental`. The id is the rule's own where it is a UUID; else it is made
          of the file's path and the query by SHA-1, in the manner of version 5, so that it stays the same.
        - Sigma compares texts without case: `==` carries the modifier `cased`.
        - A whole term (`has`) is a regular expression with bounds (`re|i`), because `contains` would find more.
        - A window of time (`TimeGenerated > ago(1d)`) is left out and the rule is wider for it.
        - Groups become a correlation in a second document. A count over a number is wider, because Sigma's window
          slides over the events; groups without a number are those that have one event. The span of time is that of the bins,
          else the rule's period, else the window of time.
        - Fields are Sigma's where they are agreed and the value is the same. The name of a file is the end of a path
          (`Image|endswith`).
        """;

    private static StringBuilder page(String target, String name, String about) {
        StringBuilder page = new StringBuilder("# " + name + "\n\n");
        page.append(BACKENDS.backend(target).orElseThrow().description())
                .append(".\n\nThis page is made by translating each line; ")
                .append("`mvn -pl backends test -Dtest=SupportMatrixTest -Ddocs.update=true` writes it anew.\n")
                .append(about);
        section(page, target, "Conditions", CONDITIONS);
        section(page, target, "Operators", OPERATORS);
        return page;
    }

    private static void section(StringBuilder page, String target, String title, List<Probe> probes) {
        page.append("\n## ").append(title).append("\n\n| KQL | promise | why |\n| --- | --- | --- |\n");
        for (Probe probe : probes) {
            Translation translation =
                    BACKENDS.backend(target).orElseThrow().translate(Rules.compile("probe.kql", probe.kql()));
            List<String> reasons = new ArrayList<>();
            for (TranslationNote note : translation.notes()) {
                boolean tells = note.effect() != Fidelity.EXACT && !reasons.contains(escaped(note.message()));
                if (tells && (note.effect() == translation.fidelity() || reasons.isEmpty())) {
                    reasons.add(escaped(note.message()));
                }
            }
            page.append("| ")
                    .append(escaped(probe.construct()))
                    .append(" | ")
                    .append(translation.fidelity().word())
                    .append(" | ")
                    .append(String.join("; ", reasons))
                    .append(" |\n");
        }
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }

    private static void check(String target, StringBuilder page) {
        Expected.file(Path.of("..", "docs", "backends", target + ".md"), page.toString(), "docs.update");
    }
}
