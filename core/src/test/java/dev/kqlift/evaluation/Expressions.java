package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.WorkspaceFunctions;
import dev.kqlift.syntax.ParsedQuery;
import dev.kqlift.syntax.build.QueryParser;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.ArrayList;
import java.util.List;

/** What expressions and queries give, as text. */
final class Expressions {
    /** 2024-05-17T10:30:00Z. */
    static final long NOW = 638_515_386_000_000_000L;

    private Expressions() {}

    /** Fails unless each line {@code expression => text} holds; a null is {@code null}, a refusal its code. */
    static void hold(String lines) {
        List<String> wrong = new ArrayList<>();
        for (String line : lines.strip().split("\n")) {
            int arrow = line.lastIndexOf(" => ");
            assertThat(arrow).as(line).isPositive();
            String expected = line.substring(arrow + 4).strip();
            String answer = of(line.substring(0, arrow).strip());
            if (!answer.equals(expected)) {
                wrong.add(line.strip() + "   but it is " + answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The value of an expression. */
    static String of(String expression) {
        return ofQuery("print v = " + expression);
    }

    /** The rows of a query: values parted by blanks, rows by semicolons. */
    static String ofQuery(String query) {
        ParsedQuery parsed = QueryParser.parse(query);
        assertThat(parsed.query()).as(query + parsed.diagnostics()).isPresent();
        Evaluator evaluator = new Evaluator(
                TableCatalog.builtIn(), FunctionCatalog.builtIn(), WorkspaceFunctions.builtIn(), RunLimits.DEFAULT);
        return switch (evaluator.run(parsed.query().orElseThrow(), TableSource.NONE, NOW)) {
            case EvaluationResult.Refused(var reason) -> reason.code().name();
            case EvaluationResult.Rows rows -> {
                List<String> lines = new ArrayList<>();
                for (List<Value> row : rows.rows()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 0; i < row.size(); i++) {
                        boolean dynamic = rows.columns().get(i).type() == KqlType.DYNAMIC;
                        cells.add(dynamic ? ValueText.json(row.get(i)) : ValueText.of(row.get(i)));
                    }
                    lines.add(String.join(" ", cells));
                }
                yield String.join("; ", lines);
            }
        };
    }
}
