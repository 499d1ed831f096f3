package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.analysis.FieldOrigin;
import dev.kqlift.analysis.FieldStep;
import dev.kqlift.analysis.FieldTrace;
import dev.kqlift.analysis.FieldTraces;
import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.QueryTrace;
import dev.kqlift.corpus.scan.CorpusCompiler;
import dev.kqlift.corpus.scan.CorpusItem;
import dev.kqlift.corpus.scan.CorpusScanner;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.build.QueryParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Two ways to the same sources have to agree: the lineage that indicators state, and the trace that is explained. Other rules
 * than the samples are taken with {@code -Dtrace.corpus=FOLDER}.
 */
final class TraceAgreementTest {
    private final List<String> missing = new ArrayList<>();
    private int fields;

    @Test
    void everyTableColumnBehindAFieldIsReachedByItsTrace() {
        CorpusCompiler.of(new RuleCompiler(Workspace.builtIn())::compile)
                .compile(
                        CorpusScanner.scan(List.of(System.getProperty(
                                        "trace.corpus", Run.samples().toString())))
                                .inputs(),
                        item -> {
                            if (item instanceof CorpusItem.Compiled(AnalyzedRule rule)
                                    && rule.bound().isPresent()) {
                                check(rule);
                            }
                        },
                        (done, all) -> {});

        assertThat(fields).isGreaterThan(300);
        assertThat(missing).isEmpty();
    }

    private void check(AnalyzedRule rule) {
        String text = rule.document().query().orElseThrow().text();
        Query syntax = QueryParser.parse(text).query().orElseThrow();
        QueryTrace page = QueryTrace.of(rule.bound().orElseThrow(), rule.analysis());
        for (FieldOrigin origin : page.fields()) {
            fields++;
            List<FieldTrace> traces = FieldTraces.of(rule.bound().orElseThrow(), syntax, text, origin.name());
            agree(rule, origin.name(), origin.columns(), traces.subList(0, 1));
            if (origin.stages().isEmpty()) {
                missing.add(rule.document().file().path() + ": " + origin.name() + " went through no stage");
            }
        }
        for (Indicator indicator : rule.analysis().indicators()) {
            List<FieldTrace> traces = FieldTraces.of(rule.bound().orElseThrow(), syntax, text, indicator.field());
            agree(rule, indicator.field(), indicator.columns(), traces);
        }
    }

    private void agree(AnalyzedRule rule, String field, List<String> columns, List<FieldTrace> traces) {
        Set<String> reached = new HashSet<>();
        boolean cut = false;
        for (FieldTrace trace : traces) {
            cut |= trace.hidden() > 0;
            for (FieldStep step : trace.steps()) {
                cut |= step.hidden() > 0;
                reached.add(step.detail() + "." + step.field());
            }
        }
        if (!cut && !reached.containsAll(columns)) {
            missing.add(rule.document().file().path() + ": " + field + " of " + columns + " reaches " + reached);
        }
    }
}
