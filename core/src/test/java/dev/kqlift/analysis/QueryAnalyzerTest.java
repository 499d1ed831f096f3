package dev.kqlift.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.ir.IrBuilder;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Origin;
import dev.kqlift.source.Span;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class QueryAnalyzerTest {
    private final IrBuilder ir = new IrBuilder();

    @Test
    void everythingThatTheQueryStatesIsInTheAnalysis() {
        Relation table = new Relation.TableScan("T", List.of(ir.text("A")), true, Origin.NONE);
        Map<String, Value> constants = new LinkedHashMap<>();
        constants.put("z", new Value.Whole(3, KqlType.LONG));
        constants.put("a", new Value.Text("x"));
        BoundQuery query = new BoundQuery(
                Optional.of(ir.where(table, ir.equal(ir.ref(table, "A"), ir.constant("x")))),
                Optional.empty(),
                List.of(),
                List.of("T"),
                List.of("F"),
                constants,
                List.of());
        Stage stage = new Stage(1, "source", "T", new Span(0, 1));

        RuleAnalysis analysis = QueryAnalyzer.analyze(query, List.of(stage));

        assertThat(analysis.tables()).containsExactly("T");
        assertThat(analysis.functions()).containsExactly("F");
        assertThat(analysis.parameters()).extracting(QueryParameter::name).containsExactly("z", "a");
        assertThat(analysis.stages()).containsExactly(stage);
        assertThat(analysis.indicators()).extracting(Indicator::field).containsExactly("A");
        assertThat(analysis.outputFields()).containsExactly(new OutputField("A", KqlType.STRING, "table"));
        assertThat(analysis.open()).isTrue();
    }

    @Test
    void aScalarResultIsSearchedForTestsAndTables() {
        Relation table = ir.table("T", "A");
        Relation filtered = ir.where(table, ir.equal(ir.ref(table, "A"), ir.constant("x")));
        Scalar result = new Scalar.Subquery(filtered, KqlType.STRING, Origin.NONE);
        BoundQuery query = new BoundQuery(
                Optional.empty(), Optional.of(result), List.of(), List.of("T"), List.of(), Map.of(), List.of());

        RuleAnalysis analysis = QueryAnalyzer.analyze(query, List.of());

        assertThat(analysis.indicators()).extracting(Indicator::field).containsExactly("A");
        assertThat(analysis.indicators().getFirst().columns()).containsExactly("T.A");
        assertThat(analysis.outputFields()).isEmpty();
        assertThat(analysis.open()).isFalse();
    }

    @Test
    void deepExpressionsAndLongPipelinesFitTheStackOfAWorker() throws InterruptedException {
        Relation chain = ir.table("T", "A");
        Scalar deep = ir.ref(chain, "A");
        for (int i = 0; i < 10_000; i++) {
            deep = ir.call("strcat", KqlType.STRING, deep, ir.constant("x"));
        }
        chain = ir.extend(chain, ir.assign("B", deep));
        for (int i = 0; i < 300; i++) {
            chain = ir.where(chain, ir.not(ir.equal(ir.ref(chain, "B"), ir.constant("v" + i))));
        }
        BoundQuery query = IrBuilder.query(chain);
        AtomicReference<RuleAnalysis> answer = new AtomicReference<>(RuleAnalysis.EMPTY);
        Thread worker =
                new Thread(null, () -> answer.set(QueryAnalyzer.analyze(query, List.of())), "worker", 64L << 20);
        worker.start();
        worker.join();
        Indicator indicator = answer.get().indicators().getFirst();
        assertThat(indicator.values()).hasSize(300);
        assertThat(indicator.columns()).containsExactly("T.A");
    }
}
