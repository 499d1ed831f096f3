package dev.kqlift.reports.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.IndicatorKind;
import dev.kqlift.analysis.OutputField;
import dev.kqlift.analysis.QueryParameter;
import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.analysis.Stage;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InspectWritersTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private static AnalyzedRule rule() {
        String text = "\n\nlet a = 1d;\nT | where X == \"é\"\n";
        RuleDocument document = new RuleDocument(
                new SourceFile("dir/a.kql", SourceText.of(text), List.of()),
                RuleKind.QUERY,
                RuleMetadata.EMPTY,
                Optional.of(EmbeddedText.contiguous(text.substring(2), 2)),
                List.of());
        RuleAnalysis analysis = new RuleAnalysis(
                List.of("T"),
                List.of("Watch"),
                List.of(
                        new QueryParameter("a", new Value.TimeSpan(864_000_000_000L)),
                        new QueryParameter(
                                "b",
                                new Value.Array(List.of(
                                        new Value.Whole(1, KqlType.LONG),
                                        new Value.Real(0.5),
                                        new Value.Null(KqlType.DYNAMIC))))),
                List.of(new Stage(1, "source", "T", new Span(12, 13))),
                List.of(new Indicator("X", IndicatorKind.EQ, List.of("é"), false, Optional.of(true), List.of("T.X"))),
                List.of(new OutputField("X", KqlType.STRING, "table")),
                true);
        return new AnalyzedRule(
                document,
                Optional.empty(),
                analysis,
                List.of(Diagnostic.of(DiagnosticCode.KB002, "unknown `T`", new Span(14, 15))));
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void keysStandInTheOrderOfTheContract() {
        try (InspectJson writer = new InspectJson(out, JsonLayout.LINES, Optional.empty())) {
            writer.write(rule());
        }

        assertThat(written())
                .isEqualTo("{\"file\":\"dir/a.kql\",\"line\":3,\"id\":null,\"name\":null,\"kind\":\"query\","
                        + "\"severity\":null,\"tactics\":[],\"techniques\":[],\"tables\":[\"T\"],\"functions\":[\"Watch\"],"
                        + "\"parameters\":[{\"name\":\"a\",\"type\":\"timespan\",\"value\":\"1.00:00:00\"},"
                        + "{\"name\":\"b\",\"type\":\"dynamic\",\"value\":[1,0.5,null]}],"
                        + "\"stages\":[{\"index\":1,\"operator\":\"source\",\"text\":\"T\",\"line\":4,\"column\":1}],"
                        + "\"indicators\":[{\"field\":\"X\",\"kind\":\"eq\",\"values\":[\"é\"],\"negated\":false,"
                        + "\"case_sensitive\":true,\"columns\":[\"T.X\"]}],"
                        + "\"output_fields\":[{\"name\":\"X\",\"type\":\"string\",\"source\":\"table\"}],\"open\":true,"
                        + "\"diagnostics\":[{\"code\":\"KB002\",\"severity\":\"note\",\"message\":\"unknown `T`\","
                        + "\"line\":4,\"column\":1,\"end_line\":4,\"end_column\":2}]}\n");
    }

    @Test
    void countsOfACorpusStandBesideTheValues() {
        try (InspectJson writer = new InspectJson(out, JsonLayout.LINES, Optional.of((rule, indicator, value) -> 7))) {
            writer.write(rule());
        }

        assertThat(written()).contains("\"columns\":[\"T.X\"],\"corpus\":[7]}");
    }

    @Test
    void anArrayHoldsOneObjectALine() {
        try (InspectJson writer = new InspectJson(out, JsonLayout.ARRAY, Optional.empty())) {
            writer.write(rule());
            writer.write(rule());
        }

        assertThat(written().lines()).hasSize(4).startsWith("[").endsWith("]");
        assertThat(written().lines().skip(1).findFirst())
                .hasValueSatisfying(line -> assertThat(line).endsWith("},"));
    }

    @Test
    void thePageShowsEverything() {
        try (InspectText writer = new InspectText(out, Colors.NEVER, 100, Optional.empty())) {
            writer.write(rule());
        }

        assertThat(written()).isEqualTo("""
                        dir/a.kql:3
                          file  dir/a.kql:3
                          kind  query

                        Tables
                          T

                        Workspace functions
                          Watch

                        Parameters
                          a  timespan  "1.00:00:00"
                          b  dynamic   [1,0.5,null]

                        Stages
                          1  source  line 4  T

                        Indicators
                          field  test  values  case   stage  columns
                          X      eq    "é"     exact         T.X

                        Output fields
                          name  type    source  stages  made of
                          X     string  table
                          and others: the schema of a table or function is not known

                        Diagnostics
                          dir/a.kql:4:1: note KB002 unknown `T`
                            4 | T | where X == "é"
                              | ^
                        """);
    }
}
